"""axe-core finds nothing, on every kind of page, at two widths and in both schemes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, Page
from test_formation import ATTESTATION, MODULE, SUIVI, garder, repondre, tout_fait
from test_pages import GENRES

pytestmark = pytest.mark.xdist_group("site")

RACINE = Path(__file__).parents[2]
PAQUET = Path(__file__).parent / "axe"
# Each width in both schemes. Only contrast depends on the scheme: the second time at a width, it alone is judged.
CONTRASTE = ["color-contrast"]
PRESENTATIONS: list[tuple[int, str, list[str]]] = [
    (390, "default", []),
    (390, "slate", CONTRASTE),
    (1280, "slate", []),
    (1280, "default", CONTRASTE),
]
# What is not in the list of kinds: a calculator in the frame of another site, the page of what is not found.
PAGES = [
    *GENRES,
    "contribuer/langage/",
    "contribuer/codes/",
    "contribuer/codes/MEM201/",
    "calculateurs/aci-taux-commercialisation/integrer/",
    "404.html",
]
JUGER = """({ scheme, seulement }) => {
  document.body.dataset.mdColorScheme = scheme;
  const options = { resultTypes: ["violations"], preload: false };
  return axe.run(document, seulement.length ? { ...options, runOnly: seulement } : options)
    .then(({ violations }) => violations.map(({ id, nodes }) => `${id} : ${nodes[0].html.slice(0, 200)}`));
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    """The program of axe-core; it is never done without."""
    script = PAQUET / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        raise RuntimeError("axe-core n'est pas installé : lancez « make axe »")
    return script.read_text(encoding="utf-8")


@pytest.fixture
def lecture(navigateur: Browser, adresse: str) -> Iterator[Page]:
    context = navigateur.new_context(base_url=adresse, viewport={"width": 390, "height": 900}, locale="fr-FR")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


def defauts(page: Page, axe: str, presentations: list[tuple[int, str, list[str]]] = PRESENTATIONS) -> list[str]:
    """A line a rule that is broken, with the first element that breaks it."""
    page.evaluate(axe)
    # A colour on its way to another one is neither.
    page.add_style_tag(content="* { transition: none !important; animation: none !important; }")
    found = []
    for width, scheme, rules in presentations:
        page.set_viewport_size({"width": width, "height": 900})
        broken: list[Any] = page.evaluate(JUGER, {"scheme": scheme, "seulement": rules})
        found += [f"{page.url} ({width}, {scheme}) {line}" for line in broken]
    return found


def test_no_kind_of_page_has_a_fault(lecture: Page, axe: str) -> None:
    found = []
    for url in PAGES:
        lecture.goto(url)
        found += defauts(lecture, axe)
    assert found == []


def test_no_state_of_training_has_a_fault(lecture: Page, axe: str) -> None:
    lecture.goto(MODULE)
    repondre(lecture, 1, 1)
    repondre(lecture, 2, 2)
    found = defauts(lecture, axe)
    lecture.goto(SUIVI)
    garder(lecture, tout_fait(lecture))
    for url in (SUIVI, "formation/", ATTESTATION):
        lecture.goto(url)
        if url == ATTESTATION:
            lecture.get_by_label("Votre nom").fill("Camille Exemple")
        found += defauts(lecture, axe)
    assert found == []


def test_no_state_of_the_search_has_a_fault(lecture: Page, axe: str) -> None:
    found = []
    for words in ("480 heures", "zzzzzz"):
        lecture.goto("contact/")
        lecture.keyboard.press("/")
        lecture.keyboard.type(words)
        lecture.get_by_role("status").filter(has_text="résultat").wait_for()
        lecture.keyboard.press("ArrowDown")
        found += defauts(lecture, axe)
    for query in ("q=480+heures&genre=regle,calculateur", "q=zzzzzz"):
        lecture.goto(f"recherche/?siae=ETTI#{query}")
        lecture.get_by_role("status").filter(has_text="résultat").wait_for()
        lecture.locator("details.m-affiner").evaluate("details => details.open = true")
        found += defauts(lecture, axe)
    assert found == []


def test_the_open_menu_of_a_phone_has_no_fault(lecture: Page, axe: str) -> None:
    lecture.goto("regles/aci-plafond-commercialisation/")
    lecture.locator(".md-header label[for=__drawer]").click()
    lecture.locator(".md-sidebar--primary .md-nav__link:visible").first.wait_for()
    assert defauts(lecture, axe, PRESENTATIONS[:2]) == []


def test_the_open_tree_of_a_calculator_has_no_fault(lecture: Page, axe: str) -> None:
    lecture.goto("calculateurs/parcours-duree/")
    lecture.locator("details.m-decision > summary").click()
    assert defauts(lecture, axe) == []


@pytest.mark.parametrize(("couleurs", "scheme"), [("light", "default"), ("dark", "slate")])
def test_the_schemes_that_are_judged_are_those_of_readers(
    navigateur: Browser, adresse: str, couleurs: Any, scheme: str
) -> None:
    context = navigateur.new_context(base_url=adresse, color_scheme=couleurs)
    try:
        page = context.new_page()
        page.goto("contact/")
        assert page.locator("body").get_attribute("data-md-color-scheme") == scheme
    finally:
        context.close()


@pytest.mark.parametrize(
    ("faute", "regle"),
    [
        ('<img src="data:,">', "image-alt"),
        ('<p style="color: #777; background: #888">gris</p>', "color-contrast"),
        ("<h5>saut</h5>", "heading-order"),
    ],
)
def test_a_fault_is_found_in_each_presentation_where_it_is_judged(
    lecture: Page, axe: str, faute: str, regle: str
) -> None:
    lecture.goto("contact/")
    lecture.evaluate("(html) => document.querySelector('article').insertAdjacentHTML('beforeend', html)", faute)
    found = [line for line in defauts(lecture, axe) if f" {regle} " in line]
    assert len(found) == (4 if [regle] == CONTRASTE else 2)


def test_the_declaration_tells_of_this_very_test() -> None:
    essai = yaml.safe_load((RACINE / "rules" / "audit.yaml").read_text(encoding="utf-8"))["essai"]
    wanted = json.loads((PAQUET / "package.json").read_text(encoding="utf-8"))["dependencies"]["axe-core"]
    assert (essai["outil"], essai["version"]) == ("axe-core", wanted)
    assert (essai["pages"], essai["defauts"]) == (len(PAGES), 0)
    assert len(essai["presentations"]) == len(PRESENTATIONS)
