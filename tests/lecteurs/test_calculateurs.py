"""A SIAE director computes in a browser."""

import re
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext, Page, expect

RULES = Path(__file__).parents[2] / "rules/calculateurs"
CALCULATEURS = sorted(RULES.glob("*.yaml"))

ACI = {
    "recettes": "300",
    "recettes_reservees": "0",
    "achats": "0",
    "charges_exploitation": "900",
    "dotations_amortissements": "100",
    "valorisation_benevolat": "0",
}


def remplir_aci(page: Page, recettes: str = "300") -> None:
    page.goto("calculateurs/aci-taux-commercialisation/")
    page.get_by_label("Droit applicable au").fill("2019-09-10")
    for name, value in {**ACI, "recettes": recettes}.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[data-champ=derogation]").get_by_label("non", exact=True).check()


def resultats(page: Page) -> str:
    """The text of the results, with ordinary spaces."""
    return page.locator("[data-resultats]").inner_text().replace("\u00a0", " ").replace("\u202f", " ")


def test_exactly_thirty_percent_does_not_conform_and_the_article_stands_under_each_step(page: Page) -> None:
    remplir_aci(page)
    expect(page.locator("[data-resultats]")).to_contain_text("non conforme")
    assert "30 %" in resultats(page)
    page.get_by_text("Voir le calcul et ses sources").click()
    steps = page.locator("[data-etapes] > li")
    expect(steps).to_have_count(8)
    for index in range(8):
        assert steps.nth(index).locator("a[href*='sources/']").count() >= 1
    page.locator("[data-etapes] a[href*='c-trav-d5132-34']").first.click()
    expect(page.locator("h1")).to_contain_text("D. 5132-34")


def test_one_cent_less_conforms(page: Page) -> None:
    remplir_aci(page, "299,99")
    expect(page.locator("[data-resultats]")).to_contain_text("29,999")
    assert "29,999 %" in resultats(page)
    assert "non conforme" not in resultats(page)


