"""`memento servir`: the time from a file saved to the page that shows it, open in a browser."""

import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as Attendu

from bench.construction.chantier import ADRESSE, ENONCE, Chantier, touche
from bench.construction.moteurs import CHEMIN, Commande, memento
from bench.construction.processus import couper
from tests.navigateur import ouvrir

PAS = 0.02
LU = "([mot, la]) => document.body !== null && document.body.innerText.includes(mot) === la"


class TropLong(Exception):
    """What was awaited did not come in time."""


def visible_en(chantier: Chantier, mots: Sequence[str], journal: Path, delai: float) -> list[float | None]:
    """Seconds from the rule saved to its page, open in Chromium, showing a word, for each word; None past `delai`."""
    port = _port_libre()
    address = f"http://127.0.0.1:{port}/{ADRESSE}"
    command = Commande(memento("servir", "--adresse", f"127.0.0.1:{port}"), chantier.memento, CHEMIN)
    with journal.open("wb") as log:
        server = subprocess.Popen(
            command.arguments,
            cwd=command.dossier,
            env=command.environnement,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        try:
            _attendre(address, server, delai)
            with ouvrir() as browser:
                page = browser.new_page()
                page.goto(address)
                return [_visible_en(page, chantier, word, server, delai) for word in mots]
        except TropLong:
            return [None for _ in mots]
        finally:
            couper(server.pid)
            server.wait()


def _visible_en(
    page: Page, chantier: Chantier, mot: str, server: subprocess.Popen[bytes], delai: float
) -> float | None:
    with touche(chantier.regle, mot, ENONCE):
        start = time.monotonic()
        shown = _montre(page, mot, delai)
        spent = time.monotonic() - start
    _vivant(server)
    # The rule is as it was: the next change is awaited from there.
    return spent if shown and _montre(page, mot, delai, la=False) else None


def _montre(page: Page, mot: str, delai: float, *, la: bool = True) -> bool:
    """True once a page holds a word, or holds it no more."""
    try:
        page.wait_for_function(LU, arg=[mot, la], timeout=1_000 * delai, polling=1_000 * PAS)
    except Attendu:
        return False
    return True


def _attendre(address: str, server: subprocess.Popen[bytes], delai: float) -> None:
    """Until it serves a page. Raises TropLong."""
    end = time.monotonic() + delai
    while time.monotonic() < end:
        _vivant(server)
        try:
            with urlopen(address, timeout=max(1, end - time.monotonic())):
                return
        except (URLError, TimeoutError, ConnectionError):
            time.sleep(PAS)
    raise TropLong


def _vivant(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is not None:
        raise RuntimeError(f"« memento servir » s'est arrêté : {server.returncode}")


def _port_libre() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
