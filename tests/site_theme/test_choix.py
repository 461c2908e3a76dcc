"""« Ma structure » as data, on values worked by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from serveur import servir

pytestmark = pytest.mark.xdist_group("parite")

ASSETS = Path(__file__).parents[2] / "site_theme" / "assets"
LISTES = {"siae": {"ACI": "", "EI": "", "AI": ""}, "territoire": {"metropole": "", "mayotte": ""}}
RIEN = {"siae": [], "territoire": None, "date": None}


@pytest.fixture(scope="module")
def vide(navigateur: Browser) -> Iterator[Page]:
    with servir(ASSETS) as address:
        page = navigateur.new_page()
        page.goto(address)
        yield page
        page.close()


def choix(page: Page, expression: str, *arguments: object) -> Any:
    """A JavaScript expression in which `m` is the module, `l` the lists and `a` the arguments."""
    script = f"async ([a, l]) => {{ const m = await import('/page/choix.js'); return {expression}; }}"
    return page.evaluate(script, [list(arguments), LISTES])


@pytest.mark.parametrize(
    ("requete", "attendu"),
    [
        (
            "?siae=EI,ACI&territoire=mayotte&date=2024-07-01",
            {"siae": ["ACI", "EI"], "territoire": "mayotte", "date": "2024-07-01"},
        ),
        ("?siae=aci", {**RIEN, "siae": ["ACI"]}),
        ("?siae=", RIEN),
        ("?siae=ACI&territoire=toString", {**RIEN, "siae": ["ACI"]}),
        ("?siae=ACI&date=2024-02-31", {**RIEN, "siae": ["ACI"]}),
        ("?date=2024-07-01", {**RIEN, "date": "2024-07-01"}),
        ("?h=plafond", None),
        ("", None),
    ],
)
def test_an_address_is_read_as_the_lists_know_it(vide: Page, requete: str, attendu: object) -> None:
    assert choix(vide, "m.lireRequete(a[0], l).choix", requete) == attendu


@pytest.mark.parametrize(
    ("requete", "inconnus"),
    [("?siae=ACI,XYZ", ["XYZ"]), ("?siae=<b>,UNE PHRASE", ["autre chose qu’un sigle"]), ("?siae=ACI", [])],
)
def test_only_what_looks_like_a_code_is_said_back(vide: Page, requete: str, inconnus: list[str]) -> None:
    assert choix(vide, "m.lireRequete(a[0], l).inconnus", requete) == inconnus


def test_a_choice_written_in_an_address_leaves_its_other_words(vide: Page) -> None:
    choisi = {"siae": ["ACI", "EI"], "territoire": None, "date": "2024-07-01"}
    assert (
        choix(vide, "m.ecrireRequete('?h=mot&territoire=mayotte', a[0])", choisi)
        == "?h=mot&siae=ACI,EI&date=2024-07-01"
    )
    assert choix(vide, "m.ecrireRequete('?siae=AI', a[0])", RIEN) == ""


@pytest.mark.parametrize("garde", ["null", "[]", '"ACI"', '{"siae": "ACI", "date": 3}', "{", '{"siae": ["QUOI"]}'])
def test_what_was_kept_and_is_no_choice_is_no_choice(vide: Page, garde: str) -> None:
    vide.evaluate("texte => localStorage.setItem('memento:structure', texte)", garde)
    assert choix(vide, "m.choixGarde(l)") == RIEN


def test_one_declared_type_among_those_of_the_subject_is_enough(vide: Page) -> None:
    expression = "m.concerne({ siae: a[0] }, a[1])"
    assert choix(vide, expression, ["ACI", "AI"], ["AI", "ETTI"]) is True
    assert choix(vide, expression, ["ACI"], ["AI", "ETTI"]) is False
    assert choix(vide, expression, [], ["AI"]) is True


def test_the_reason_names_who_declared_and_for_whom_it_is(vide: Page) -> None:
    said = choix(vide, "m.raison({ siae: ['ACI', 'EI'] }, ['AI', 'ETTI'])")
    assert said == "Ne concerne pas votre structure (ACI, EI) : vaut pour AI, ETTI."
