"""Reading without network: the site keeps itself, the server stops, everything still reads."""

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page, expect
from serveur import ServeurDePages, Silencieux

from generator.adapters.hors_ligne import MANIFESTE, TRAVAILLEUR, poser
from generator.render.empreintes import nommer
from generator.render.site import ARCHIVE

REGLE = "regles/aci-plafond-commercialisation/"
CALCUL = "calculateurs/aci-taux-commercialisation/"
# A worker is installed, counts what it keeps and takes over when it may: on a busy machine, after a while.
PATIENCE = 90_000


class Serveur:
    """The site in a folder of its origin; it stops, starts again at the same address, and notes what it is asked.

    `lents` are the addresses that it answers late, and by how many seconds.
    """

    def __init__(self, racine: Path) -> None:
        self.racine, self.demandes, self.port = racine, list[str](), 0
        self.lents: dict[str, float] = {}
        self.serveur: ServeurDePages | None = None
        self.demarrer()

    @property
    def adresse(self) -> str:
        return f"http://127.0.0.1:{self.port}/memento/"

    def demarrer(self) -> None:
        notes, lents, racine = self.demandes, self.lents, str(self.racine)

        class Poignee(Silencieux):
            def __init__(self, *arguments: object) -> None:
                super().__init__(*arguments, directory=racine)  # type: ignore[arg-type]

            def do_GET(self) -> None:  # noqa: N802
                url = self.path.removeprefix("/memento/")
                notes.append(url)
                time.sleep(lents.get(url, 0))
                super().do_GET()

        self.serveur = ServeurDePages(("127.0.0.1", self.port), Poignee)
        self.port = self.serveur.server_port
        threading.Thread(target=self.serveur.serve_forever, daemon=True).start()

    def arreter(self) -> None:
        if self.serveur:
            self.serveur.shutdown()
            self.serveur.server_close()
            self.serveur = None


@pytest.fixture(scope="module")
def serveur(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serveur]:
    """A copy of the site to change, served from a folder."""
    racine = tmp_path_factory.mktemp("origine")
    shutil.copytree(dossier, racine / "memento", copy_function=os.link)
    server = Serveur(racine)
    yield server
    server.arreter()


def contexte_de(navigateur: Browser, serveur: Serveur) -> BrowserContext:
    context = navigateur.new_context(
        base_url=serveur.adresse, viewport={"width": 1280, "height": 900}, locale="fr-FR", service_workers="allow"
    )
    context.set_default_timeout(20_000)
    return context


@pytest.fixture(scope="module")
def lectrice(navigateur: Browser, serveur: Serveur) -> Iterator[Page]:
    """A reader who visited home, then kept everything."""
    context = contexte_de(navigateur, serveur)
    page = context.new_page()
    page.goto("")
    page.goto("hors-ligne/")
    page.get_by_role("button", name="Tout garder maintenant").click()
    expect(page.locator("[data-bilan]")).to_contain_text("Tout le mémento se lit hors ligne.", timeout=PATIENCE)
    yield page
    context.close()


def publier(serveur: Serveur, url: str, ancien: str, nouveau: str, jour: date) -> None:
    """Publish the site again with one page changed."""
    site = serveur.racine / "memento"
    page = site / url / "index.html"
    html = page.read_text(encoding="utf-8")
    assert ancien in html
    # The copy shares its files with the site of the other tests: what changes is made anew.
    for path in (page, *(site / name for name in (TRAVAILLEUR, MANIFESTE, ARCHIVE))):
        content = path.read_bytes()
        path.unlink()
        path.write_bytes(content)
    page.write_text(html.replace(ancien, nouveau), encoding="utf-8")
    poser(site, jour)


def jour_de(serveur: Serveur) -> date:
    found = re.search(r'"etat_au":"([\d-]+)"', (serveur.racine / "memento" / MANIFESTE).read_text(encoding="utf-8"))
    assert found
    return date.fromisoformat(found[1])


def gardees(page: Page) -> list[str]:
    """The addresses of all that the browser keeps."""
    # An evaluation has no time limit of its own.
    found = page.evaluate(
        "Promise.race([(async () => (await Promise.all((await caches.keys()).map(async (nom) =>"
        " (await (await caches.open(nom)).keys()).map(({ url }) => url)))).flat())(),"
        " new Promise((_, non) => setTimeout(() => non(new Error('le cache ne répond pas')), 20000))])"
    )
    return [str(url) for url in found]