def test_the_date_decides_which_amount_applies(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/")
    page.get_by_label("Type de structure").select_option("EI")
    page.locator("[name=etp]").fill("1")
    page.locator("[name=taux_modulation]").fill("0")
    page.get_by_label("Droit applicable au").fill("2024-12-31")
    expect(page.locator("[data-resultats]")).to_contain_text("12\u202f459")
    page.get_by_label("Droit applicable au").fill("2025-01-01")
    expect(page.locator("[data-resultats]")).to_contain_text("13\u202f304")


def test_a_gap_says_why_there_is_no_result(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/")
    page.get_by_label("Droit applicable au").fill("2021-03-01")
    page.get_by_label("Type de structure").select_option("AI")
    expect(page.locator("[data-resultats]")).to_contain_text("inconnu du 1er janvier 2021 au 30 septembre 2021")


def test_the_last_known_amount_shows_its_warning(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/")
    page.get_by_label("Droit applicable au").fill("2026-11-23")
    page.get_by_label("Type de structure").select_option("ACI")
    page.locator("[name=etp]").fill("10")
    page.locator("[name=taux_modulation]").fill("5")
    expect(page.locator("[data-avertissements]")).to_contain_text("dernier montant connu")


def test_the_duration_of_a_parcours_is_counted_from_date_to_date(page: Page) -> None:
    page.goto("calculateurs/parcours-duree/")
    page.get_by_label("Droit applicable au").fill("2024-01-15")
    page.get_by_label("Type de structure").select_option("ACI")
    page.get_by_label("Début du parcours").fill("2023-03-15")
    page.get_by_label("Motif de prolongation").select_option("aucun")
    expect(page.locator("[data-resultats]")).to_contain_text("14 mars 2025")


def test_a_question_without_object_is_not_asked(page: Page) -> None:
    page.goto("calculateurs/parcours-duree/")
    expect(page.locator("[name=fin_formation]")).to_be_hidden()
    page.get_by_label("Motif de prolongation").select_option("formation")
    expect(page.locator("[name=fin_formation]")).to_be_visible()


def test_a_bad_entry_is_told_on_its_field(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/")
    for text in ("abc", "1e999", "9" * 400, "-1", "<script>alert(1)</script>"):
        page.locator("[name=etp]").fill(text)
        expect(page.locator("[name=etp]")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("[data-champ=etp] [data-erreur]")).to_be_visible()
    shown = page.locator("[data-calculateur]").inner_text()
    assert not any(word in shown for word in ("NaN", "Infinity", "undefined"))
    page.locator("[name=etp]").fill("1")
    expect(page.locator("[data-champ=etp] [data-erreur]")).to_be_hidden()


def test_the_link_restores_every_answer(page: Page) -> None:
    remplir_aci(page, "299,99")
    expect(page.locator("[data-resultats]")).to_contain_text("29,999")
    expect(page).to_have_url(re.compile("#.*recettes=299"))
    address = page.url
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("[name=recettes]")).to_have_value("299,99")
    expect(page.locator("[data-resultats]")).to_contain_text("29,999")


def test_an_example_is_loaded_with_one_click(page: Page) -> None:
    page.goto("calculateurs/parcours-duree/")
    page.get_by_text("Un salarié de 50 ans et plus", exact=True).click()
    page.locator("details[open] [data-exemple]").click()
    expect(page.locator("[data-resultats]")).to_contain_text("30 janvier 2029")


def test_with_the_keyboard_alone(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/")
    page.locator("#c-date_reference").focus()
    page.locator("#c-date_reference").fill("2019-06-01")
    typed = {"siae": "ACI", "etp": "10", "taux_modulation": "5"}
    for _ in range(12):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name")
        if name in typed:
            page.keyboard.type("Atelier" if name == "siae" else typed.pop(name))
            typed.pop(name, None)
        if not typed:
            break
    assert typed == {}
    expect(page.locator("[data-resultats]")).to_contain_text("212\u202f089,50")
    summary = page.locator("[data-trace] > summary")
    for _ in range(20):
        if summary.evaluate("node => node === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("[data-etapes] > li").first).to_be_visible()


def test_without_javascript_formulas_parameters_and_examples_are_read(
    contexte: tuple[BrowserContext, object],
) -> None:
    browser = contexte[0].browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto(contexte[1].adresse + "calculateurs/aide-au-poste/")  # type: ignore[attr-defined]
        text = page.locator("article").inner_text().replace("\u202f", " ").replace("\u00a0", " ")
        assert "Postes occupés × Montant socle par poste" in text
        assert "23 921" in text
        assert "Dix postes d" in text
        assert page.locator("[data-formulaire]").is_hidden()
    finally:
        context.close()


@pytest.mark.parametrize("identifiant", [fichier.stem for fichier in CALCULATEURS])
def test_every_calculator_shows_each_step_with_its_text_and_obeys_the_date(page: Page, identifiant: str) -> None:
    page.goto(f"calculateurs/{identifiant}/")
    page.locator(".m-exemple > summary").first.click()
    page.locator("details[open] [data-exemple]").click()
    results = page.locator("[data-resultats]")
    expect(results.locator(".calc-valeur").first).to_be_visible()
    page.get_by_text("Voir le calcul et ses sources").click()
    declared = yaml.safe_load((RULES / f"{identifiant}.yaml").read_text(encoding="utf-8"))
    steps = page.locator("[data-etapes] > li")
    assert steps.count() == len(declared["etapes"])
    for step, source in zip(steps.all(), declared["etapes"], strict=True):
        expect(step.locator(".calc-formule")).not_to_be_empty()
        expect(step.locator(".calc-substitution")).not_to_be_empty()
        assert step.locator("a[href*='sources/']").count() >= len(source.get("references", ())), source["nom"]
    page.get_by_label("Droit applicable au").fill("1900-01-01")
    # Without any dated figure, nothing depends on the date.
    if page.locator("#montants").count():
        expect(results).to_contain_text("pas de résultat")
    page.get_by_label("Droit applicable au").fill(str(declared["exemples"][0]["date"]))
    expect(results.locator(".calc-valeur").first).to_be_visible()
