"""The search: found as one types, from the keyboard alone, in an address that one can share, and told to nobody."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

LIEN = "a.m-chercher"
BOITE = "dialog.m-chercher-boite"
STATUT = "[data-role=statut]"
LIGNES = "ol.m-trouves > li"
LOURDS = ("assets/fixes/recherche.", "assets/fixes/lunr.", "assets/recherche-index.js")


@pytest.fixture
def demandes(contexte: tuple[BrowserContext, object]) -> list[str]:
    """Every address that is asked for, with what is sent."""
    asked: list[str] = []
    contexte[0].on("request", lambda request: asked.append(f"{unquote(request.url)} {request.post_data or ''}"))
    return asked


def ouvrir(page: Page, mots: str, url: str = "contact/") -> None:
    """The dialog of a page, with its results."""
    page.goto(url)
    page.keyboard.press("/")
    page.keyboard.type(mots)
    expect(page.locator(f"{BOITE} [role=status]")).to_contain_text("résultat")


def chercher(page: Page, fragment: str, requete: str = "") -> None:
    """The page of the search, with its results."""
    page.goto("about:blank")
    page.goto(f"recherche/{requete}#{fragment}")
    expect(page.locator(STATUT)).to_contain_text("résultat")


def adresses(page: Page) -> list[str]:
    """Where the results of the page lead, from the root."""
    links = page.locator(f"{LIGNES} > a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return [link.removeprefix("../") for link in links]


def ecrit(page: Page) -> str:
    """What the field of the dialog holds."""
    return page.locator(f"{BOITE} input").input_value()


def test_from_the_keyboard_alone_one_opens_chooses_and_reads(page: Page) -> None:
    ouvrir(page, "480 heures")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"{BOITE} [role=option][aria-selected=true]")
    expect(active).to_have_count(1)
    assert (active.get_attribute("href") or "").endswith("regles/ai-480-heures/")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/regles/ai-480-heures/$"))
    expect(page.locator("h1")).to_contain_text("480 heures")


def test_enter_without_a_choice_leads_to_all_the_results(page: Page) -> None:
    ouvrir(page, "480 heures")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/recherche/#q=480\+heures$"))
    expect(page.get_by_role("searchbox")).to_have_value("480 heures")
    # The words are in the field before the search is there.
    expect(page.locator(STATUT)).to_contain_text("résultat")
    assert "regles/ai-480-heures/" in adresses(page)


def test_the_attributes_of_the_field_always_tell_the_truth(page: Page) -> None:
    page.goto("contact/")
    page.keyboard.press("/")
    field = page.get_by_role("combobox")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("aria-expanded", "false")
    page.keyboard.type("aci")
    expect(field).to_have_attribute("aria-expanded", "true")
    options = page.locator(f"#{field.get_attribute('aria-controls')} > [role=option]")
    total = options.count()
    assert 3 <= total <= 12
    assert field.get_attribute("aria-activedescendant") is None
    for key, rank in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowUp", None),
        ("ArrowUp", total - 1),
        ("ArrowDown", None),
        ("ArrowDown", 0),
        ("Home", None),
    ):
        page.keyboard.press(key)
        expected = None if rank is None else options.nth(rank).get_attribute("id")
        assert field.get_attribute("aria-activedescendant") == expected, key
        selected = page.locator(f"{BOITE} [aria-selected=true]")
        assert selected.count() == (rank is not None)
    page.keyboard.press("ArrowDown")
    page.keyboard.type("x")
    assert field.get_attribute("aria-activedescendant") is None
    ids = options.evaluate_all("all => all.map((option) => option.id)")
    assert len(ids) == len(set(ids))


def test_escape_erases_then_closes_and_the_focus_goes_back_where_it_was(page: Page) -> None:
    page.goto("regles/")
    link = page.locator("article a").nth(3)
    link.focus()
    page.keyboard.press("Control+k")
    page.keyboard.type("aci")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(BOITE)).to_be_visible()
    assert ecrit(page) == ""
    expect(page.get_by_role("option")).to_have_count(0)
    page.keyboard.press("Escape")
    expect(page.locator(BOITE)).to_be_hidden()
    expect(link).to_be_focused()


def test_what_was_typed_is_there_when_the_dialog_opens_again_and_nowhere_else(page: Page) -> None:
    ouvrir(page, "aci")
    page.get_by_role("button", name="Fermer").click()
    page.keyboard.press("/")
    assert ecrit(page) == "aci"
    kept = page.evaluate("JSON.stringify([Object.values(localStorage), Object.values(sessionStorage)])")
    assert "aci" not in kept.lower()
    page.reload()
    page.keyboard.press("/")
    assert ecrit(page) == ""


def test_a_slash_typed_in_a_field_is_a_slash(page: Page) -> None:
    page.goto("outils/accueil-nouveau-salarie/")
    field = page.locator("[data-modele] input[type=text]").first
    field.fill("")
    field.press("/")
    expect(field).to_have_value("/")
    expect(page.locator(BOITE)).to_have_count(0)
    field.press("Control+k")
    expect(page.locator(BOITE)).to_be_visible()


def test_the_shortcut_of_one_key_can_be_turned_off(page: Page) -> None:
    page.goto("recherche/")
    page.get_by_label("la touche « / »").uncheck()
    page.goto("contact/")
    page.keyboard.press("/")
    expect(page.locator(BOITE)).to_have_count(0)
    page.keyboard.press("Control+k")
    expect(page.locator(BOITE)).to_be_visible()


def test_with_control_a_click_or_enter_opens_another_tab(contexte: tuple[BrowserContext, object], page: Page) -> None:
    page.goto("")
    page.locator(LIEN).click()
    page.keyboard.type("D5132-34")
    first = page.get_by_role("option").first
    expect(first).to_have_attribute("href", re.compile("sources/c-trav-d5132-34/$"))
    with contexte[0].expect_page() as other:
        first.click(modifiers=["Control"])
    other.value.wait_for_url(re.compile("/sources/c-trav-d5132-34/$"))
    with contexte[0].expect_page() as other:
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Control+Enter")
    other.value.wait_for_url(re.compile("/sources/c-trav-d5132-34/$"))
    expect(page.locator(BOITE)).to_be_visible()
    first.click()
    page.wait_for_url(re.compile("/sources/c-trav-d5132-34/$"))


def test_an_option_of_the_same_page_closes_the_dialog_and_goes_there(page: Page) -> None:
    ouvrir(page, "smic", "glossaire/")
    page.locator(f"{BOITE} [role=option][href$='glossaire/#smic']").click()
    expect(page.locator(BOITE)).to_be_hidden()
    expect(page).to_have_url(re.compile("glossaire/#smic$"))


def test_the_button_of_home_opens_the_same_dialog(page: Page) -> None:
    page.goto("")
    page.get_by_role("link", name="Rechercher une règle").click()
    expect(page.get_by_role("combobox")).to_be_focused()


def test_an_amount_answers_with_its_value_and_its_day(page: Page) -> None:
    ouvrir(page, "smic")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("€")
    expect(first).to_contain_text(re.compile(r"depuis le \d+(er)? \w+ \d{4}"))


def test_what_is_typed_while_the_search_loads_is_not_lost(contexte: tuple[BrowserContext, object], page: Page) -> None:
    late = []
    contexte[0].route("**/assets/fixes/recherche.*.js", lambda route: late.append(route))
    page.goto("contact/")
    page.keyboard.press("/")
    page.keyboard.type("aci")
    expect(page.locator(f"{BOITE} [role=status]")).to_have_text("La recherche se charge…")
    page.locator("script[src*='/recherche.']").wait_for(state="attached")
    assert ecrit(page) == "aci"
    late[0].continue_()
    expect(page.get_by_role("option").first).to_be_visible()


@pytest.mark.parametrize("fichier", ["fixes/recherche.*.js", "recherche-index.js"])
def test_a_search_that_does_not_load_says_so_shows_ways_on_and_can_be_tried_again(
    navigateur: Browser, adresse: str, fichier: str
) -> None:
    context = navigateur.new_context(base_url=adresse, service_workers="block", locale="fr-FR")
    context.route(f"**/assets/{fichier}", lambda route: route.abort())
    page = context.new_page()
    page.goto("contact/")
    page.keyboard.press("/")
    page.keyboard.type("aci")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("n’a pas pu se charger")
    for name in ("le plan du site", "le glossaire"):
        link = alert.get_by_role("link", name=name)
        assert page.request.get(link.evaluate("a => a.href")).ok
    context.unroute(f"**/assets/{fichier}")
    alert.get_by_role("button", name="Réessayer").click()
    expect(page.get_by_role("option").first).to_be_visible()
    expect(alert).to_be_hidden()
    context.close()


def test_the_search_is_fetched_only_when_it_is_used(demandes: list[str], page: Page) -> None:
    page.goto("", wait_until="networkidle")
    page.goto("regles/ai-480-heures/", wait_until="networkidle")
    assert [url for url in demandes if any(name in url for name in LOURDS)] == []
    page.keyboard.press("/")
    page.keyboard.type("aci")
    expect(page.get_by_role("option").first).to_be_visible()
    assert sum(any(name in url for name in LOURDS) for url in demandes) == len(LOURDS)


def test_nothing_that_is_looked_for_is_sent(demandes: list[str], page: Page) -> None:
    ouvrir(page, "bricolage commercialisation")
    page.keyboard.press("Enter")
    expect(page.locator(LIGNES).first).to_be_visible()
    page.get_by_role("searchbox").fill("sobriquet commercialisation")
    expect(page).to_have_url(re.compile("q=sobriquet"))
    page.reload()
    expect(page.locator(LIGNES).first).to_be_visible()
    assert len(demandes) > 4
    assert [url for url in demandes if re.search("bricolage|sobriquet", url.partition("#")[0])] == []


def test_facets_narrow_the_results_and_the_address_says_so(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    chercher(page, "q=480+heures")
    everything = adresses(page)
    page.get_by_role("group", name="Genre").get_by_role("checkbox", name=re.compile("^Règle")).check()
    expect(page).to_have_url(re.compile(r"#q=480\+heures&genre=regle$"))
    rules = adresses(page)
    assert rules
    assert rules == [url for url in everything if url.startswith("regles/")]
    expect(page.locator(STATUT)).to_contain_text(f"{len(rules)} résultats")
    page.reload()
    expect(page.locator(LIGNES)).to_have_count(len(rules))
    assert adresses(page) == rules
    page.get_by_role("button", name="Retirer : Règle").click()
    expect(page).to_have_url(re.compile(r"#q=480\+heures$"))
    assert adresses(page) == everything


def test_two_choices_of_a_facet_add_up_and_two_facets_meet(page: Page) -> None:
    chercher(page, "q=480+heures&genre=regle,calculateur&siae=AI&theme=inconnu&genre2=x")
    assert {url.split("/")[0] for url in adresses(page)} == {"regles", "calculateurs"}
    assert page.locator("[data-role=puces] button").all_text_contents() == [
        "Règle ✕",
        "Calculateur ✕",
        "Association intermédiaire (AI) ✕",
        "Tout effacer",
    ]
    page.get_by_role("button", name="Tout effacer").click()
    expect(page).to_have_url(re.compile(r"#q=480\+heures$"))


def test_a_box_that_is_ticked_keeps_the_focus(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    chercher(page, "q=480+heures")
    box = page.get_by_role("group", name="Portée").get_by_role("checkbox").first
    box.focus()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    expect(box).to_be_focused()


def test_on_a_phone_facets_are_folded(page: Page) -> None:
    chercher(page, "q=480+heures")
    box = page.get_by_role("group", name="Genre").get_by_role("checkbox").first
    expect(box).to_be_hidden()
    page.get_by_text("Affiner", exact=True).click()
    expect(box).to_be_visible()


def test_back_undoes_a_choice_then_comes_back_to_the_results(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    chercher(page, "q=480+heures")
    total = page.locator(LIGNES).count()
    page.get_by_role("checkbox", name=re.compile("^Règle")).check()
    expect(page.locator(LIGNES)).not_to_have_count(total)
    page.go_back()
    expect(page.locator(LIGNES)).to_have_count(total)
    page.get_by_role("searchbox").fill("D5132-34")
    page.locator(f"{LIGNES} > a").first.click()
    page.wait_for_url(re.compile("/sources/c-trav-d5132-34/$"))
    page.go_back()
    expect(page.get_by_role("searchbox")).to_have_value("D5132-34")
    expect(page).to_have_title(re.compile("^D5132-34 - Rechercher"))
    expect(page.locator(STATUT)).to_contain_text("résultat")
    assert adresses(page)[0] == "sources/c-trav-d5132-34/"


def test_another_fragment_in_the_same_page_is_another_search(page: Page) -> None:
    chercher(page, "q=aci")
    page.evaluate("location.hash = '#q=zzzzzz'")
    expect(page.get_by_role("searchbox")).to_have_value("zzzzzz")
    expect(page.locator(LIGNES)).to_have_count(0)


def test_results_come_twenty_at_a_time(page: Page) -> None:
    chercher(page, "q=convention")
    expect(page.locator(LIGNES)).to_have_count(20)
    page.get_by_role("button", name="Voir la suite").press("Enter")
    assert 20 < page.locator(LIGNES).count() <= 40
    expect(page.locator(f"{LIGNES} > a").nth(20)).to_be_focused()
    count = page.locator(LIGNES).count()
    page.reload()
    expect(page.locator(LIGNES)).to_have_count(count)


def test_a_result_says_what_it_is_since_when_and_shows_the_words(page: Page) -> None:
    chercher(page, "q=480+heures")
    result = page.locator(LIGNES).filter(has=page.locator("a[href$='regles/ai-480-heures/']"))
    for words in ("Règle", "Prescriptif", "En vigueur", "AI"):
        expect(result).to_contain_text(words)
    expect(result).to_contain_text(re.compile(r"depuis le \d+(er)? \w+ \d{4}"))
    expect(result.locator("mark").first).to_contain_text("480")


def test_a_proposal_is_never_said_to_be_in_force_since_a_day(page: Page) -> None:
    chercher(page, "q=proposition&statut=propose")
    results = page.locator(LIGNES)
    assert results.count() > 0
    for text in results.all_text_contents():
        assert "Proposition du Pacte" in text
        assert "depuis le" not in text


def test_a_word_read_otherwise_is_told(page: Page) -> None:
    chercher(page, "q=derogasion")
    expect(page.locator("[data-role=lu]")).to_contain_text("Lu : « dérogation » au lieu de « derogasion ».")
    ouvrir(page, "derogasion")
    expect(page.locator(BOITE)).to_contain_text("Lu : « dérogation » au lieu de « derogasion ».")


def test_nothing_found_gives_ways_on(page: Page) -> None:
    chercher(page, "q=zzzzzz")
    expect(page.locator(STATUT)).to_have_text("Aucun résultat pour « zzzzzz »")
    for name in ("Proposer une règle", "Le plan du site", "Le glossaire"):
        link = page.get_by_role("link", name=name, exact=True)
        expect(link).to_be_visible()
        assert page.request.get(link.evaluate("a => a.href")).ok
    chercher(page, "q=convansionemant")
    expect(page.locator(LIGNES)).to_have_count(0)
    word = page.locator("[data-role=suggestions] button").first
    said = word.inner_text()
    word.click()
    expect(page.get_by_role("searchbox")).to_have_value(said)
    expect(page.locator(LIGNES).first).to_be_visible()


def test_my_structure_comes_first_and_the_rest_is_greyed_until_one_says_otherwise(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    chercher(page, "q=480+heures&genre=regle", "?siae=ETTI")
    line = page.locator("[data-role=declaree]")
    expect(line).to_contain_text("Ma structure : ETTI — ce qui ne la concerne pas vient après, en gris.")
    greyed = [cls == "m-hors" for cls in page.locator(LIGNES).evaluate_all("all => all.map((li) => li.className)")]
    assert greyed == sorted(greyed)
    assert any(greyed)
    expect(page.locator(f"{LIGNES}.m-hors").first).to_contain_text("Ne concerne pas votre structure (ETTI) : vaut pour")
    page.get_by_role("button", name="Ne pas en tenir compte").click()
    expect(page.locator(f"{LIGNES}.m-hors")).to_have_count(0)
    expect(page).to_have_url(re.compile("structure=non$"))
    page.get_by_role("button", name="En tenir compte").click()
    expect(page.locator(f"{LIGNES}.m-hors").first).to_be_visible()


def test_a_structure_declared_on_the_page_is_applied_at_once(page: Page) -> None:
    chercher(page, "q=480+heures&genre=regle")
    page.get_by_role("button", name=re.compile("^Ma structure")).click()
    page.get_by_role("checkbox", name=re.compile(r"\(ETTI\)")).last.check()
    page.get_by_role("button", name="Appliquer").click()
    expect(page.locator(f"{LIGNES}.m-hors").first).to_be_visible()
    # « Ma structure » looks at the page again, as when the choice is made in another tab: the reasons stay.
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: 'memento:structure' }))")
    expect(page.locator(f"{LIGNES}.m-hors").first).to_contain_text("Ne concerne pas votre structure (ETTI) : vaut pour")
    ouvrir(page, "480 heures")
    expect(page.locator(f"{BOITE} [role=status]")).to_contain_text("d’abord ceux de votre structure (ETTI)")


def test_a_structure_declared_over_that_of_the_address_is_the_one_that_is_searched_for(page: Page) -> None:
    chercher(page, "q=480+heures&genre=regle", "?siae=ETTI")
    expect(page.locator("[data-role=declaree]")).to_contain_text("Ma structure : ETTI")
    page.get_by_role("button", name=re.compile("^Ma structure")).click()
    page.get_by_role("checkbox", name=re.compile(r"\(ETTI\)")).last.uncheck()
    page.get_by_role("checkbox", name=re.compile(r"\(AI\)")).last.check()
    page.get_by_role("button", name="Appliquer").click()
    expect(page.locator("[data-role=declaree]")).to_contain_text("Ma structure : AI —")
    expect(page).to_have_url(re.compile(r"\?siae=AI#q=480\+heures&genre=regle$"))


def test_html_in_a_shared_address_is_shown_as_text(page: Page) -> None:
    chercher(page, "q=%3Cimg%20src%3Dx%20onerror%3Ddocument.title%3D1%3E%20%22'%5C%20aci")
    expect(page.get_by_role("searchbox")).to_have_value("<img src=x onerror=document.title=1> \"'\\ aci")
    expect(page.locator(STATUT)).to_contain_text("<img src=x")
    assert page.locator("img[src=x]").count() == 0


def test_an_address_too_long_is_cut(page: Page) -> None:
    chercher(page, f"q={'a' * 5000}")
    expect(page.get_by_role("searchbox")).to_have_value("a" * 200)


@pytest.mark.parametrize(
    "fragment", ["q=%E0%A4%A&genre=__proto__", "\\&q=aci", "=&&q", "constructor=aci&genre=constructor"]
)
def test_a_malformed_address_breaks_nothing(page: Page, fragment: str) -> None:
    page.goto(f"recherche/#{fragment}")
    page.get_by_role("searchbox").fill("D5132-34")
    expect(page.locator(LIGNES).first).to_be_visible()
    assert page.locator("[data-role=puces] button").count() == 0


def test_on_the_page_itself_the_shortcut_goes_to_its_field(page: Page) -> None:
    chercher(page, "q=aci")
    page.locator("h1").click()
    page.keyboard.press("Control+k")
    expect(page.get_by_role("searchbox")).to_be_focused()
    expect(page.locator(BOITE)).to_have_count(0)


def test_without_javascript_the_link_leads_to_a_page_that_shows_ways_on(navigateur: Browser, adresse: str) -> None:
    context = navigateur.new_context(
        base_url=adresse, java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto("regles/ai-480-heures/")
    page.get_by_role("link", name="Rechercher").click()
    page.wait_for_url(re.compile("/recherche/$"))
    expect(page.locator("article")).to_contain_text("avec JavaScript")
    expect(page.get_by_role("searchbox")).to_have_count(0)
    for name in ("Le plan du site", "Les règles", "Les calculateurs", "Le glossaire"):
        expect(page.locator("article").get_by_role("link", name=name, exact=True)).to_be_visible()
    context.close()


def test_a_page_that_is_not_found_looks_for_the_words_of_its_address(navigateur: Browser, adresse: str) -> None:
    # The page of what is not found is given by the server of the site, at the address that was asked for.
    context = navigateur.new_context(base_url=adresse, service_workers="block")
    context.route(
        "**/aci-plafond-*",
        lambda route: route.fulfill(body=context.request.get(f"{adresse}404.html").body(), status=404),
    )
    page = context.new_page()
    page.goto("regles/aci-plafond-de-vente.html")
    page.get_by_role("link", name="Chercher « aci plafond de vente »").click()
    page.wait_for_url(re.compile(r"/recherche/#q=aci\+plafond\+de\+vente$"))
    expect(page.locator(LIGNES).first).to_be_visible()
    context.close()


@pytest.fixture
def papier(page: Page) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    chercher(page, "q=480+heures&genre=regle")
    page.emulate_media(media="print")
    return page


def test_printed_the_results_come_without_what_serves_to_look_for_them(papier: Page) -> None:
    expect(papier.locator(LIGNES).first).to_be_visible()
    expect(papier.locator(STATUT)).to_contain_text("480 heures")
    for hidden in ("[data-role=affiner]", "[data-role=puces]", "[data-role=formulaire]", "#chemins", LIEN):
        expect(papier.locator(hidden)).to_be_hidden()


def test_in_forced_colours_the_active_option_has_an_outline(navigateur: Browser, adresse: str) -> None:
    context = navigateur.new_context(base_url=adresse, forced_colors="active", service_workers="block")
    page = context.new_page()
    ouvrir(page, "aci")
    page.keyboard.press("ArrowDown")
    active = page.locator(f"{BOITE} [aria-selected=true]")
    assert active.evaluate("option => getComputedStyle(option).outlineStyle") == "solid"
    assert (
        page.locator(f"{BOITE} [aria-selected=false]").first.evaluate("o => getComputedStyle(o).outlineStyle") == "none"
    )
    context.close()


@pytest.mark.parametrize("largeur", [320, 390])
def test_neither_the_dialog_nor_the_page_overflows(page: Page, largeur: int) -> None:
    page.set_viewport_size({"width": largeur, "height": 700})
    ouvrir(page, "convention")
    box = page.locator(BOITE)
    assert box.evaluate("box => box.scrollWidth <= box.clientWidth && box.getBoundingClientRect().right <= innerWidth")
    chercher(page, "q=convention&genre=regle", "?siae=ETTI")
    page.get_by_text("Affiner", exact=True).click()
    assert page.evaluate("document.documentElement.scrollWidth") <= largeur


@pytest.fixture
def depuis_un_dossier(navigateur: Browser, dossier: Path) -> Iterator[Page]:
    """The built page of the search, opened from the disk."""
    context = navigateur.new_context(viewport={"width": 390, "height": 844}, locale="fr-FR")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto(f"{(dossier / 'recherche' / 'index.html').as_uri()}#q=480+heures")
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_opened_from_a_folder_it_finds_and_leads_to_files(depuis_un_dossier: Page) -> None:
    depuis_un_dossier.locator(f"{LIGNES} > a[href*='regles/ai-480-heures/']").click()
    expect(depuis_un_dossier.locator(".m-enonce")).to_be_visible()
    expect(depuis_un_dossier).to_have_url(re.compile("/regles/ai-480-heures/index.html$"))
    # A key pressed before the scripts are there is only a key.
    depuis_un_dossier.wait_for_load_state()
    depuis_un_dossier.keyboard.press("/")
    depuis_un_dossier.keyboard.type("smic")
    expect(depuis_un_dossier.get_by_role("option").first).to_contain_text("SMIC")
