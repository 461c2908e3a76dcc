"""`memento servir`: the time from a file saved to the page that shows it."""

import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.construction.chantier import ADRESSE, Chantier
from bench.construction.moteurs import CHEMIN, Commande, Nous, memento
from bench.construction.processus import couper

PAS = 0.02


class TropLong(Exception):
    """What was awaited did not come in time."""


def visible_en(chantier: Chantier, mot: str, journal: Path, delai: float) -> float:
    """Seconds from the rule saved to its page served with the word. Raises TropLong."""
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
            with Nous().toucher(chantier, mot):
                start = time.monotonic()
                _attendre(address, mot, server, delai)
                return time.monotonic() - start
        finally:
            couper(server.pid)
            server.wait()


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
