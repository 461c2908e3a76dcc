"""A page leads to the form of an error with what names it already written."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from petit_memento import batir, petit_memento

from generator.model import Editeur, Forge
from generator.render import Site
from generator.render.signalement import forge_de

GITHUB = {"depot": "https://github.com/essai/memento", "adresse": "https://memento.example.org/"}
GITLAB = {"depot": "https://gitlab.example.org/groupe/memento.git", "adresse": "https://memento.example.org/"}


def site(tmp_path: Path, editeur: Mapping[str, str]) -> Site:
    written = "".join(f'{key}: "{value}"\n' for key, value in {"titre": "Essai", **editeur}.items())
    built = batir(petit_memento(tmp_path, {"rules/editeur.yaml": written}))
    assert built.site is not None
    assert list(built.report) == []
    return built.site


def rempli(lien: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(lien).query).items()}


def test_the_page_of_a_rule_gives_its_name_its_version_and_its_address(tmp_path: Path) -> None:
    link = site(tmp_path, GITHUB).signalements["regles/regle-modele/"]
    assert link.startswith("https://github.com/essai/memento/issues/new?template=erreur.yml&")
    assert rempli(link) == {
        "template": "erreur.yml",
        "title": "Erreur : Règle modèle",
        "sujet": "regle:regle-modele",
        "version": "2020-01-01",
        "adresse": "https://memento.example.org/regles/regle-modele/",
    }


def test_the_page_of_an_old_version_gives_that_version(tmp_path: Path) -> None:
    filled = rempli(site(tmp_path, GITHUB).signalements["r/regle-modele/2015-06-01/"])
    assert (filled["sujet"], filled["version"]) == ("regle:regle-modele", "2015-06-01")


def test_another_page_gives_its_title_and_the_day(tmp_path: Path) -> None:
    made = site(tmp_path, GITHUB)
    assert set(made.signalements) == {page.url for page in made.pages}
    filled = rempli(made.signalements["sources/"])
    assert (filled["sujet"], filled["version"]) == ("Les sources", "2026-11-23")


def test_gitlab_is_told_in_its_own_words(tmp_path: Path) -> None:
    link = site(tmp_path, GITLAB).signalements["regles/regle-modele/"]
    assert link.startswith("https://gitlab.example.org/groupe/memento/-/issues/new?")
    filled = rempli(link)
    assert filled["issuable_template"] == "erreur"
    assert filled["issue[title]"] == "Erreur : Règle modèle"
    assert filled["issue[description]"].splitlines() == [
        "- sujet : regle:regle-modele",
        "- version : 2020-01-01",
        "- adresse : https://memento.example.org/regles/regle-modele/",
    ]


def test_without_a_repository_nothing_is_added_to_the_contact_page(tmp_path: Path) -> None:
    assert site(tmp_path, {}).signalements == {}


@pytest.mark.parametrize(
    ("depot", "dite", "attendue"),
    [
        ("https://github.com/essai/memento", None, Forge.GITHUB),
        ("https://gitlab.com/essai/memento", None, Forge.GITLAB),
        ("https://gitlab.example.org/essai/memento", None, Forge.GITLAB),
        ("https://forge.example.org/essai/memento", None, None),
        ("https://forge.example.org/essai/memento", "gitlab", Forge.GITLAB),
        ("https://github.com.example.org/essai/memento", None, None),
        (None, "gitlab", None),
    ],
)
def test_the_forge_is_the_one_that_is_named_or_that_the_address_says(
    depot: str | None, dite: str | None, attendue: Forge | None
) -> None:
    assert forge_de(Editeur.model_validate({"titre": "Essai", "depot": depot, "forge": dite})) == attendue
