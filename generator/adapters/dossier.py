"""The site as a folder that another engine builds: pages in Markdown files, theme, configuration. See ADR 0030."""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from generator.adapters import page_toute_faite
from generator.adapters.brouillon import VARIABLE, dire, marquer_fichiers, marquer_imprime
from generator.adapters.composition import composer
from generator.adapters.entetes import Proteges
from generator.adapters.recherche import fichiers_de_recherche, indexer_le_site
from generator.adapters.remise import front_matter, listes, nav_item, source_of
from generator.load.assets import THEME
from generator.pipeline import Build
from generator.render import Site

CONFIGURATION, PAGES, SITE = "mkdocs.yml", "pages", "site"
# The folder is whole: the extension of Python-Markdown that its pages need is in it.
EXTENSION = Path(page_toute_faite.__file__)
# With it, a heading takes the first `index.md` below it for its own page: here every page is one.
SANS = "navigation.indexes"
# What is told again for each engine, or makes sense for the plugin alone.
A_NOUS = ("plugins", "docs_dir", "site_dir", "edit_uri_template", "validation")


class Configuration(yaml.SafeLoader):
    """mkdocs.yml with its `!ENV [NOM, défaut]`, without MkDocs."""

    def environnement(self, node: yaml.SequenceNode) -> object:
        *names, default = self.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), default)


Configuration.add_constructor("!ENV", Configuration.environnement)


def ecrire(
    root: Path, built: Build, dossier: Path, jour: date, reglages: Mapping[str, Any], brouillon: str | None
) -> None:
    """Fill an empty folder. `reglages` are settings of the theme for one engine, `brouillon` what a draft is of.

    Raises Incomposable when a printed document cannot be made, OSError when the disk refuses.
    """
    assert built.site is not None
    site, pages = built.site, dossier / PAGES
    written = yaml.load((root / CONFIGURATION).read_text(encoding="utf-8"), Loader=Configuration)
    words = None if brouillon is None else dire(brouillon)
    _ecrire_les_pages(site, pages, str(written.get("edit_uri_template", "")))
    for url, content in _fichiers(built, site, jour, words):
        _poser(pages / url, content)
    # What else the folder of pages holds is published as it is.
    shutil.copytree(root / "content", pages, ignore=shutil.ignore_patterns("*.md"), dirs_exist_ok=True)
    shutil.copytree(root / THEME, dossier / THEME)
    # Published under the name of their content.
    for url in site.noms:
        (dossier / THEME / url).unlink(missing_ok=True)
    shutil.copy(EXTENSION, dossier)
    settings = configuration(written, built, site, reglages) | {"docs_dir": PAGES, "site_dir": SITE}
    if words is not None:
        settings["extra"][VARIABLE] = words
    # JSON is YAML, without anything that a reader of YAML could take for something else.
    _poser(dossier / CONFIGURATION, json.dumps(settings, ensure_ascii=False, indent=1).encode())


def configuration(written: Mapping[str, Any], built: Build, site: Site, reglages: Mapping[str, Any]) -> dict[str, Any]:
    """What mkdocs.yml says, the menu, and what the templates read."""
    settings = {key: value for key, value in written.items() if key not in A_NOUS}
    theme = {**written["theme"], "custom_dir": THEME, **reglages}
    theme |= {image: site.noms.get(theme[image], theme[image]) for image in ("logo", "favicon") if image in theme}
    theme["features"] = [feature for feature in theme.get("features", ()) if feature != SANS]
    return settings | {
        "theme": theme,
        "extra": {
            **written.get("extra", {}),
            "listes": listes(built.base),
            "pied": [{"titre": entry.titre, "url": entry.url} for entry in site.pied],
            "hors_ligne": True,
            "noms": dict(site.noms),
        },
        "nav": [nav_item(entry, index=True) for entry in site.nav],
        "extra_css": [site.noms.get(url, url) for url in written.get("extra_css", ())],
        "not_in_nav": "*",
        "plugins": [],
        "markdown_extensions": [EXTENSION.stem],
        "validation": {"nav": {"omitted_files": "ignore"}},
    }


def _ecrire_les_pages(site: Site, pages: Path, modifier: str) -> None:
    """Every page is an `index.md`, in a folder of its name: beside any other name, Zensical adds `../` to links."""
    for page in site.pages:
        more = {"modifier": modifier.replace("{path}", quote(page.source_path))} if page.source_path else {}
        header = front_matter(page, site.signalements.get(page.url), **more)
        body = page_toute_faite.ecrire_page(page.html, [(entry.titre, entry.ancre, entry.niveau) for entry in page.toc])
        _poser(pages / source_of(page.url, index=True), f"{header}{body}".encode())


def _fichiers(built: Build, site: Site, jour: date, words: str | None) -> Iterable[tuple[str, bytes]]:
    """All that is published beside the pages: what was rendered, the search, the printed documents."""
    yield from Proteges(marquer_fichiers(site.fichiers, words) if words else site.fichiers).items()
    index = indexer_le_site(built.base, built.programs, site, jour)
    yield from fichiers_de_recherche(built.base, index).items()
    for url, source in site.imprimes.items():
        yield url, composer(marquer_imprime(source, words) if words else source, jour)


def _poser(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
