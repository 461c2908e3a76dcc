"""The mémento in one file, opened from a folder as one opens what one was sent."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.render.monofichier import MONOFICHIER


@pytest.fixture
def ouvert(navigateur: Browser, dossier: Path) -> Iterator[Page]:
    """The document on a phone; it asks for nothing and complains of nothing."""
    context = navigateur.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
    asked: list[str] = []
    wrong: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    page = context.new_page()
    page.goto((dossier / MONOFICHIER).as_uri())
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    assert len([url for url in asked if url.startswith("file:")]) == 1
    assert wrong == []


def test_it_weighs_less_than_three_megabytes(dossier: Path) -> None:
    assert (dossier / MONOFICHIER).stat().st_size <= 3_000_000


@pytest.mark.parametrize(
    ("requete", "entree"),
    [
        ("agrement", "#regle-esus-conditions"),
        ("480 heures", "#regle-ai-480-heures"),
        ("D5132-34", "#source-c-trav-d5132-34"),
        ("d. 5132-34", "#regle-aci-plafond-commercialisation"),
        ("Pôle emploi", "#terme-pe"),
    ],
)
def test_a_search_shows_what_answers_and_hides_the_rest(ouvert: Page, requete: str, entree: str) -> None:
    ouvert.keyboard.press("/")
    ouvert.keyboard.type(requete)
    expect(ouvert.locator(entree)).to_be_visible()
    expect(ouvert.locator("#regle-achat-innovant")).to_be_hidden()
    count = ouvert.locator("[data-genre]:visible").count()
    assert 0 < count < 100
    expect(ouvert.get_by_role("status")).to_contain_text(f"{count} réponses : ")


def test_the_keyboard_goes_through_the_answers_and_back(ouvert: Page) -> None:
    ouvert.keyboard.press("/")
    ouvert.keyboard.type("480 heures")
    shown = ouvert.locator("[data-genre]:visible")
    ouvert.keyboard.press("Enter")
    expect(shown.nth(0)).to_be_focused()
    ouvert.keyboard.press("ArrowDown")
    expect(shown.nth(1)).to_be_focused()
    ouvert.keyboard.press("Enter")
    expect(ouvert).to_have_url(re.compile(f"#{shown.nth(1).get_attribute('id')}$"))
    ouvert.keyboard.press("ArrowUp")
    ouvert.keyboard.press("ArrowUp")
    expect(ouvert.locator("[data-champ]")).to_be_focused()
    ouvert.keyboard.press("Escape")
    expect(ouvert.locator("#regle-achat-innovant")).to_be_visible()


def test_a_link_to_what_the_search_hides_shows_it(ouvert: Page) -> None:
    ouvert.locator("[data-champ]").fill("ai-480")
    ouvert.locator("[data-champ]").fill("plafond de 480 heures")
    link = ouvert.locator("#regle-ai-480-heures a[href^='#source-']").first
    target = link.get_attribute("href")
    assert target is not None
    expect(ouvert.locator(target)).to_be_hidden()
    link.click()
    expect(ouvert.locator(target)).to_be_visible()
    expect(ouvert.locator("[data-champ]")).to_have_value("")


def test_it_reads_without_javascript_and_without_overflow(navigateur: Browser, dossier: Path) -> None:
    context = navigateur.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto((dossier / MONOFICHIER).as_uri())
        expect(page.locator("#regle-ai-480-heures")).to_contain_text("480")
        expect(page.locator("[data-recherche]")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        context.close()
