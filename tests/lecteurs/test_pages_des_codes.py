"""A contributor is refused a line, and reads why: from the list, from the search, on a phone, without JavaScript."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

INDEX = "contribuer/codes/"


def test_from_how_to_contribute_to_the_lines_that_were_right(page: Page) -> None:
    page.goto("contribuer/")
    page.get_by_role("article").get_by_role("link", name="les codes du vérificateur").click()
    page.get_by_role("link", name="MEM201", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("MEM201")
    wrong, right = (page.get_by_role("figure").filter(has_text=word).first for word in ("Faux", "Juste"))
    expect(wrong.locator("mark")).to_have_text("ACCI")
    expect(right.locator("pre")).to_contain_text("siae: [ACI]")
    page.get_by_role("link", name="MEM202").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("MEM202")


def test_a_code_typed_in_the_search_gives_its_page_first(page: Page) -> None:
    page.goto("contact/")
    page.keyboard.press("/")
    page.keyboard.type("MEM201")
    first = page.locator("dialog.m-chercher-boite a.m-option").first
    expect(first).to_contain_text("Code MEM201")
    first.click()
    expect(page).to_have_url(re.compile(f"/{INDEX}MEM201/$"))


@pytest.mark.parametrize("url", [INDEX, f"{INDEX}MEM011/", f"{INDEX}MEM501/"])
def test_on_a_phone_without_javascript_nothing_overflows(contexte: tuple[BrowserContext, object], url: str) -> None:
    browser = contexte[0].browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto(contexte[1].adresse + url)  # type: ignore[attr-defined]
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        assert page.evaluate("[...document.querySelectorAll('pre')].every(one => one.scrollWidth <= one.clientWidth)")
    finally:
        context.close()
