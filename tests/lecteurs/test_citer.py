"""Citing, from the keyboard, on every kind of page that is cited."""

import json

import pytest
from playwright.sync_api import BrowserContext, Page, expect

CITES = [
    "regles/aci-plafond-commercialisation/",
    "r/aci-plafond-commercialisation/2008-05-01/",
    "pratiques/aller-vers/",
    "calculateurs/aci-taux-commercialisation/",
]
RESULTAT = (
    "calculateurs/aci-taux-commercialisation/"
    "#date=2026-11-23&recettes=300&charges_exploitation=1000&dotations_amortissements=0&derogation=non"
)


def presse(page: Page) -> str:
    """What the clipboard holds, with plain spaces."""
    return str(page.evaluate("navigator.clipboard.readText()")).replace("\u00a0", " ").replace("\u202f", " ")


def copier(page: Page, nom: str) -> str:
    """Reach a button by its name, press Enter, hear that it is done, read the clipboard."""
    # What was said of the copy before is no answer to this one.
    page.locator("[data-annonce]").evaluate_all("all => all.forEach((one) => { one.textContent = ''; })")
    page.get_by_role("button", name=nom, exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-annonce]")).to_contain_text("Citation copiée")
    return presse(page)


@pytest.fixture
def lecteur(contexte: tuple[BrowserContext, object]) -> Page:
    contexte[0].grant_permissions(["clipboard-read", "clipboard-write"])
    return contexte[0].new_page()


@pytest.mark.parametrize("url", CITES)
def test_each_format_is_copied_and_holds_an_address_that_answers(lecteur: Page, adresse: str, url: str) -> None:
    lecteur.goto(url)
    for name in ("Copier la citation", "Markdown", "HTML", "BibTeX", "RIS", "CSL-JSON"):
        copied = copier(lecteur, name)
        assert adresse in copied, name
        assert "valeur" in copied or "résultat indicatif" in copied
        assert "\ue000" not in copied
    (entry,) = json.loads(copied)
    response = lecteur.request.get(entry["URL"])
    assert response.status == 200
    assert "<article" in response.text()


def test_the_permanent_page_of_a_copied_citation_holds_the_words_cited(lecteur: Page) -> None:
    lecteur.goto("regles/aci-plafond-commercialisation/")
    said = lecteur.locator(".m-enonce").inner_text()
    lecteur.goto(copier(lecteur, "Copier la citation").split("Adresse permanente : ")[1])
    expect(lecteur.locator(".m-enonce")).to_have_text(said)


def test_the_citation_of_a_result_holds_the_result_its_day_and_the_link_that_restores_it(lecteur: Page) -> None:
    lecteur.goto(RESULTAT)
    copied = copier(lecteur, "Copier la citation")
    assert "droit applicable au 23 novembre 2026" in copied
    assert "30 %" in copied
    assert "D. 5132-34" in copied
    (entry,) = json.loads(copier(lecteur, "CSL-JSON"))
    other = lecteur.context.new_page()
    other.goto(entry["URL"])
    expect(other.locator("input[name=recettes]")).to_have_value("300")


def test_a_proposal_says_in_its_citation_that_it_is_not_the_law(lecteur: Page) -> None:
    lecteur.goto("r/aci-plafond-commercialisation/2019-09-10/")
    for name in ("Copier la citation", "BibTeX", "RIS", "CSL-JSON"):
        assert "n’est pas du droit" in copier(lecteur, name)


def test_without_javascript_the_citation_reads_and_no_button_does_nothing(navigateur: object, adresse: str) -> None:
    context = navigateur.new_context(base_url=adresse, java_script_enabled=False)  # type: ignore[attr-defined]
    page = context.new_page()
    page.goto("regles/aci-plafond-commercialisation/")
    expect(page.locator("#citer-texte")).to_contain_text("/r/aci-plafond-commercialisation/2024-07-01/")
    expect(page.locator("[data-copie-de]").first).to_be_hidden()
    context.close()
