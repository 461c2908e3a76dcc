"""What a reader does with a result: go back in time, copy, print, show it elsewhere, open it without a server."""

from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, expect

RESULTAT = "calculateurs/aide-au-poste/#date=2024-06-01&siae=ACI&etp=10&taux_modulation=5"


def test_a_day_of_the_time_line_becomes_the_reference_date(page: Page) -> None:
    page.goto(RESULTAT)
    current = page.locator("[data-frise] [aria-current]")
    expect(current).to_have_text("1er janvier 2024")
    page.locator("[data-jour='2019-01-01']").click()
    expect(page.locator("[name=date_reference]")).to_have_value("2019-01-01")
    expect(current).to_have_text("1er janvier 2019")
    expect(page.locator("[data-resultats]")).to_contain_text("201\u202f990")
    page.locator("[name=date_reference]").fill("2018-12-31")
    expect(current).to_have_count(0)


def test_the_time_line_is_one_stop_of_the_keyboard_with_arrows_inside(page: Page) -> None:
    page.goto(RESULTAT)
    expect(page.locator("[data-resultats]")).to_contain_text("234\u202f580")
    page.locator("[data-frise] [aria-current]").focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    expect(page.locator("[data-jour='2023-01-01']")).to_be_focused()
    page.keyboard.press("Enter")
    # 10 × 22 692 €.
    expect(page.locator("[data-resultats]")).to_contain_text("226\u202f920")
    page.keyboard.press("Tab")
    expect(page.locator("[name=siae]")).to_be_focused()


def test_the_result_is_copied_as_text_with_each_step_and_its_link(
    contexte: tuple[BrowserContext, object], page: Page
) -> None:
    contexte[0].grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(RESULTAT)
    page.get_by_role("button", name="Copier le résultat en texte").click()
    expect(page.locator("[data-copie]")).to_have_text("Résultat copié.")
    text = page.evaluate("navigator.clipboard.readText()").replace("\u202f", " ").replace("\u00a0", " ")
    lines = text.split("\n")
    assert lines[:2] == ["Aide au poste d’insertion", "Droit applicable au : 1er juin 2024"]
    assert "Postes d’insertion occupés, en équivalent temps plein : 10 ETP" in lines
    # 10 × 23 458 = 234 580 ; 5 % : 11 729.
    assert "Socle pour les postes occupés : 234 580 €/an" in lines
    assert "   10 ETP × 23 458 €/ETP/an → 234 580 €/an" in lines
    assert any("article R. 5132-38" in line for line in lines)
    assert any(line.startswith("Résultat indicatif : seul le texte cité fait foi.") for line in lines)
    assert lines[-2] == page.evaluate("location.href")
    assert "siae=ACI" in lines[-2]


def test_the_printed_sheet_holds_answers_results_and_computation_only(page: Page) -> None:
    page.goto(RESULTAT)
    expect(page.locator("[data-resultats]")).to_contain_text("234\u202f580")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheet = page.locator("[data-calculateur]")
    expect(sheet.locator("[data-reponses]")).to_be_visible()
    expect(sheet.locator("[data-etapes] > li")).to_have_count(5)
    expect(sheet.locator("[data-etapes] > li").last).to_be_visible()
    for shown in ("1er juin 2024", "10\u00a0ETP", "246\u202f309", "version 0.1.0", "siae=ACI"):
        expect(sheet).to_contain_text(shown)
    for hidden in ("[data-formulaire]", "#exemples", "#formules", "[data-imprimer]"):
        expect(page.locator(hidden)).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(sheet.locator("[data-trace]")).not_to_have_attribute("open", "")


def test_the_page_to_embed_holds_the_calculator_alone(page: Page, adresse: str) -> None:
    page.goto("calculateurs/aide-au-poste/")
    code = page.locator("[data-integrer]").inner_text()
    assert f'src="{adresse}calculateurs/aide-au-poste/integrer/"' in code
    page.route("**/hote/", lambda route: route.fulfill(body=code, content_type="text/html"))
    page.goto("hote/")
    frame = page.frame_locator("iframe")
    frame.locator("[name=siae]").select_option("ACI")
    frame.locator("[name=etp]").fill("1")
    frame.locator("[name=taux_modulation]").fill("0")
    frame.locator("[name=date_reference]").fill("2019-06-01")
    expect(frame.locator("[data-resultats]")).to_contain_text("20\u202f199")
    assert frame.locator("header, nav, .md-footer").count() == 0
    assert frame.locator("meta[name=robots][content=noindex]").count() == 1
    assert frame.locator("base[target=_blank]").count() == 1


def test_it_computes_on_a_copy_opened_from_a_folder(navigateur: Browser, dossier: Path) -> None:
    page = navigateur.new_page()
    try:
        page.goto((dossier / "calculateurs/aide-au-poste/index.html").as_uri())
        page.locator("[name=siae]").select_option("ACI")
        page.locator("[name=etp]").fill("1")
        page.locator("[name=taux_modulation]").fill("0")
        page.locator("[name=date_reference]").fill("2019-06-01")
        expect(page.locator("[data-resultats]")).to_contain_text("20\u202f199")
    finally:
        page.close()


def test_a_chart_has_its_table(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/")
    figure = page.locator(".m-figure")
    expect(figure.get_by_role("img")).to_be_visible()
    figure.get_by_text("Le tableau de ce graphique").click()
    expect(figure.locator("tbody tr").nth(2)).to_contain_text("10\u00a0ETP")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
