"""At a date, between two dates, and at an address that has moved, as readers meet them."""

import re
import shutil
from pathlib import Path

import pytest
from petit_memento import petit_memento
from playwright.sync_api import Browser, Page, expect
from serveur import servir

from generator.adapters.construction import construire_dans

RACINE = Path(__file__).parents[2]


def test_the_address_gives_the_law_of_a_day(page: Page) -> None:
    page.goto("au/?date=2021-09-02")
    expect(page.locator("[data-annonce]")).to_contain_text("État au 2 septembre 2021")
    in_force = page.locator("#en-vigueur ~ details a[href*='r/parcours-duree-24-mois/']")
    expect(in_force.first).to_have_attribute("href", "../r/parcours-duree-24-mois/2021-09-01/")
    # On that day the ceiling of sales was that of the version of 2008.
    expect(
        page.locator("[data-resultat] a[href*='r/aci-plafond-commercialisation/2008-05-01/']").first
    ).to_be_attached()


def test_another_day_and_a_structure_go_into_the_address(page: Page) -> None:
    page.goto("au/")
    page.get_by_label("Jour", exact=True).fill("2020-01-01")
    page.get_by_label("EITI").check()
    expect(page.locator("[data-annonce]")).to_contain_text("1er janvier 2020, pour EITI")
    expect(page).to_have_url(re.compile(r"au/\?date=2020-01-01&siae=EITI$"))
    every = page.locator("[data-resultat] .m-codes").all_text_contents()
    assert every
    assert all("EITI" in codes for codes in every)


def test_the_structure_that_the_reader_keeps_is_chosen_at_first(page: Page) -> None:
    page.goto("au/")
    page.evaluate("localStorage.setItem('memento:structure', JSON.stringify({siae: ['ACI']}))")
    page.goto("au/")
    expect(page.get_by_label("ACI", exact=True)).to_be_checked()
    expect(page.locator("[data-annonce]")).to_contain_text("pour ACI")
    page.get_by_label("ACI", exact=True).uncheck()
    page.reload()
    expect(page.get_by_label("ACI", exact=True)).not_to_be_checked()


def test_one_goes_from_change_to_change_with_the_keyboard(page: Page) -> None:
    page.goto("au/?date=2024-07-02")
    page.get_by_role("button", name="Changement précédent").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Jour", exact=True)).to_have_value("2024-07-01")
    page.get_by_role("button", name="Changement suivant").press("Enter")
    expect(page.get_by_label("Jour", exact=True)).not_to_have_value("2024-07-01")
    assert page.get_by_label("Jour", exact=True).input_value() > "2024-07-01"


def test_a_day_that_does_not_exist_is_today(page: Page) -> None:
    page.goto("au/?date=2021-02-30")
    value = page.get_by_label("Jour", exact=True).input_value()
    assert value == page.evaluate("new Date().toLocaleDateString('sv')")


def test_without_javascript_today_and_the_days_of_change_are_there(navigateur: Browser, adresse: str) -> None:
    context = navigateur.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{adresse}au/")
    expect(page.locator("[data-formulaire]")).to_be_hidden()
    page.locator("[data-jours] summary").click()
    day = page.locator("[data-jours] li", has_text="1er juillet 2024").first
    expect(day.locator("a[href*='r/aci-plafond-commercialisation/2024-07-01/']")).to_be_visible()
    page.goto(f"{adresse}comparer/")
    expect(page.locator("[data-sans-script]")).to_be_visible()
    expect(page.locator("[data-resultat] ins").first).to_be_visible()
    context.close()


def test_two_days_are_compared_and_the_amounts_say_by_how_much(page: Page) -> None:
    page.goto("comparer/?du=2020-01-01&au=2023-01-01")
    expect(page.locator("[data-annonce]")).to_contain_text("Du 1er janvier 2020 au 1er janvier 2023")
    row = page.locator("[data-resultat] tr", has_text="SMIC horaire brut")
    # 10,15 € on 1 January 2020, 11,27 € on 1 January 2023.
    expect(row).to_contain_text("10,15")
    expect(row).to_contain_text("11,27")
    expect(row).to_contain_text("+1,12")
    page.get_by_label("au", exact=True).fill("2019-01-01")
    expect(page.locator("[data-annonce]")).to_have_text("La première date doit précéder la seconde.")


