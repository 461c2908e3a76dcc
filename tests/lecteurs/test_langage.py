"""A contributor tries the examples of the reference page of the language."""

from playwright.sync_api import BrowserContext, Page, expect

from generator.compile.operations import OPERATIONS

URL = "contribuer/langage/"


def test_an_answer_changed_changes_the_result_and_a_fault_is_told(page: Page) -> None:
    page.goto(URL)
    example = page.locator('[data-operation="ajouter_mois"]')
    output = example.locator("output")
    expect(output).to_have_text("28 février 2026")
    example.get_by_label("debut").fill("15/03/2023")
    expect(output).to_have_text("15 mars 2025")
    example.get_by_label("debut").fill("31/02/2023")
    expect(output).to_contain_text("n’existe pas")
    example.get_by_label("debut").fill("")
    expect(output).to_have_text("à compléter")
    choice = page.locator('[data-operation="ou"]')
    choice.get_by_label("rsa").select_option("non")
    expect(choice.locator("output")).to_have_text("à compléter")


def test_every_example_computes_in_the_browser_what_the_page_says(page: Page) -> None:
    page.goto(URL)
    for name, operation in OPERATIONS.items():
        example = page.locator(f'[data-operation="{name}"]')
        output = example.locator("output")
        said = output.inner_text()
        if operation.exemple.reponses:
            example.locator("form").dispatch_event("input")
        assert output.inner_text() == said, name


def test_without_javascript_the_answers_are_read(contexte: tuple[BrowserContext, object]) -> None:
    browser = contexte[0].browser
    assert browser is not None
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    try:
        page = context.new_page()
        page.goto(contexte[1].adresse + URL)  # type: ignore[attr-defined]
        example = page.locator('[data-operation="+"]')
        assert "recettes = 1 200 €" in example.inner_text().replace("\u202f", " ").replace("\u00a0", " ")
        assert example.locator("form").is_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    finally:
        context.close()
