"""A search as an address, and an address as words, on values worked by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from serveur import servir

pytestmark = pytest.mark.xdist_group("parite")

ASSETS = Path(__file__).parents[2] / "site_theme" / "assets"
NOMS = {"genre": {"regle": "", "terme": ""}, "siae": {"ACI": "", "EI": ""}, "portee": {}, "statut": {}, "theme": {}}
SANS = {"genre": [], "siae": [], "portee": [], "statut": [], "theme": []}


@pytest.fixture(scope="module")
def vide(navigateur: Browser) -> Iterator[Page]:
    with servir(ASSETS) as address:
        page = navigateur.new_page()
        page.goto(address)
        yield page
        page.close()


def evaluer(page: Page, module: str, expression: str, *arguments: object) -> Any:
    """A JavaScript expression in which `m` is the module and `a` the arguments."""
    script = f"async (a) => {{ const m = await import('/{module}.js'); return {expression}; }}"
    return page.evaluate(script, list(arguments))


@pytest.mark.parametrize(
    ("fragment", "texte", "filtres", "structure"),
    [
        (
            "#q=480+heures&genre=regle,terme&siae=ACI",
            "480 heures",
            {"genre": ["regle", "terme"], "siae": ["ACI"]},
            True,
        ),
        ("", "", {}, True),
        ("#q=a%26b%3D%22c%22&structure=non", 'a&b="c"', {}, False),
        ("#genre=inconnu,regle,regle,constructor&siae=aci", "", {"genre": ["regle"]}, True),
        ("#q=%E0%A4%A", "\ufffd%A", {}, True),
    ],
)
def test_a_fragment_is_read_for_what_the_facets_know(
    vide: Page, fragment: str, texte: str, filtres: dict[str, list[str]], structure: bool
) -> None:
    read = evaluer(vide, "recherche/adresse", "m.lireFragment(a[0], a[1])", fragment, NOMS)
    assert read == {"texte": texte, "filtres": {**SANS, **filtres}, "structure": structure}


@pytest.mark.parametrize(
    "fragment",
    ["", "#q=480+heures", "#q=a%26b&genre=regle,terme&siae=EI", "#q=%C3%A9t%C3%A9&structure=non", "#genre=terme"],
)
def test_what_is_read_is_written_the_same(vide: Page, fragment: str) -> None:
    assert (
        evaluer(vide, "recherche/adresse", "m.ecrireFragment(m.lireFragment(a[0], a[1]))", fragment, NOMS) == fragment
    )


def test_a_text_is_cut_between_two_signs(vide: Page) -> None:
    read = evaluer(vide, "recherche/adresse", "m.lireFragment('#q=' + a[0], {}).texte", "😀" * 201)
    assert read == "😀" * 200


@pytest.mark.parametrize(
    ("adresse", "mots"),
    [
        ("/regles/aci-plafond-ventes/", "aci plafond ventes"),
        ("/memento/regles/aci-plafond-ventes/index.html", "aci plafond ventes"),
        ("/agr%C3%A9ment.html", "agrément"),
        ("/a+b&c%3Cimg%3E", "a b c img"),
        ("/%E0%A4%A", "A"),
        ("/404.html", ""),
        ("/", ""),
    ],
)
def test_the_words_of_an_address_that_leads_nowhere(vide: Page, adresse: str, mots: str) -> None:
    assert evaluer(vide, "page/perdue", "m.motsDe(a[0])", adresse) == mots


@pytest.mark.parametrize(
    ("genre", "statut", "dit"),
    [
        ("regle", "en-vigueur", "depuis le 1er juillet 2024"),
        ("regle", "passee", "version du 1er juillet 2024"),
        ("regle", "a-venir", "à partir du 1er juillet 2024"),
        ("regle", "propose", "proposition du 1er juillet 2024"),
        ("parametre", "", "depuis le 1er juillet 2024"),
        ("source", "", "version du 1er juillet 2024"),
    ],
)
def test_a_day_is_said_according_to_what_it_is_the_day_of(vide: Page, genre: str, statut: str, dit: str) -> None:
    found = {"genre": genre, "statut": statut, "depuis": "2024-07-01"}
    assert evaluer(vide, "recherche/apparence", "m.quand(a[0])", found) == dit
    assert evaluer(vide, "recherche/apparence", "m.quand(a[0])", {**found, "depuis": ""}) == ""
