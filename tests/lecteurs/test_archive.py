"""The whole site as a folder on a disk, without any server."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.render.site import ARCHIVE


@pytest.fixture(scope="module")
def extrait(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the archive was extracted."""
    folder = tmp_path_factory.mktemp("archive")
    with zipfile.ZipFile(dossier / ARCHIVE) as archive:
        archive.extractall(folder)
    return folder / "memento"


@pytest.fixture
def ouvert(navigateur: Browser, extrait: Path) -> Iterator[Page]:
    """Home, opened from the folder; nothing is asked of a server."""
    context = navigateur.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page = context.new_page()
    page.goto((extrait / "index.html").as_uri())
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []


def test_from_home_one_clicks_to_a_rule(ouvert: Page) -> None:
    ouvert.locator("article a[href*='regles/']").first.click()
    ouvert.locator("article a[href*='aci-plafond-commercialisation']").first.click()
    expect(ouvert.locator(".m-enonce")).to_be_visible()
    expect(ouvert).to_have_url(re.compile("/regles/aci-plafond-commercialisation/index.html$"))


def test_from_home_one_clicks_to_a_calculator_that_computes(ouvert: Page) -> None:
    ouvert.locator("article a[href*='calculateurs/aci-taux-commercialisation']").first.click()
    for name, value in (("recettes", "300"), ("charges_exploitation", "900"), ("dotations_amortissements", "100")):
        ouvert.locator(f"[name={name}]").fill(value)
    for name in ("recettes_reservees", "achats", "valorisation_benevolat"):
        ouvert.locator(f"[name={name}]").fill("0")
    ouvert.locator("[data-champ=derogation]").get_by_label("non", exact=True).check()
    expect(ouvert.locator("[data-resultats]")).to_contain_text("non conforme")


def test_the_search_works_in_a_folder_and_leads_to_files(ouvert: Page) -> None:
    ouvert.keyboard.press("/")
    ouvert.keyboard.type("480 heures")
    expect(ouvert.get_by_role("option").first).to_contain_text("480")
    ouvert.keyboard.press("Enter")
    ouvert.wait_for_url(re.compile(r"/recherche/index\.html#q=480\+heures$"))
    ouvert.locator("ol a[href*='regles/ai-480-heures/']").click()
    expect(ouvert.locator(".m-enonce")).to_be_visible()
    expect(ouvert).to_have_url(re.compile("/regles/ai-480-heures/index.html$"))


def test_no_link_leads_to_a_missing_file(extrait: Path) -> None:
    files = {path.relative_to(extrait).as_posix() for path in extrait.rglob("*") if path.is_file()}
    missing = {
        (path, link)
        for path in files
        if path.endswith(".html")
        for link in set(
            re.findall(r'<\w[^<>]* (?:href|src)="([^"#?:]+)["#?]', (extrait / path).read_text(encoding="utf-8"))
        )
        if normpath(join(dirname(path), link)) not in files
    }
    assert missing == set()
