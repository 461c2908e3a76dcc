"""The attestation that a learner prints for oneself."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader
from test_formation import ATTESTATION, catalogue, garder, tout_fait


def test_an_attestation_waits_for_a_module_done(page: Page) -> None:
    page.goto(ATTESTATION)
    expect(page.locator("[data-dit]")).to_contain_text("Aucun module n’est fait")
    expect(page.locator("[data-feuille]")).to_be_hidden()


def test_an_attestation_says_what_was_followed_and_what_it_is_worth(page: Page) -> None:
    page.goto(ATTESTATION)
    garder(page, tout_fait(page))
    page.reload()
    sheet = page.locator("[data-feuille]")
    page.get_by_label("Votre nom").fill("<img src=x onerror=alert(1)>")
    expect(sheet.locator("[data-nom]")).to_have_text("<img src=x onerror=alert(1)>")
    expect(sheet.locator("img")).to_have_count(0)
    for box in page.locator("[data-choix] input").all()[1:]:
        box.uncheck()
    expect(sheet.locator("tbody tr")).to_have_count(1)
    expect(sheet.locator("tbody tr")).to_contain_text("20 novembre 2026")
    expect(sheet.locator("tbody tr")).to_contain_text("10 sur 10")
    expect(sheet).to_contain_text("le module de formation suivant")
    expect(sheet.locator("[data-regles] li")).to_have_count(
        len({question["regle"] for question in catalogue(page)[0]["questions"]})
    )
    expect(sheet).to_contain_text("Elle n’est délivrée par personne")
    expect(sheet).to_contain_text("n’a pas valeur de diplôme ni de certification officielle")
    expect(sheet).to_contain_text(re.compile(r"version \d+\.\d+.*, état au \d"))


def test_the_name_on_an_attestation_is_kept_nowhere(contexte: tuple[BrowserContext, object]) -> None:
    page = contexte[0].new_page()
    page.goto(ATTESTATION, wait_until="networkidle")
    garder(page, tout_fait(page))
    page.reload(wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    page.get_by_label("Votre nom").fill("Camille Exemple")
    assert sent == []
    stored = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.href])")
    assert "Camille" not in stored
    page.reload()
    expect(page.get_by_label("Votre nom")).to_have_value("")
    page.goto("formation/")
    page.go_back()
    expect(page.get_by_label("Votre nom")).to_have_value("")


def test_printing_without_a_name_asks_for_it(page: Page) -> None:
    page.goto(ATTESTATION)
    garder(page, tout_fait(page))
    page.reload()
    page.locator("[data-imprimer]").click()
    expect(page.locator("[data-dit]")).to_have_text("Écrivez votre nom avant d’imprimer.")
    expect(page.locator("#nom")).to_be_focused()


@pytest.mark.parametrize("modules", [1, 8])
@pytest.mark.parametrize("couleurs", ["light", "dark"])
def test_an_attestation_is_one_sheet_of_paper(page: Page, tmp_path: Path, modules: int, couleurs: Any) -> None:
    page.emulate_media(color_scheme=couleurs)
    page.goto(ATTESTATION)
    kept = tout_fait(page)
    kept["modules"] = dict(list(kept["modules"].items())[:modules])
    garder(page, kept)
    page.reload()
    page.get_by_label("Votre nom").fill("Camille Exemple")
    pdf = tmp_path / "attestation.pdf"
    page.pdf(path=pdf, format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), "12mm"))
    (sheet,) = PdfReader(pdf).pages
    words = " ".join(sheet.extract_text().split())
    assert "Attestation de suivi" in words
    assert "Camille Exemple" in words
    assert "n’a pas valeur de diplôme" in words
    assert "Votre nom" not in words
    page.emulate_media(media="print")
    title = page.locator("#attestation-titre")
    assert title.evaluate("(node) => getComputedStyle(node).color") == "rgb(29, 42, 38)"
