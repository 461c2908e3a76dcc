"""`memento servir`: the time from a file saved to the page that shows it."""

import socket
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.construction.chantier import ADRESSE, ENONCE, Chantier, touche
from bench.construction.moteurs import CHEMIN, Commande, memento
from bench.construction.processus import couper

PAS = 0.02


class TropLong(Exception):
    """What was awaited did not come in time."""


def visible_en(chantier: Chantier, mots: Sequence[str], journal: Path, delai: float) -> list[float | None]:
    """Seconds from the rule saved to its page served with a word, for each word in turn; None past `delai`."""
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
            _attendre(address, "", server, delai)
            return [_visible_en(address, chantier, word, server, delai) for word in mots]
        except TropLong:
            return [None for _ in mots]
        finally:
            couper(server.pid)
            server.wait()


def _visible_en(
    address: str, chantier: Chantier, mot: str, server: subprocess.Popen[bytes], delai: float
) -> float | None:
    with touche(chantier.regle, mot, ENONCE):
        start = time.monotonic()
        try:
            _attendre(address, mot, server, delai)
        except TropLong:
            return None
        return time.monotonic() - start


def _attendre(address: str, mot: str, server: subprocess.Popen[bytes], delai: float) -> None:
    end = time.monotonic() + delai
    while time.monotonic() < end:
        if server.poll() is not None:
            raise RuntimeError(f"« memento servir » s'est arrêté : {server.returncode}")
        try:
            with urlopen(address, timeout=max(1, end - time.monotonic())) as answer:
                if mot in answer.read().decode():
                    return
        except (URLError, TimeoutError, ConnectionError):
            pass
        time.sleep(PAS)
    raise TropLong


def _port_libre() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
