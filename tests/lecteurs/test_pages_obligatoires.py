"""What a public site owes its readers, on the real site."""

import os
import re
import shutil
from pathlib import Path
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serveur import servir

PIED = ["accessibilite/", "mentions-legales/", "donnees-personnelles/", "plan-du-site/", "contact/"]


@pytest.mark.parametrize(
    "url", ["", "formation/", "r/aci-plafond-commercialisation/2024-07-01/", "pas/une/page/", "404.html"]
)
def test_the_foot_of_every_page_leads_to_them_from_any_depth(dossier: Path, url: str) -> None:
    path = dossier / (url if url.endswith(".html") else f"{url}index.html")
    html = (path if path.exists() else dossier / "404.html").read_text(encoding="utf-8")
    foot = re.search(r'<nav class="m-pied".*?</nav>', html, re.DOTALL)
    assert foot is not None
    # What is not found is answered at any depth: its links start from the root.
    base = "http://memento.test/" + url
    links = [urljoin(base, link) for link in re.findall(r'href="([^"]+)"', foot[0])]
    assert links == [f"http://memento.test/{name}" for name in PIED]
    assert "Accessibilité\u00a0: non conforme" in foot[0]


def test_the_links_of_the_foot_are_followed(page: Page) -> None:
    for name in PIED:
        page.goto("regles/aci-plafond-commercialisation/")
        page.locator(f".m-pied a[href$='{name}']").click()
        page.wait_for_url(re.compile(f"/{name}$"))
        expect(page.locator("h1")).to_be_visible()


def test_the_map_of_the_site_leads_to_every_page_but_versions(dossier: Path) -> None:
    html = (dossier / "plan-du-site/index.html").read_text(encoding="utf-8")
    article = html.partition("<article")[2].partition("</article>")[0]
    base = "http://memento.test/plan-du-site/"
    reached = {urljoin(base, link).partition("#")[0] for link in re.findall(r'href="([^"]+)"', article)}
    pages = {path.parent.relative_to(dossier).as_posix() for path in dossier.rglob("index.html")}
    urls = {"http://memento.test/" + ("" if name == "." else f"{name}/") for name in pages}
    left_out = {url for url in urls - reached if not url.startswith("http://memento.test/r/")}
    assert len(urls) > 500
    assert left_out == set()


def test_what_the_publisher_must_give_is_visibly_missing(page: Page) -> None:
    for name, count in (("mentions-legales/", 5), ("contact/", 3)):
        page.goto(name)
        missing = page.locator("article .m-a-completer")
        expect(missing).to_have_count(count)
        expect(missing.first).to_contain_text("à compléter par l’éditeur")


def noms_ecrits(page: Page) -> set[str]:
    """The names that the page on personal data lists."""
    page.goto("donnees-personnelles/")
    return set(page.locator("article table td:first-child code").all_text_contents())


def gardes(page: Page) -> set[str]:
    """What the browser really keeps for the site; the folder of the site is left out of the names of the shell."""
    keys: list[str] = page.evaluate("[...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    return {key.removeprefix("/") for key in keys}


def se_servir_de_tout(page: Page) -> None:
    """Use what may leave a trace: colours, search, a calculator, a tool, a module, an attestation."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("")
    page.get_by_role("button", name="Passer en sombre").click()
    page.keyboard.press("/")
    page.keyboard.type("agrément")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.get_by_label("la touche « / »").uncheck()
    page.goto("calculateurs/aci-taux-commercialisation/")
    page.locator("[data-formulaire] input").first.press("Tab")
    page.goto("outils/accueil-nouveau-salarie/")
    page.locator("[data-modele] input[type=text]").first.fill("Un texte")
    page.goto("formation/clauses-sociales/")
    page.locator("[data-lu]").click()
    page.locator("#question-1 input").first.check()
    page.locator("#question-1 [data-valider]").click()
    page.goto("formation/attestation/")
    page.goto("regles/?siae=ACI")
    page.get_by_role("button", name="Garder ce choix").click()
    page.get_by_role("button", name="Masquer le reste").click()


def test_what_is_kept_is_what_the_page_lists(contexte: tuple[BrowserContext, object]) -> None:
    context = contexte[0]
    page = context.new_page()
    se_servir_de_tout(page)
    kept = gardes(page)
    assert {"memento:formation", "memento:masquer", "memento:structure", ".__palette"} <= kept
    assert kept <= noms_ecrits(page)
    assert context.cookies() == []


def test_everything_is_erased_pages_kept_included(contexte: tuple[BrowserContext, object]) -> None:
    page = contexte[0].new_page()
    se_servir_de_tout(page)
    page.goto("donnees-personnelles/")
    page.evaluate(
        """async () => {
          localStorage.setItem("memento:structure", '"ACI"');
          localStorage.setItem("un-autre-site", "1");
          const cache = await caches.open("memento-essai");
          await cache.put("./x", new Response("x"));
        }"""
    )
    page.reload()
    box = page.locator("[data-memoire]")
    said = box.locator("[data-liste]")
    for words in ("memento:formation", "memento:structure", ".__palette", "pages gardées"):
        expect(said).to_contain_text(words)
    box.get_by_role("button", name="Tout effacer").click()
    expect(said).to_have_text("Tout est effacé : rien n’est gardé dans ce navigateur.")
    assert page.evaluate("Object.keys(localStorage)") == ["un-autre-site"]
    assert page.evaluate("Object.keys(sessionStorage)") == []
    assert page.evaluate("caches.keys()") == []


def test_what_is_erased_while_the_list_of_what_is_kept_is_still_being_made_is_said_to_be_erased(page: Page) -> None:
    page.add_init_script(
        """const vraies = CacheStorage.prototype.keys;
        let appels = 0;
        CacheStorage.prototype.keys = async function () {
          if (appels++ === 0) {
            await new Promise((suite) => setTimeout(suite, 500));
            document.documentElement.dataset.inventaire = "fait";
          }
          return vraies.call(this);
        };"""
    )
    page.goto("donnees-personnelles/")
    page.locator("[data-memoire]").get_by_role("button", name="Tout effacer").click()
    expect(page.locator("html")).to_have_attribute("data-inventaire", "fait")
    expect(page.locator("[data-memoire] [data-liste]")).to_have_text(
        "Tout est effacé : rien n’est gardé dans ce navigateur."
    )


def test_the_service_worker_of_the_site_is_dismissed(navigateur: Browser, dossier: Path, tmp_path: Path) -> None:
    # Others read the site meanwhile: what is added is added to a copy.
    site = tmp_path / "site"
    shutil.copytree(dossier, site, copy_function=os.link)
    (site / "essai-sw.js").write_text("self.addEventListener('fetch', () => {});", encoding="utf-8")
    with servir(site) as address, navigateur.new_context(base_url=address, service_workers="allow") as context:
        page = context.new_page()
        page.goto("donnees-personnelles/")
        page.evaluate("navigator.serviceWorker.register('/essai-sw.js').then(() => navigator.serviceWorker.ready)")
        page.locator("[data-memoire] button").click()
        expect(page.locator("[data-memoire] [data-liste]")).to_contain_text("Tout est effacé")
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0