def attendre(page: Page, condition: str) -> None:
    """Until this holds: what Playwright waits with is evaluated in the page, whose policy forbids it."""
    for _ in range(PATIENCE // 200):
        # The page may be loading again.
        with suppress(Error):
            if page.evaluate(condition):
                return
        page.wait_for_timeout(200)
    raise AssertionError(condition)


def test_everything_is_counted_once_kept(lectrice: Page) -> None:
    shown = lectrice.locator("[data-bilan]").inner_text().replace("\u202f", " ").replace("\u00a0", " ")
    found = re.fullmatch(r"([\d ]+) pages sur ([\d ]+) gardées, ([\d ]+,\d) Mo\. Tout le mémento.*", shown)
    assert found, shown
    assert found[1] == found[2]
    assert int(found[1].replace(" ", "")) > 1000


def test_without_network_home_a_rule_a_search_and_a_calculator_still_work(serveur: Serveur, lectrice: Page) -> None:
    serveur.arreter()
    lectrice.goto("")
    line = lectrice.locator("[data-hors-ligne]")
    expect(line).to_contain_text(re.compile(r"^Hors ligne : état au \d+(er)? \w+ \d{4}$"), timeout=PATIENCE)
    assert str(jour_de(serveur).year) in line.inner_text()
    lectrice.goto(REGLE)
    expect(lectrice.locator("h1")).to_contain_text("Ce qu’un ACI peut vendre")
    expect(line).to_be_visible(timeout=20_000)
    assert lectrice.evaluate("getComputedStyle(document.querySelector('.m-enonce')).borderLeftStyle") == "solid"
    lectrice.keyboard.press("/")
    lectrice.keyboard.type("commercialisation")
    expect(lectrice.get_by_role("option").first).to_be_visible()
    lectrice.goto(CALCUL)
    # 300 / (900 + 100) is exactly 30 %: not under the ceiling.
    for name, value in (("recettes", "300"), ("charges_exploitation", "900"), ("dotations_amortissements", "100")):
        lectrice.locator(f"[name={name}]").fill(value)
    for name in ("recettes_reservees", "achats", "valorisation_benevolat"):
        lectrice.locator(f"[name={name}]").fill("0")
    lectrice.locator("[data-champ=derogation]").get_by_label("non", exact=True).check()
    expect(lectrice.locator("[data-resultats]")).to_contain_text("non conforme")


def test_without_network_a_query_and_the_name_of_the_file_lead_to_the_same_page(
    serveur: Serveur, lectrice: Page
) -> None:
    serveur.arreter()
    for url in (f"{REGLE}?depuis=courriel", f"{REGLE}index.html", f"{REGLE}#versions", REGLE.rstrip("/")):
        lectrice.goto(url)
        expect(lectrice.locator("h1")).to_contain_text("Ce qu’un ACI peut vendre")


def test_an_error_is_never_kept_and_without_network_the_reader_is_told(serveur: Serveur, lectrice: Page) -> None:
    if serveur.serveur is None:
        serveur.demarrer()
    response = lectrice.goto("regles/qui-n-existe-pas/")
    assert response is not None
    assert response.status == 404
    assert [url for url in gardees(lectrice) if "qui-n-existe-pas" in url] == []
    serveur.arreter()
    lectrice.goto("regles/qui-n-existe-pas/")
    expect(lectrice.locator("h1")).to_contain_text("Cette page n’est pas gardée")
    lectrice.get_by_role("link", name="accueil").click()
    expect(lectrice.locator("h1")).to_contain_text("Mémento")


def test_a_new_version_fetches_only_what_changed_and_is_proposed_to_who_reads_it(
    serveur: Serveur, lectrice: Page
) -> None:
    serveur.arreter()
    lectrice.goto(REGLE)
    line = lectrice.locator("[data-hors-ligne]")
    expect(line).to_contain_text("Hors ligne", timeout=PATIENCE)
    publier(serveur, REGLE, " peut vendre</h1>", " vend</h1>", date(2027, 1, 1))
    del serveur.demandes[:]
    serveur.demarrer()
    lectrice.evaluate("dispatchEvent(new Event('online'))")
    expect(line).to_contain_text("Une version plus récente du mémento est prête", timeout=PATIENCE)
    line.get_by_role("button", name="recharger").click()
    expect(lectrice.locator("h1")).to_contain_text("Ce qu’un ACI vend")
    lectrice.goto("hors-ligne/")
    expect(lectrice.locator("[data-bilan]")).to_contain_text("Tout le mémento se lit hors ligne.")
    assert {url for url in serveur.demandes if url not in (TRAVAILLEUR, MANIFESTE)} == {REGLE}
    assert len([url for url in gardees(lectrice) if f"/{REGLE}?" in url]) == 1
    serveur.arreter()
    lectrice.goto(REGLE)
    expect(lectrice.locator("h1")).to_contain_text("Ce qu’un ACI vend")
    expect(line).to_contain_text("Hors ligne : état au 1er janvier 2027", timeout=PATIENCE)


def test_a_new_version_does_not_wait_until_the_one_before_is_kept_whole(navigateur: Browser, serveur: Serveur) -> None:
    if serveur.serveur is None:
        serveur.demarrer()
    context = contexte_de(navigateur, serveur)
    page = context.new_page()
    page.goto("")
    attendre(page, "navigator.serviceWorker.controller !== null")
    page.goto(CALCUL)
    serveur.arreter()
    line = page.locator("[data-hors-ligne]")
    page.goto(CALCUL)
    expect(line).to_contain_text("Hors ligne", timeout=PATIENCE)
    publier(serveur, CALCUL, "</h1>", " (neuf)</h1>", date(2027, 1, 2))
    del serveur.demandes[:]
    serveur.demarrer()
    # While the next worker reads its list, pages ask the worker that they have to go on.
    serveur.lents[MANIFESTE] = 1.0
    page.evaluate("dispatchEvent(new Event('online'))")
    for _ in range(10):
        page.evaluate("navigator.serviceWorker.controller.postMessage({ demande: 'remplir' })")
        page.wait_for_timeout(100)
    expect(line).to_contain_text("Une version plus récente du mémento est prête", timeout=PATIENCE)
    serveur.lents.clear()
    # Of more than a thousand pages, the worker of before has had the time to fetch a few.
    assert len(serveur.demandes) < 500
    context.close()


def test_a_page_of_before_takes_the_styles_of_today_when_its_own_are_gone(serveur: Serveur, lectrice: Page) -> None:
    site = serveur.racine / "memento"
    old = next((site / "assets/fixes").glob("memento.*.css"))
    content = old.read_bytes() + b".m-enonce{border-left-style:dotted}"
    new = site / nommer("assets/memento.css", content)
    new.write_bytes(content)
    old.unlink()
    for name in (TRAVAILLEUR, MANIFESTE, ARCHIVE):
        (site / name).unlink()
    poser(site, date(2027, 1, 3))
    if serveur.serveur is None:
        serveur.demarrer()
    lectrice.goto("hors-ligne/")
    for _ in range(PATIENCE // 200):
        kept = gardees(lectrice)
        if any(f"/{new.name}?" in url for url in kept) and not any(f"/{old.name}?" in url for url in kept):
            break
        lectrice.wait_for_timeout(200)
    # What the browser itself still holds of the styles of before would do as well.
    lectrice.context.new_cdp_session(lectrice).send("Network.clearBrowserCache")
    style = "getComputedStyle(document.querySelector('.m-enonce')).borderLeftStyle"
    # With the network, which says 404; then without.
    lectrice.goto(REGLE)
    assert lectrice.evaluate(style) == "dotted"
    serveur.arreter()
    lectrice.goto(REGLE)
    assert old.name in lectrice.content()
    assert lectrice.evaluate(style) == "dotted"


def test_everything_is_erased_by_the_button_and_stays_so(navigateur: Browser, serveur: Serveur) -> None:
    if serveur.serveur is None:
        serveur.demarrer()
    context = contexte_de(navigateur, serveur)
    page = context.new_page()
    page.goto("hors-ligne/")
    expect(page.locator("[data-bilan]")).to_contain_text("gardées")
    assert gardees(page) != []
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.locator("[data-bilan]")).to_have_text("Rien n’est gardé dans ce navigateur.")
    for url in ("hors-ligne/", ""):
        page.goto(url)
        page.wait_for_timeout(500)
        assert gardees(page) == []
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((found) => found.length)") == 0
    context.close()


def test_a_site_that_has_no_worker_any_more_frees_its_readers(navigateur: Browser, serveur: Serveur) -> None:
    if serveur.serveur is None:
        serveur.demarrer()
    context = contexte_de(navigateur, serveur)
    page = context.new_page()
    page.goto("")
    attendre(page, "navigator.serviceWorker.controller !== null")
    for name in (TRAVAILLEUR, MANIFESTE):
        (serveur.racine / "memento" / name).unlink()
    page.reload()
    attendre(page, "navigator.serviceWorker.getRegistrations().then((found) => found.length === 0)")
    context.close()
