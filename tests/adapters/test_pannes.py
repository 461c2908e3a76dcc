"""What the disk, the network and the keyboard can do to a command: a sentence, a status, nothing lost."""

import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result
from petit_memento import BASE, memento_entier, petit_memento

from generator.adapters.cli import memento
from generator.adapters.fabrication import GENERATEUR, sceller
from generator.adapters.sommes import SOMMES, ecarts

RACINE = BASE.parents[2]
PATIENCE = 240


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A mémento that serves a site already."""
    root = memento_entier(tmp_path / "memento")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("l'ancien", encoding="utf-8")
    sceller(root / "site", {"generateur": GENERATEUR, "pages": 1})
    return root


def lancer(root: Path, *mots: str, avant: str = "", devant: tuple[str, ...] = ()) -> "subprocess.Popen[str]":
    script = f"{avant}\nfrom generator.adapters.cli import memento\nmemento(['--racine', *__import__('sys').argv[1:]])"
    own = {**os.environ, "PYTHONPATH": str(RACINE), "SOURCE_DATE_EPOCH": "1795392000"}
    command = [*devant, sys.executable, "-c", script, str(root), *mots]
    return subprocess.Popen(command, env=own, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def intact(root: Path) -> bool:
    """The old site is served, whole, and nothing stands beside it."""
    beside = {path.name for path in root.glob("site*")} == {"site", "site_theme"}
    return beside and ecarts(root / "site") == [] and (root / "site" / "index.html").read_text("utf-8") == "l'ancien"


def test_a_file_that_the_disk_refuses_in_the_middle_of_a_build_is_told_and_loses_nothing(root: Path) -> None:
    # What the kernel does past a limit is what it does on a full disk: the write fails.
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))"
    process = lancer(root, "construire", avant=limit)
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert "impossible d'écrire" in told
    assert "la taille permise pour un fichier est dépassée ; rien n'est changé." in told
    assert "Traceback" not in told
    assert intact(root)


def test_a_build_that_is_interrupted_says_so_and_leaves_nothing(root: Path) -> None:
    process = lancer(root, "construire")
    assert process.stderr is not None
    assert process.stderr.readline().startswith("Construction de ")
    # While it reads, renders or writes, as chance has it: the answer is the same.
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert told.strip() == "Interrompu."
    assert intact(root)


RESEAU = """
import socket, sys
def refuser(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        print(f"réseau demandé : {event} {arguments[1:]}", file=sys.stderr)
        raise OSError("pas de réseau")
sys.addaudithook(refuser)
from generator.adapters.cli import memento
def lancer(*mots):
    try:
        memento(["--racine", sys.argv[1], *mots])
    except SystemExit as stop:
        if stop.code:
            raise
lancer("verifier")
lancer("construire")
lancer("chercher", "règle")
lancer("calculer", "--exemples")
lancer("imprimer", "--sortie", sys.argv[1] + "/imprimé.pdf")
"""


def sans_reseau() -> tuple[str, ...]:
    """What takes the network away from a process, Typst's own code too, where the system lets us."""
    command = ("unshare", "--map-root-user", "--net")
    if (
        shutil.which("unshare") is None
        or subprocess.run((*command, "true"), capture_output=True, check=False).returncode
    ):
        return ()
    return command


def test_once_installed_nothing_asks_for_the_network(root: Path) -> None:
    own = {**os.environ, "PYTHONPATH": str(RACINE), "SOURCE_DATE_EPOCH": "1795392000"}
    command = [*sans_reseau(), sys.executable, "-c", RESEAU, str(root)]
    done = subprocess.run(command, env=own, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    assert "réseau demandé" not in done.stderr
    assert "Règle modèle" in done.stdout
    assert "tous justes" in done.stdout
    assert (root / "imprimé.pdf").read_bytes().startswith(b"%PDF-")
    assert ecarts(root / "site") == []


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def lire(address: str) -> str:
    """What a server answers, once it does."""
    limit = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address, timeout=PATIENCE) as answer:
                return str(answer.read().decode("utf-8"))
        except URLError:
            if time.monotonic() > limit:
                raise
            time.sleep(0.1)


def test_two_builds_and_a_server_at_once_do_not_spoil_each_other(root: Path, port: int) -> None:
    address = f"127.0.0.1:{port}"
    server = lancer(root, "servir", "--adresse", address)
    try:
        builds = [lancer(root, "construire") for _ in range(2)]
        answered = lire(f"http://{address}/")
        told = [process.communicate(timeout=PATIENCE)[1] for process in builds]
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=PATIENCE)
    assert [process.returncode for process in builds] == [0, 0], told
    assert "<h1" in answered
    assert ecarts(root / "site") == []
    assert ecarts(root / "site.precedent") == []
    assert (root / "site" / SOMMES).read_bytes() == (root / "site.precedent" / SOMMES).read_bytes()
    assert {path.name for path in root.glob("site*")} == {"site", "site.precedent", "site_theme"}


