"""Every kind of page, as its readers meet it."""

from dataclasses import dataclass

import pytest
from journal import Journal, lectrice
from playwright.sync_api import Browser, BrowserContext, Page, expect

GENRES = [
    "",
    "regles/",
    "regles/aci-plafond-commercialisation/",
    "r/aci-plafond-commercialisation/2024-07-01/",
    "parametres/",
    "parametres/aide-au-poste-socle/",
    "sources/",
    "sources/c-trav-d5132-34/",
    "calculateurs/",
    "calculateurs/aci-taux-commercialisation/",
    "pacte/mesures/",
    "structures/",
    "structures/aci/",
    "structures/geiq/",
    "pacte/engagements/1/",
    "pacte/mesures/20-accelerer-les-clauses-sociales/",
    "parcours/",
    "parcours/diagnostic/",
    "parcours/matrice/",
    "pratiques/",
    "pratiques/aller-vers/",
    "avis/",
    "formation/",
    "formation/clauses-sociales/",
    "formation/publics/acheteurs/",
    "outils/",
    "outils/dossier-de-conventionnement/",
    "reperes/",
    "reperes/poids-de-la-modulation/",
    "reperes/smic-horaire/",
    "reperes/chiffres-du-pacte/",
    "couverture/",
    "hors-ligne/",
    "glossaire/",
    "formation/ma-progression/",
    "formation/attestation/",
    "accessibilite/",
    "mentions-legales/",
    "donnees-personnelles/",
    "plan-du-site/",
    "contact/",
    "nouveautes/",
    "reutiliser/",
    "au/",
    "comparer/",
    "recherche/",
]


# Readers whose pages are open together.
ENSEMBLE = 12


@dataclass(frozen=True)
class Visite:
    """What a reader who opens this page first gets of it."""

    statut: int
    temoins: int
    titres: int
    largeur: int
    journal: Journal


@pytest.fixture(scope="module")
def visites(navigateur: Browser, adresse: str) -> dict[str, Visite]:
    """Each page opened by another reader; several at once: what comes late is waited for once for all of them."""
    found = {}
    for start in range(0, len(GENRES), ENSEMBLE):
        opened = []
        for url in GENRES[start : start + ENSEMBLE]:
            context, journal = lectrice(navigateur, adresse)
            page = context.new_page()
            response = page.goto(url)
            assert response is not None
            opened.append((url, response.status, page, journal))
        for url, status, page, journal in opened:
            page.wait_for_load_state("networkidle")
            width = page.evaluate("document.documentElement.scrollWidth")
            titles, cookies = page.locator("h1").count(), len(page.context.cookies())
            page.context.close()
            found[url] = Visite(status, cookies, titles, width, journal)
    return found


@pytest.mark.parametrize("url", GENRES)
def test_a_page_asks_nothing_elsewhere_sets_no_cookie_and_fits_a_phone(visites: dict[str, Visite], url: str) -> None:
    seen = visites[url]
    assert seen.statut == 200
    assert seen.temoins == 0
    assert seen.titres == 1
    assert seen.largeur <= 390
    assert seen.journal.ailleurs == []
    assert seen.journal.erreurs == []


@pytest.mark.parametrize("url", GENRES)
def test_a_page_reads_without_javascript(contexte: tuple[BrowserContext, object], adresse: str, url: str) -> None:
    browser = contexte[0].browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto(adresse + url)
        expect(page.locator("h1")).to_be_visible()
        assert len(page.locator("article").inner_text()) > 200
    finally:
        context.close()


def test_a_rule_says_whether_it_binds_since_when_and_by_which_text(page: Page) -> None:
    page.goto("regles/aci-plafond-commercialisation/")
    article = page.locator("article")
    expect(article).to_contain_text("prescriptif", ignore_case=True)
    expect(article).to_contain_text("1er juillet 2024")
    expect(article.locator("a[href*='sources/c-trav-d5132-34']").first).to_be_visible()
    expect(article).to_contain_text("non adoptée dans le code", ignore_case=True)


def test_modifier_leads_to_the_yaml_of_the_rule(page: Page) -> None:
    page.goto("regles/aci-plafond-commercialisation/")
    link = page.locator("a[rel=edit]").first
    assert (link.get_attribute("href") or "").endswith(
        "rules/regles/modele-economique/aci-plafond-commercialisation.yaml"
    )


def test_acronyms_are_spelled_out(page: Page) -> None:
    page.goto("regles/aci-plafond-commercialisation/")
    expect(page.locator("article abbr", has_text="ACI").first).to_have_attribute(
        "title", "Atelier et chantier d’insertion", ignore_case=True
    )


def test_a_proposal_is_never_shown_as_the_law(page: Page) -> None:
    page.goto("r/aci-plafond-commercialisation/2019-09-10/")
    expect(page.locator("article")).to_contain_text("proposition", ignore_case=True)
    expect(page.locator("article")).to_contain_text("indicatif", ignore_case=True)


def test_the_actions_of_a_measure_have_their_anchors(page: Page) -> None:
    page.goto("pacte/mesures/")
    page.locator("article a[href*='27-']").first.click()
    for number in range(1, 6):
        expect(page.locator(f"#action-{number}")).to_have_count(1)


def test_the_site_says_that_it_is_not_official(page: Page) -> None:
    page.goto("")
    expect(page.locator("body")).to_contain_text("non officiel", ignore_case=True)


def test_from_home_the_calculator_of_aci_is_two_clicks_away(page: Page) -> None:
    page.goto("")
    first = page.locator("article a[href*='calculateurs/']").first
    straight = "aci-taux" in (first.get_attribute("href") or "")
    first.click()
    if not straight:
        page.locator("article a[href*='aci-taux-commercialisation']").first.click()
    expect(page.locator("[data-formulaire]")).to_be_visible()
