"""axe-core finds nothing, on every kind of page, at two widths and in both schemes."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page
from test_formation import ATTESTATION, MODULE, SUIVI, garder, repondre, tout_fait
from test_pages import GENRES

pytestmark = pytest.mark.xdist_group("site")

RACINE = Path(__file__).parents[2]
PAQUET = Path(__file__).parent / "axe"
PRESENTATIONS = [(390, "light"), (390, "dark"), (1280, "light"), (1280, "dark")]
# What is not in the list of kinds: a calculator in the frame of another site, the page of what is not found.
PAGES = [*GENRES, "contribuer/langage/", "calculateurs/aci-taux-commercialisation/integrer/", "404.html"]


@pytest.fixture(scope="session")
def axe() -> str:
    """The program of axe-core; it is never done without."""
    script = PAQUET / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        raise RuntimeError("axe-core n'est pas installé : lancez « make axe »")
    return script.read_text(encoding="utf-8")


@pytest.fixture(params=PRESENTATIONS, ids=lambda found: f"{found[0]}-{found[1]}")
def lecteur(request: pytest.FixtureRequest, navigateur: Browser, adresse: str) -> Iterator[BrowserContext]:
    width, scheme = request.param
    context = navigateur.new_context(
        base_url=adresse, viewport={"width": width, "height": 900}, color_scheme=scheme, locale="fr-FR"
    )
    context.set_default_timeout(8000)
    yield context
    context.close()


def defauts(page: Page, axe: str) -> list[str]:
    """A line a rule that is broken, with the first element that breaks it."""
    page.evaluate(axe)
    found: list[dict[str, Any]] = page.evaluate(
        "axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)"
    )
    return [f"{page.url} {item['id']} : {item['nodes'][0]['html'][:200]}" for item in found]


def test_no_kind_of_page_has_a_fault(lecteur: BrowserContext, axe: str) -> None:
    page = lecteur.new_page()
    found = []
    for url in PAGES:
        page.goto(url)
        found += defauts(page, axe)
    assert found == []


def test_no_state_of_a_page_has_a_fault(lecteur: BrowserContext, axe: str) -> None:
    page = lecteur.new_page()
    page.goto(MODULE)
    repondre(page, 1, 1)
    repondre(page, 2, 2)
    found = defauts(page, axe)
    page.goto(SUIVI)
    garder(page, tout_fait(page))
    for url in (SUIVI, MODULE, "formation/", ATTESTATION):
        page.goto(url)
        if url == ATTESTATION:
            page.get_by_label("Votre nom").fill("Camille Exemple")
        found += defauts(page, axe)
    if page.viewport_size == {"width": 390, "height": 900}:
        page.goto("regles/aci-plafond-commercialisation/")
        page.locator("label[for=__drawer]").first.click()
        page.wait_for_timeout(400)
        found += defauts(page, axe)
    assert found == []


def test_the_scheme_of_the_reader_is_the_one_that_is_judged(lecteur: BrowserContext) -> None:
    page = lecteur.new_page()
    page.goto("")
    dark = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert page.locator("body").get_attribute("data-md-color-scheme") == ("slate" if dark else "default")


def test_a_fault_is_found(lecteur: BrowserContext, axe: str) -> None:
    page = lecteur.new_page()
    page.goto("contact/")
    page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')")
    assert any(" image-alt " in line for line in defauts(page, axe))


def test_the_declaration_tells_of_this_very_test() -> None:
    essai = yaml.safe_load((RACINE / "rules" / "audit.yaml").read_text(encoding="utf-8"))["essai"]
    wanted = json.loads((PAQUET / "package.json").read_text(encoding="utf-8"))["dependencies"]["axe-core"]
    assert (essai["outil"], essai["version"]) == ("axe-core", wanted)
    assert (essai["pages"], essai["defauts"]) == (len(PAGES), 0)
    assert len(essai["presentations"]) == len(PRESENTATIONS)