def verifier(root: Path) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1795392000"}).invoke(memento, ["--racine", str(root), "verifier"])


CACHES = {
    "vide": b"",
    "du bruit": bytes(range(256)) * 40,
    "un puits": b"[" * 200_000,
    "une liste": b"[]",
    "rien": b"null",
    "des lignes fausses": b'{"empreinte": "%s", "rapport": [{"fichier": 1}, 2]}',
}


@pytest.mark.parametrize("contenu", CACHES.values(), ids=CACHES)
def test_a_spoiled_memory_of_verifier_is_made_again(tmp_path: Path, contenu: bytes) -> None:
    root = petit_memento(tmp_path)
    expected = verifier(root)
    kept = root / ".memento" / "verifie.json"
    mark = json.loads(kept.read_text(encoding="utf-8"))["empreinte"]
    kept.write_bytes(contenu.replace(b"%s", mark.encode()))
    again = verifier(root)
    assert (again.exit_code, again.output) == (expected.exit_code, expected.output)
    assert again.exception is None or isinstance(again.exception, SystemExit)
    assert json.loads(kept.read_text(encoding="utf-8"))["empreinte"] == mark


@pytest.mark.parametrize("obstacle", ["un fichier", "un dossier à sa place"])
def test_where_nothing_can_be_remembered_the_answer_is_the_same(tmp_path: Path, obstacle: str) -> None:
    root = petit_memento(tmp_path)
    expected = verifier(root)
    shutil.rmtree(root / ".memento")
    if obstacle == "un fichier":
        (root / ".memento").touch()
    else:
        (root / ".memento" / "verifie.json").mkdir(parents=True)
    again = verifier(root)
    assert (again.exit_code, again.output) == (expected.exit_code, expected.output)
    assert [path.name for path in root.glob(".memento/*")] in ([], ["verifie.json"])


@contextmanager
def disque_plein() -> Iterator[None]:
    """Not a byte can be written in a file by this process."""
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, limit[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)


def test_where_nothing_can_be_written_verifier_answers_and_leaves_no_piece(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    with disque_plein():
        result = verifier(root)
    assert result.exit_code == 0
    assert list(root.glob(".memento/*")) == []


ECRIVAINS = {
    "adresses": (("adresses", "--verrouiller"), "urls.lock"),
    "exporter": (("exporter", "publicodes", "--sortie", "{}/publicodes"), "publicodes/calcul-modele.publicodes"),
    "schemas": (("schemas",), "schemas/regle.json"),
    "imprimer": (("imprimer", "--sortie", "{}/memento.pdf"), "memento.pdf"),
}


@pytest.mark.parametrize("commande", ECRIVAINS)
def test_every_command_that_writes_says_why_it_cannot_and_leaves_what_was_there(tmp_path: Path, commande: str) -> None:
    words, path = ECRIVAINS[commande]
    root = petit_memento(tmp_path)
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    before = b"" if commande == "adresses" else b"l'ancien"
    target.write_bytes(before)
    with disque_plein():
        runner = CliRunner(env={"SOURCE_DATE_EPOCH": "1795392000"})
        result = runner.invoke(memento, ["--racine", str(root), *(word.format(root) for word in words)])
    assert result.exit_code == 1
    assert result.stderr.startswith("Erreur : ")
    assert "impossible" in result.stderr
    assert target.read_bytes() == before
    assert [found for found in target.parent.iterdir() if found.name.startswith(f".{target.name}")] == []


@pytest.mark.parametrize(
    ("epoque", "phrase"),
    [
        ("hier", "« hier » n'est pas un nombre de secondes depuis 1970"),
        ("²", "n'est pas un nombre de secondes"),
        ("9" * 30, "n'est pas un nombre de secondes"),
        ("0", "1970-01-01 ne peut pas être le jour d'un mémento"),
    ],
)
def test_a_day_that_cannot_be_one_is_refused(root: Path, epoque: str, phrase: str) -> None:
    result = CliRunner(env={"SOURCE_DATE_EPOCH": epoque}).invoke(memento, ["--racine", str(root), "construire"])
    assert result.exit_code == 2
    assert phrase in result.stderr
    assert intact(root)
