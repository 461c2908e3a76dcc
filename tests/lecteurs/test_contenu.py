"""The trails of the readers through the contents, and what they do there."""

import re
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, expect


def suivre(page: Page, nom: str) -> None:
    """Click on a link of the article, as a reader does."""
    page.locator("article").get_by_role("link", name=nom).first.click()
    page.wait_for_load_state()


def test_from_home_to_what_binds_an_aci_in_two_clicks(page: Page) -> None:
    page.goto("")
    expect(page.locator("article")).to_contain_text("Quelle est votre structure")
    suivre(page, "ACI Atelier et chantier d’insertion")
    expect(page).to_have_url(re.compile("structures/aci/$"))
    binding = page.locator("#oblige ~ ul.m-liste").first
    expect(binding).to_contain_text("Prescriptif")
    assert page.locator("#oblige").bounding_box() is not None
    suivre(page, "Ce qu’un ACI peut vendre")
    expect(page.locator("article .m-badge-prescriptif").first).to_be_visible()
    expect(page.locator("article")).to_contain_text("D. 5132-34")


def test_nothing_that_only_guides_is_listed_as_binding(page: Page) -> None:
    page.goto("structures/aci/")
    badges = page.evaluate(
        """() => {
          const found = [];
          let node = document.querySelector("#oblige").nextElementSibling;
          while (node && node.id !== "guide") {
            for (const badge of node.querySelectorAll(".m-badge")) found.push(badge.textContent.trim());
            node = node.nextElementSibling;
          }
          return found;
        }"""
    )
    assert len(badges) > 30
    assert {re.sub(r"^\W+", "", badge) for badge in badges} == {"Prescriptif"}


def test_from_home_to_who_says_that_a_practice_binds_in_two_clicks(page: Page) -> None:
    page.goto("")
    expect(page.locator("article")).to_contain_text("Est-ce obligatoire, et qui le dit")
    page.locator("article").get_by_role("link", name=re.compile("pratiques$")).first.click()
    page.wait_for_load_state()
    expect(page).to_have_url(re.compile("pratiques/$"))
    page.locator("article .m-liste a").first.click()
    page.wait_for_load_state()
    expect(page.locator("article")).to_contain_text("qui le dit")
    expect(page.locator("#sources ~ ul a").first).to_be_visible()


def test_the_answers_of_a_module_open_without_javascript(contexte: tuple[BrowserContext, object], adresse: str) -> None:
    browser = contexte[0].browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(adresse + "formation/clauses-sociales/")
        expect(page.locator("[data-valider]").first).to_be_hidden()
        question = page.locator("form.m-question").first
        question.locator("summary").click()
        expect(question.locator("details a[href*='regles/']").first).to_be_visible()
    finally:
        context.close()


def test_a_tool_is_filled_in_printed_and_cleared_without_anything_leaving(
    contexte: tuple[BrowserContext, object],
) -> None:
    page = contexte[0].new_page()
    page.goto("outils/accueil-nouveau-salarie/", wait_until="networkidle")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.url))
    field = page.locator("[data-modele] input[type=text]").first
    field.fill("Un texte à moi")
    field.press("Enter")
    assert page.url.endswith("outils/accueil-nouveau-salarie/")
    page.emulate_media(media="print")
    expect(field).to_have_value("Un texte à moi")
    expect(page.locator("[data-imprimer]")).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator("[data-effacer]").click()
    expect(field).to_have_value("")
    assert sent == []
    assert page.evaluate("Object.keys(localStorage).filter((key) => /champ|modele/.test(key)).length") == 0


def test_every_field_of_a_tool_has_its_label(page: Page) -> None:
    page.goto("outils/questionnaire-satisfaction/")
    nameless = page.evaluate(
        """() => [...document.querySelectorAll("[data-modele] :is(input, textarea)")]
          .filter((field) => !field.labels.length || !field.labels[0].textContent.trim()).length"""
    )
    assert nameless == 0


def test_the_matrix_is_downloaded_as_a_table(page: Page) -> None:
    page.goto("parcours/matrice/")
    with page.expect_download() as download:
        page.get_by_role("link", name="Télécharger le tableau").click()
    lines = download.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].split(";")[:2] == ["étape", "structure"]
    assert len(lines) == 1 + 9 * 5


def test_a_chart_says_the_same_as_its_table(page: Page) -> None:
    page.goto("reperes/poids-de-la-modulation/")
    drawn = page.locator("svg.m-barres text").all_text_contents()
    cells = page.locator("article table tbody td").all_text_contents()
    assert cells
    assert all(any(cell.strip() == text.strip() for text in drawn) for cell in cells)


# Pages that only lead to others, or show what a formula means.
SANS_SOURCE = {
    "404.html",
    "au/index.html",
    "comparer/index.html",
    "formation/attestation/index.html",
    "formation/ma-progression/index.html",
    "memento.html",
    "nouveautes/index.html",
    "plan-du-site/index.html",
    "recherche/index.html",
    "reutiliser/index.html",
    "index.html",
    "calculateurs/index.html",
    "contribuer/langage/index.html",
    "pacte/mesures/index.html",
    "parametres/index.html",
    "regles/index.html",
    "sources/index.html",
    "structures/index.html",
}


def test_every_page_leads_to_a_source_or_says_why_it_has_none(dossier: Path) -> None:
    without = []
    for path in sorted(dossier.rglob("*.html")):
        name = path.relative_to(dossier).as_posix()
        html = path.read_text(encoding="utf-8")
        article = html.partition("<article")[2].partition("</article>")[0] or html
        if name.endswith("/integrer/index.html"):
            # In a frame of another site, the page of the calculator is one link away.
            assert re.search(rf'href="[^"]*calculateurs/{name.split("/")[1]}/', html) or 'href="../"' in html, name
            continue
        # What explains the codes of the verification speaks of the files of the mémento, not of the law.
        own = name.startswith(("sources/", "contribuer/codes/"))
        sourced = re.search(r'href="[^"]*sources/[^"]', article) or own
        if not sourced and "m-sans-source" not in article and name not in SANS_SOURCE:
            without.append(name)
    assert without == []
