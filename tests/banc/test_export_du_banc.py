"""Every engine is given the same pages and the same navigation."""

import json
from pathlib import Path

import yaml

from bench.construction.exporter import exporter
from generator.render import NavEntry, Page, Site

SITE = Site(
    pages=(
        Page("", "Accueil", "Un essai.", '<p>Voir <a href="regles/x/#texte">la règle</a>.</p>', "accueil"),
        Page("regles/x/", "Règle X", "Une règle.", '<h1>Règle X</h1><h2 id="texte">Texte</h2>', "regle"),
    ),
    nav=(NavEntry("Accueil", ""), NavEntry("Règles", None, (NavEntry("Règle X", "regles/x/"),))),
)


def test_material_and_zensical_read_the_same_files_with_and_without_pruning(tmp_path: Path) -> None:
    exporter(SITE, tmp_path)
    home = (tmp_path / "mkdocs/docs/index.md").read_text(encoding="utf-8")
    assert home.endswith("---\n\n# Accueil\n\nVoir [la règle](regles/x/index.md#texte).\n")
    whole, pruned = (
        yaml.safe_load((tmp_path / f"mkdocs/{name}.yml").read_text("utf-8")) for name in ("entier", "elague")
    )
    assert whole["nav"] == pruned["nav"] == [{"Accueil": "index.md"}, {"Règles": [{"Règle X": "regles/x/index.md"}]}]
    assert (whole["theme"]["features"], pruned["theme"]["features"]) == ([], ["navigation.prune"])


def test_eleventy_is_given_the_lines_that_stand_beside_each_page(tmp_path: Path) -> None:
    exporter(SITE, tmp_path)
    page = (tmp_path / "eleventy/src/regles/x/index.md").read_text(encoding="utf-8")
    assert "menu: racine-1\n" in page
    assert page.endswith("---\n\n# Règle X\n\n## Texte\n")
    menus = json.loads((tmp_path / "eleventy/src/_data/menus.json").read_text(encoding="utf-8"))
    assert menus == {"racine": [["Accueil", "/"], ["Règles", None]], "racine-1": [["Règle X", "/regles/x/"]]}
    assert (tmp_path / "eleventy/src/_includes/page.njk").is_file()
