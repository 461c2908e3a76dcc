"""The shell from the keyboard alone: the menu of a narrow window, the dialogs, light and dark."""

import re

import pytest
from playwright.sync_api import Page, expect

REGLE = "regles/aci-plafond-commercialisation/"


def test_the_menu_of_a_narrow_window_opens_and_closes_and_gives_the_focus_back(page: Page) -> None:
    page.goto("")
    button = page.get_by_role("button", name="Menu", exact=True)
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.locator(".md-sidebar--primary a:focus")).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.press("Enter")
    page.get_by_role("button", name="Fermer le menu").press("Enter")
    expect(button).to_be_focused()


def test_a_closed_menu_is_out_of_the_way_and_an_open_one_keeps_the_keyboard(page: Page) -> None:
    page.goto(REGLE)
    lines = page.locator(".md-sidebar--primary a")
    assert lines.count() > 10
    assert [line for line in lines.all() if line.is_visible()] == []
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    inside = (
        "document.activeElement === document.body || document.activeElement.closest('.md-sidebar--primary') !== null"
    )
    for _ in range(lines.count() + 5):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)


def test_one_goes_up_a_level_of_the_menu(page: Page) -> None:
    page.goto(REGLE)
    page.get_by_role("button", name="Menu", exact=True).press("Enter")
    expect(page.locator(".md-sidebar--primary a", has_text="Relever le plafond des ventes")).to_be_visible()
    page.locator(".md-sidebar--primary label.md-nav__title:visible").last.press("Enter")
    expect(page.locator(".md-sidebar--primary a", has_text="Relever le plafond des ventes")).to_be_hidden()
    expect(page.locator(".md-sidebar--primary a", has_text="Financement et aides")).to_be_visible()


def test_a_wide_window_has_its_menu_in_sight_and_no_button(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(REGLE)
    expect(page.get_by_role("button", name="Menu", exact=True)).to_be_hidden()
    expect(page.locator(".md-sidebar--primary a", has_text="Ce qu’un ACI peut vendre")).to_be_visible()
    # Each level of the menu has the name of its heading.
    expect(page.get_by_role("navigation", name="Règles", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("nom", "dialogue"), [("Ma structure", "Ma structure"), ("Rechercher", re.compile("cherche", re.I))]
)
def test_a_dialog_keeps_the_keyboard_and_gives_the_focus_back(
    page: Page, nom: str, dialogue: str | re.Pattern[str]
) -> None:
    page.goto("contact/")
    opener = page.locator("[data-ma-structure], .m-ma-structure" if nom == "Ma structure" else ".m-chercher").first
    opener.press("Enter")
    expect(page.get_by_role("dialog", name=dialogue)).to_be_visible()
    for key in (*["Tab"] * 20, *["Shift+Tab"] * 20):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(":focus")).to_have_class(re.compile("m-ma-structure|m-chercher"))


def test_light_and_dark_are_one_button_that_says_what_it_will_do(page: Page) -> None:
    page.goto("contact/")
    body = page.locator("body")
    expect(body).to_have_attribute("data-md-color-scheme", "default")
    page.get_by_role("button", name="Passer en sombre").press("Enter")
    expect(body).to_have_attribute("data-md-color-scheme", "slate")
    back = page.get_by_role("button", name="Passer en clair")
    expect(back).to_be_focused()
    back.press("Space")
    expect(body).to_have_attribute("data-md-color-scheme", "default")


def test_modifier_keeps_its_name_while_its_tooltip_shows(page: Page) -> None:
    page.goto(REGLE)
    link = page.get_by_role("link", name="Modifier cette page")
    link.focus()
    expect(page.locator(".md-tooltip2")).to_be_visible()
    expect(link).to_have_accessible_name("Modifier cette page")
