"""A jurist unfolds the decision tree of a calculator, on a phone, on paper, without JavaScript."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

URL = "calculateurs/parcours-duree/"
# Lines whose last letter passes the frame around them, or the sheet.
DEBORDE = """() => [...document.querySelectorAll("tspan")].filter((line) => {
  const frame = (line.closest("g") ?? line.closest("svg")).querySelector("rect");
  const right = frame.getBoundingClientRect().right;
  return line.getEndPositionOfChar(line.textContent.trimEnd().length - 1).x > right;
}).map((line) => line.textContent)"""


def deplier(page: Page) -> Any:
    page.goto(URL)
    fold = page.locator("details.m-decision")
    fold.locator("summary").click()
    return fold


def test_the_tree_is_folded_then_drawn_and_listed_within_the_width_of_a_phone(page: Page) -> None:
    page.goto(URL)
    expect(page.locator("details.m-decision img")).not_to_be_visible()
    fold = deplier(page)
    drawing = fold.get_by_role("img", name="Dessin de l’arbre de décision")
    drawing.scroll_into_view_if_needed()
    expect(drawing).to_be_visible()
    expect(page.locator(".m-decision img").first).to_have_js_property("naturalWidth", 360)
    expect(fold.get_by_role("listitem").filter(has_text="sinon, si Motif de prolongation").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_letters_of_a_drawing_stay_in_their_boxes_with_the_fonts_of_a_browser(page: Page, dossier: Path) -> None:
    page.set_content((dossier / URL / "arbre.svg").read_text(encoding="utf-8"))
    assert page.locator("tspan").count() > 200
    assert page.evaluate(DEBORDE) == []


def test_paper_gets_the_lists_of_an_open_tree_and_nothing_of_a_closed_one(page: Page) -> None:
    fold = deplier(page)
    page.emulate_media(media="print")
    expect(fold.locator("ol")).to_be_visible()
    expect(fold.locator("img")).not_to_be_visible()
    page.emulate_media(media="screen")
    fold.locator("summary").click()
    page.emulate_media(media="print")
    expect(fold.locator("ol")).not_to_be_visible()


def test_the_tree_unfolds_without_javascript(contexte: tuple[BrowserContext, object], adresse: str) -> None:
    browser = contexte[0].browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False, base_url=adresse)
    try:
        page = context.new_page()
        expect(deplier(page).locator("ol > li").first).to_be_visible()
    finally:
        context.close()


@pytest.mark.parametrize(("couleurs", "papier"), [("light", "rgb(251, 248, 241)"), ("dark", "rgb(21, 32, 29)")])
def test_a_drawing_read_alone_has_the_colours_of_its_reader(
    page: Page, dossier: Path, couleurs: Any, papier: str
) -> None:
    page.emulate_media(color_scheme=couleurs)
    page.set_content((dossier / URL / "arbre.svg").read_text(encoding="utf-8"))
    expect(page.locator("rect.fond")).to_have_css("fill", papier)