def test_two_versions_of_a_rule_are_compared_from_its_page(page: Page) -> None:
    page.goto("r/aci-plafond-commercialisation/2024-07-01/")
    expect(page.locator("#mots")).to_be_visible()
    assert page.locator(".m-ecart ins").count() > 0
    page.get_by_role("link", name="Comparer avec une autre version").click()
    expect(page.get_by_label("De la version")).to_have_value("2008-05-01")
    expect(page.get_by_label("à la version")).to_have_value("2024-07-01")
    expect(page.locator("[data-deux-versions] ins").first).to_be_visible()
    page.get_by_label("De la version").select_option("2019-09-10")
    expect(page).to_have_url(re.compile("du=2019-09-10"))


def test_a_name_in_the_address_is_never_read_as_html(page: Page) -> None:
    page.goto("comparer/?regle=<img src=x onerror=alert(1)>&du=<b>&siae=<i>")
    expect(page.get_by_label("Règle", exact=True)).to_have_value("")
    assert page.locator("article img").count() == 0


def test_everything_is_open_on_paper(page: Page) -> None:
    page.goto("au/")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator("[data-temps] details:not([open])").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("[data-temps] details[open]").count() == 0


def test_the_time_line_says_in_words_what_it_draws(page: Page) -> None:
    page.goto("regles/aci-plafond-commercialisation/")
    drawing = page.locator(".m-ligne-du-temps")
    expect(drawing.locator("desc")).to_contain_text("en vigueur")
    expect(drawing.locator("desc")).to_contain_text("proposition du pacte")
    assert drawing.locator("rect").count() == 2
    assert drawing.locator("path.m-temps-propose").count() == 1


@pytest.fixture(scope="module")
def demenage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site, in a sub-folder, one of whose rules has moved."""
    root = petit_memento(tmp_path_factory.mktemp("memento"))
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    lines = "r/vieille/2020-01-01/ -> r/regle-modele/2020-01-01/\nregles/vieille/ -> regles/regle-modele/\n"
    (root / "urls.lock").write_text(lines, encoding="utf-8")
    served = tmp_path_factory.mktemp("serveur")
    construire_dans(root, served / "sous" / "dossier")
    return served


@pytest.mark.parametrize(("script", "fin"), [(True, "#citer"), (False, "")])
def test_an_old_address_leads_to_the_page_from_any_folder(
    navigateur: Browser, demenage: Path, script: bool, fin: str
) -> None:
    """The place inside the page is kept when there is a script; browsers lose it otherwise."""
    context = navigateur.new_context(java_script_enabled=script)
    with servir(demenage) as address:
        page = context.new_page()
        page.goto(f"{address}sous/dossier/r/vieille/2020-01-01/#citer")
        page.wait_for_url(f"{address}sous/dossier/r/regle-modele/2020-01-01/{fin}")
        expect(page.locator("h1")).to_contain_text("Règle modèle")
    context.close()


def test_an_old_address_also_works_from_a_folder_without_a_server(navigateur: Browser, demenage: Path) -> None:
    text = (demenage / "sous/dossier/regles/vieille/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in text
    assert '<meta http-equiv="refresh" content="0; url=../regle-modele/">' in text
    assert '<link rel="canonical" href="../regle-modele/">' in text
    page = navigateur.new_page()
    page.goto((demenage / "sous/dossier/regles/vieille/index.html").as_uri())
    page.wait_for_url("file://**/regles/regle-modele/")
    page.close()


def test_the_pages_about_time_work_from_a_folder(navigateur: Browser, dossier: Path) -> None:
    page = navigateur.new_page()
    page.goto((dossier / "au/index.html").as_uri() + "?date=2021-09-02")
    expect(page.locator("[data-annonce]")).to_contain_text("2 septembre 2021")
    page.close()
