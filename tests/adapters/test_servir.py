"""While someone writes: each change is read in the browser, each fault in the terminal, and what was good stays."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from petit_memento import modifier, petit_memento
from playwright.sync_api import Browser, Page, expect

from generator.adapters.cli import memento
from generator.adapters.servir import _avouer

RACINE = Path(__file__).parents[2]
# One server for all of them; the last one stops it.
REGLE = "rules/regles/essai/regle-modele.yaml"
PATIENCE = 150


class Service:
    """`memento servir` at work on a small mémento."""

    def __init__(self, root: Path, journal: Path) -> None:
        self.root, self.journal, self.entendu = root, journal, 0
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.adresse = f"http://127.0.0.1:{self.port}/"
        command = [
            sys.executable,
            "-u",
            "-m",
            "generator.adapters.cli",
            "servir",
            "--adresse",
            f"127.0.0.1:{self.port}",
        ]
        env = {**os.environ, "PYTHONPATH": str(RACINE), "SOURCE_DATE_EPOCH": "1795392000"}
        with journal.open("wb") as out:
            self.process = subprocess.Popen(command, cwd=root, env=env, stdout=out, stderr=subprocess.STDOUT)
        self.attendre("se lit à l'adresse")

    def attendre(self, words: str) -> None:
        """Until the terminal says so, after what was heard before."""
        end = time.monotonic() + PATIENCE
        while (place := self.dit().find(words, self.entendu)) < 0:
            assert self.process.poll() is None, self.dit()
            assert time.monotonic() < end, f"« {words} » n'est pas dit : {self.dit()}"
            time.sleep(0.05)
        self.entendu = place + len(words)

    def dit(self) -> str:
        return self.journal.read_text(encoding="utf-8")

    def demander(self, url: str) -> tuple[int, str, bytes]:
        """Status, type and content at an address."""
        try:
            with urllib.request.urlopen(self.adresse + url, timeout=PATIENCE) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["Content-Type"], error.read()

    def arreter(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    folder = tmp_path_factory.mktemp("servir")
    root = petit_memento(folder / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    running = Service(root, folder / "journal")
    try:
        yield running
    finally:
        running.process.kill()
        running.process.wait(PATIENCE)


@pytest.fixture
def lue(navigateur: Browser, service: Service) -> Iterator[Page]:
    """The page of a rule, in a browser."""
    context = navigateur.new_context(service_workers="block")
    page = context.new_page()
    page.goto(f"{service.adresse}regles/regle-modele/")
    yield page
    context.close()


def test_a_change_of_a_rule_is_read_without_a_gesture(service: Service, lue: Page) -> None:
    expect(lue.locator("article")).to_contain_text("Un autre énoncé de test")
    modifier(service.root, REGLE, "Un autre énoncé de test.", "Un énoncé tout neuf.")
    expect(lue.locator("article")).to_contain_text("Un énoncé tout neuf", timeout=PATIENCE * 1000)
    modifier(service.root, REGLE, "Un énoncé tout neuf.", "Un autre énoncé de test.")
    expect(lue.locator("article")).to_contain_text("Un autre énoncé de test", timeout=PATIENCE * 1000)


def test_a_new_title_is_read_in_the_page_in_its_tab_and_in_the_list_that_leads_to_it(
    service: Service, navigateur: Browser, lue: Page
) -> None:
    liste = navigateur.new_page(service_workers="block")
    liste.goto(f"{service.adresse}regles/")
    modifier(service.root, REGLE, "titre: Règle modèle", "titre: Une règle rebaptisée")
    expect(lue.locator("h1")).to_contain_text("Une règle rebaptisée", timeout=PATIENCE * 1000)
    expect(lue).to_have_title(re.compile("Une règle rebaptisée"))
    expect(liste.locator("article")).to_contain_text("Une règle rebaptisée", timeout=PATIENCE * 1000)
    modifier(service.root, REGLE, "titre: Une règle rebaptisée", "titre: Règle modèle")
    expect(lue.locator("h1")).to_contain_text("Règle modèle", timeout=PATIENCE * 1000)
    liste.close()


def test_a_fault_is_told_in_french_and_the_last_good_page_stays(service: Service, lue: Page) -> None:
    modifier(service.root, REGLE, "titre:", "titr:")
    try:
        service.attendre(f"{REGLE} : les dernières pages sans faute restent lisibles.")
        assert re.search(rf"^{REGLE}:\d+:\d+: MEM\d\d\d ", service.dit(), re.MULTILINE)
        assert "Un autre énoncé de test" in service.demander("regles/regle-modele/")[2].decode()
        expect(lue.locator("article")).to_contain_text("Un autre énoncé de test")
    finally:
        modifier(service.root, REGLE, "titr:", "titre:")
    service.attendre(f"{REGLE} : relu en ")


def test_a_template_and_a_style_are_read_as_they_are_written(service: Service, lue: Page) -> None:
    foot = service.root / "site_theme/partials/copyright.html"
    foot.write_text(foot.read_text(encoding="utf-8") + "<p id=neuf>Un pied neuf</p>", encoding="utf-8")
    expect(lue.locator("#neuf")).to_have_text("Un pied neuf", timeout=PATIENCE * 1000)
    style = service.root / "site_theme/assets/styles/identite.css"
    style.write_text(style.read_text(encoding="utf-8") + "\n#neuf{letter-spacing:7px}\n", encoding="utf-8")
    expect(lue.locator("#neuf")).to_have_css("letter-spacing", "7px", timeout=PATIENCE * 1000)


def test_a_template_that_cannot_be_read_is_told_and_changes_nothing(service: Service) -> None:
    foot = service.root / "site_theme/partials/copyright.html"
    before = foot.read_text(encoding="utf-8")
    foot.write_text(before + "{% if %}", encoding="utf-8")
    service.attendre("gabarit mal écrit")
    assert service.demander("regles/regle-modele/")[0] == 200
    foot.write_text(before, encoding="utf-8")
    service.attendre("copyright.html : relu en ")


def test_a_configuration_that_cannot_be_read_is_told_and_changes_nothing(service: Service) -> None:
    path = service.root / "mkdocs.yml"
    before = path.read_text(encoding="utf-8")
    path.write_text(f"{before}\n  a: [", encoding="utf-8")
    service.attendre("mkdocs.yml ne peut pas être lu")
    assert service.demander("regles/regle-modele/")[0] == 200
    path.write_text(before, encoding="utf-8")
    service.attendre("mkdocs.yml : relu en ")


def test_the_search_and_the_documents_come_by_themselves(service: Service) -> None:
    status, kind, index = service.demander("assets/recherche-index.js")
    assert (status, kind) == (200, "text/javascript; charset=utf-8")
    assert b"regles/regle-modele/" in index
    assert service.demander("memento.pdf")[2].startswith(b"%PDF-")


def test_every_address_answers_as_it_will_once_published(service: Service) -> None:
    for url in ("", "regles/", "r/regle-modele/2015-06-01/", "calculateurs/calcul-modele/integrer/"):
        assert service.demander(url)[:2] == (200, "text/html; charset=utf-8"), url
    assert service.demander("assets/memento.css")[1] == "text/css; charset=utf-8"
    assert service.demander("api/v1/index.json")[1] == "application/json; charset=utf-8"
    with urllib.request.urlopen(f"{service.adresse}regles/regle-modele", timeout=PATIENCE) as answer:
        assert answer.url == f"{service.adresse}regles/regle-modele/"


@pytest.mark.parametrize(
    "url", ["nulle/part/", "../mkdocs.yml", "%2e%2e/mkdocs.yml", "assets/..%2f..%2fmkdocs.yml", "%00"]
)
def test_nothing_is_read_outside_the_site(service: Service, url: str) -> None:
    with socket.create_connection(("127.0.0.1", service.port), timeout=PATIENCE) as raw:
        raw.sendall(f"GET /{url} HTTP/1.0\r\n\r\n".encode())
        answer = b"".join(iter(lambda: raw.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert "Page introuvable" in answer.decode()


def test_a_memento_with_a_fault_is_not_served(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    modifier(root, REGLE, "titre:", "titr:")
    done = subprocess.run(
        [sys.executable, "-m", "generator.adapters.cli", "servir", "--adresse", "127.0.0.1:0"],
        cwd=root,
        env={**os.environ, "PYTHONPATH": str(RACINE)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert "il n'est pas servi" in done.stderr


def test_it_stops_when_asked(service: Service) -> None:
    assert service.arreter() == 0


@pytest.mark.parametrize("adresse", ["8000", "127.0.0.1:", "127.0.0.1:99999", "127.0.0.1:http"])
def test_an_address_that_is_none_is_told_how_one_is_written(tmp_path: Path, adresse: str) -> None:
    result = CliRunner().invoke(memento, ["--racine", str(petit_memento(tmp_path)), "servir", "--adresse", adresse])
    assert result.exit_code == 2
    assert f"adresse « {adresse} » : écrivez-la comme 127.0.0.1:8000" in result.stderr


def test_an_address_that_is_taken_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        root = petit_memento(tmp_path)
        result = CliRunner().invoke(memento, ["--racine", str(root), "servir", "--adresse", address])
    assert result.exit_code == 1
    assert f"l'adresse {address} n'est pas libre" in result.stderr


def test_what_could_not_be_made_is_said_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    _avouer("un signe sans police")
    assert capsys.readouterr().err == "un signe sans police\n"
