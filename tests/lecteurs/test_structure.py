"""« Ma structure »: declared once, applied everywhere, and never at the price of a rule that vanishes."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, expect

RACINE = Path(__file__).parents[2]


@cache
def siae_des_regles() -> list[list[str]]:
    """Read from the files, not from the pages."""
    files = sorted((RACINE / "rules" / "regles").rglob("*.yaml"))
    return [list(yaml.safe_load(file.read_text(encoding="utf-8"))["siae"]) for file in files]


def attendu(*codes: str) -> str:
    rules = siae_des_regles()
    seen = sum(bool(set(siae) & set(codes)) for siae in rules)
    return f"Vous voyez {seen} règles sur {len(rules)} pour : {', '.join(codes)}."


def declarer(page: Page, *noms: str) -> None:
    """From the keyboard alone: open, tick, apply."""
    page.get_by_role("button", name=re.compile("^Ma structure")).focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Ma structure")
    expect(dialog).to_be_visible()
    for nom in noms:
        dialog.get_by_role("checkbox", name=nom).focus()
        page.keyboard.press("Space")
    dialog.get_by_role("button", name="Appliquer").focus()
    page.keyboard.press("Enter")
    expect(dialog).to_have_count(0)


def test_a_structure_is_declared_from_the_keyboard_and_counts_the_rules(page: Page) -> None:
    page.goto("regles/")
    declarer(page, "(ACI)")
    expect(page.locator(".m-vue")).to_contain_text(attendu("ACI"))
    expect(page).to_have_url(re.compile(r"regles/\?siae=ACI$"))
    expect(page.get_by_role("button", name="Ma structure : ACI")).to_be_focused()
    page.reload()
    expect(page.locator(".m-vue")).to_contain_text(attendu("ACI"))


def test_two_structures_add_up(page: Page) -> None:
    page.goto("regles/?siae=EI,ACI")
    expect(page.locator(".m-vue")).to_contain_text(attendu("ACI", "EI"))


def test_what_does_not_apply_is_greyed_with_its_reason_and_never_hidden(page: Page) -> None:
    page.goto("regles/?siae=EITI")
    greyed = page.locator("li[data-siae='AI']").first
    expect(greyed).to_be_visible()
    expect(greyed.locator(".m-raison")).to_have_text("Ne concerne pas votre structure (EITI) : vaut pour AI.")
    assert page.locator("li.m-hors").count() == sum("EITI" not in siae for siae in siae_des_regles())


def test_hiding_is_a_choice_that_says_how_many_and_can_be_undone(page: Page) -> None:
    page.goto("regles/?siae=ACI")
    hidden = sum("ACI" not in siae for siae in siae_des_regles())
    page.get_by_role("button", name="Masquer le reste").press("Enter")
    expect(page.locator(".m-vue")).to_contain_text(f"Le reste est masqué ({hidden})")
    assert page.locator("li.m-hors:visible").count() == 0
    page.get_by_role("button", name="Masquer le reste").press("Enter")
    assert page.locator("li.m-hors:visible").count() == hidden
    page.get_by_role("button", name="Tout afficher").press("Enter")
    expect(page.locator("li.m-hors")).to_have_count(0)
    page.get_by_role("button", name="Voir pour ACI").press("Enter")
    expect(page.locator("li.m-hors")).to_have_count(hidden)


def test_the_link_of_someone_else_shows_their_view_and_takes_nothing_from_mine(page: Page) -> None:
    page.goto("regles/")
    declarer(page, "(ACI)")
    page.goto("regles/?siae=ETTI")
    expect(page.locator(".m-vue")).to_contain_text("Vue partagée")
    expect(page.locator(".m-vue")).to_contain_text(attendu("ETTI"))
    page.goto("calculateurs/")
    expect(page.locator(".m-vue")).to_contain_text("pour : ACI")
    page.goto("regles/?siae=ETTI")
    page.get_by_role("button", name="Garder ce choix").press("Enter")
    page.goto("pratiques/")
    expect(page.locator(".m-vue")).to_contain_text("pour : ETTI")


def test_a_page_says_whether_it_concerns_my_structure(page: Page) -> None:
    page.goto("regles/aci-plafond-commercialisation/?siae=AI")
    expect(page.locator(".m-vue")).to_contain_text("Ne concerne pas votre structure (AI) : vaut pour ACI.")
    page.goto("regles/aci-plafond-commercialisation/?siae=ACI")
    expect(page.locator(".m-vue")).to_contain_text("Concerne votre structure (ACI).")


def test_the_columns_of_the_matrix_are_greyed(page: Page) -> None:
    page.goto("parcours/matrice/?siae=EI")
    table = page.locator("table.m-matrice")
    assert table.locator("thead th.m-hors").count() == 4
    expect(table.locator("thead th.m-hors").first).to_contain_text("hors de votre structure")
    expect(table.locator("thead th", has_text=re.compile("^EI$"))).to_have_count(1)
    assert table.locator("tbody td.m-hors").count() == 4 * table.locator("tbody tr").count()


def test_a_calculator_starts_from_what_was_declared(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/?siae=ETTI&territoire=mayotte&date=2020-06-01")
    expect(page.locator("select[name=siae]")).to_have_value("ETTI")
    expect(page.locator("select[name=territoire]")).to_have_value("mayotte")
    expect(page.locator("input[name=date_reference]")).to_have_value("2020-06-01")
    expect(page.locator("[data-prerempli]")).to_be_visible()


def test_the_answers_of_a_link_win_over_what_was_declared(page: Page) -> None:
    page.goto("calculateurs/aide-au-poste/?siae=ETTI#siae=ACI")
    expect(page.locator("select[name=siae]")).to_have_value("ACI")
    expect(page.locator("[data-prerempli]")).to_be_hidden()


def test_another_date_leads_to_the_memento_of_that_day(page: Page) -> None:
    page.goto("regles/?siae=ACI&date=2021-09-02")
    link = page.get_by_role("link", name="Voir le mémento au 2 septembre 2021")
    expect(page.locator(".m-vue")).to_contain_text("Cette page montre le droit du jour")
    assert (link.get_attribute("href") or "").endswith("au/?siae=ACI&date=2021-09-02")


@pytest.mark.parametrize(
    "url",
    ["calculateurs/aide-au-poste/", "r/aci-plafond-commercialisation/2008-05-01/", "parametres/aide-au-poste-socle/"],
)
def test_what_is_of_another_day_is_not_called_the_law_of_today(page: Page, url: str) -> None:
    page.goto(f"{url}?siae=ACI&date=2021-09-02")
    expect(page.get_by_role("link", name="Voir le mémento au 2 septembre 2021")).to_be_visible()
    expect(page.locator(".m-vue")).not_to_contain_text("droit du jour")


def test_the_memento_at_a_date_keeps_its_own_day_and_its_own_boxes(page: Page) -> None:
    page.goto("au/?date=2020-06-01&siae=ACI")
    expect(page.locator("[data-annonce]")).to_contain_text("1er juin 2020, pour ACI")
    expect(page.locator(".m-vue, .m-hors")).to_have_count(0)
    declarer(page, "(EI)")
    expect(page.locator("[data-annonce]")).to_contain_text("1er juin 2020, pour EI")


def test_a_module_is_left_whole(page: Page) -> None:
    page.goto("regles/")
    declarer(page, "(EITI)")
    page.goto("formation/clauses-sociales/")
    expect(page.get_by_role("button", name="Ma structure : EITI")).to_be_visible()
    expect(page.locator(".m-vue, .m-hors")).to_have_count(0)


def test_the_page_of_another_structure_says_so_without_counting_its_rules_as_mine(page: Page) -> None:
    page.goto("structures/ei/?siae=ACI")
    expect(page.locator(".m-vue")).to_contain_text("Ne concerne pas votre structure (ACI) : vaut pour EI.")
    expect(page.locator(".m-vue")).not_to_contain_text("Vous voyez")


def test_the_matrix_can_be_shown_whole_again(page: Page) -> None:
    page.goto("parcours/matrice/?siae=EI")
    page.get_by_role("button", name="Tout afficher").press("Enter")
    expect(page.locator(".m-hors")).to_have_count(0)
    page.get_by_role("button", name="Voir pour EI").press("Enter")
    assert page.locator("table.m-matrice thead th.m-hors").count() == 4


def test_a_choice_reaches_the_other_tabs(contexte: tuple[BrowserContext, object], page: Page) -> None:
    page.goto("regles/")
    other = contexte[0].new_page()
    other.goto("regles/")
    declarer(other, "(AI)")
    expect(page.locator(".m-vue")).to_contain_text(attendu("AI"))


def test_an_address_cannot_make_the_site_say_a_sentence(page: Page) -> None:
    page.goto("regles/?siae=COMPTE BLOQUE APPELEZ LE 0800,XYZ")
    expect(page.locator(".m-vue")).to_contain_text("inconnu dans l’adresse : autre chose qu’un sigle, XYZ.")
    expect(page.locator(".m-vue")).not_to_contain_text("APPELEZ")


def test_an_unknown_type_in_the_address_is_told_and_what_it_holds_never_runs(page: Page) -> None:
    page.goto('regles/?siae="><img src=x onerror=document.title=1>,ACI')
    expect(page.locator(".m-vue")).to_contain_text("inconnu dans l’adresse")
    expect(page.locator(".m-vue")).to_contain_text(attendu("ACI"))
    assert page.locator("article img[src=x]").count() == 0


def test_a_browser_that_keeps_nothing_still_shows_the_view_of_the_address(
    contexte: tuple[BrowserContext, object],
) -> None:
    context = contexte[0]
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('non') }")
    page = context.new_page()
    page.goto("regles/?siae=AI")
    expect(page.locator(".m-vue")).to_contain_text(attendu("AI"))


@pytest.mark.parametrize("code", ["ACI", "EI", "AI", "ETTI", "EITI"])
def test_without_javascript_the_page_of_the_structure_says_the_same(
    navigateur: Browser, adresse: str, page: Page, code: str
) -> None:
    page.goto(f"regles/?siae={code}")
    expect(page.locator(".m-vue")).to_contain_text(attendu(code))
    shown = set(page.locator("li[data-siae]:not(.m-hors) > a").evaluate_all("all => all.map(a => a.href)"))
    context = navigateur.new_context(base_url=adresse, java_script_enabled=False)
    still = context.new_page()
    still.goto(f"structures/{code.lower()}/")
    apart = "all => all.filter(a => !a.closest('details')).map(a => a.href)"
    listed = set(still.locator("li[data-siae] > a").evaluate_all(apart))
    assert listed == shown
    total = len(siae_des_regles())
    expect(still.locator("article")).to_contain_text(
        f"{total - len(shown)} règles du mémento sur {total} valent pour d’autres"
    )
    expect(still.get_by_role("link", name="Ma structure")).to_be_visible()
    context.close()
