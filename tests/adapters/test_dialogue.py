"""`memento nouveau` in a real terminal: asked in French, one thing at a time."""

import os
import pty
import re
import select
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, petit_memento

from generator.adapters.dialogue import Dialogue
from generator.pipeline import compile_rules, verify
from generator.render.ebauches import Contexte, Question

CTRL_C, FIN = "\x03", "\x04"
TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return petit_memento(tmp_path / "memento", surcouche=TOUS)


def lire(root: Path) -> dict[str, bytes]:
    files = (path for folder in ("rules", "content") for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@dataclass
class Terminal:
    """A real terminal in which the command runs."""

    root: Path
    genre: str
    vu: bytes = b""
    pid: int = field(init=False)
    fd: int = field(init=False)

    def __post_init__(self) -> None:
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            command = (
                sys.executable,
                "-m",
                "generator.adapters.cli",
                "--racine",
                str(self.root),
                "nouveau",
                self.genre,
            )
            os.execv(sys.executable, command)

    def attendre(self, touche: bytes = b"") -> bool:
        """Until a question; False when the command has ended. `touche` is pressed again every second meanwhile.

        Python does not see a Ctrl-C that comes just before it waits for a key: people press it again.
        """
        start, limit = len(self.vu), time.monotonic() + 60
        pressed = time.monotonic()
        while time.monotonic() < limit:
            # Heard, it is not pressed again: Python is leaving, and what leaves is killed by it.
            if touche and b"Interrompu." not in self.vu and time.monotonic() - pressed > 1:
                pressed = time.monotonic()
                os.write(self.fd, touche)
            if select.select([self.fd], [], [], 0.2)[0]:
                try:
                    read = os.read(self.fd, 65536)
                except OSError:
                    return False
                if not read:
                    return False
                self.vu += read
            if self.vu[start:].endswith(b"> "):
                return True
        raise AssertionError(f"la commande ne dit plus rien : {self.texte}")

    def taper(self, *reponses: str) -> int:
        """Answer the questions one by one, then give the exit status."""
        touche = b""
        for answer in reponses:
            assert self.attendre(), self.texte
            touche = answer.encode() if answer in (CTRL_C, FIN) else b""
            os.write(self.fd, touche or f"{answer}\n".encode())
        asked = self.attendre(touche)
        assert not asked, f"une question de trop : {self.texte}"
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])

    @property
    def texte(self) -> str:
        return re.sub(r"\x1b\[[0-9;]*m", "", self.vu.decode()).replace("\r\n", "\n")


@pytest.fixture
def terminal(root: Path) -> Iterator[Terminal]:
    opened = Terminal(root, "regle")
    yield opened
    try:
        os.kill(opened.pid, signal.SIGKILL)
        os.waitpid(opened.pid, 0)
    except (ProcessLookupError, ChildProcessError):
        os.close(opened.fd)


def test_a_newcomer_is_asked_in_french_one_thing_at_a_time(root: Path, terminal: Terminal) -> None:
    status = terminal.taper(
        "",
        "L'accueil de deux jours",
        "",
        "1",
        "ACII",
        "1, AI",
        "modle",
        "texte-modle",
        "1",
        "01/01/2020",
        "1",
        "",
        "",
        "",
        "aujourd’hui",
        "",
        "",
    )
    assert status == 0, terminal.texte
    said = terminal.texte
    assert "Il faut une réponse." in said
    assert "(Entrée : accueil-de-deux-jours)" in said
    assert "« ACII » n'existe pas ; vouliez-vous dire « ACI » ?" in said
    assert "vouliez-vous dire « texte-modele » ?" in said
    assert "1. prescriptif" in said
    assert "Il reste à compléter dans rules/regles/essai/accueil-de-deux-jours.yaml" in said
    regle = compile_rules(root).base.regles["accueil-de-deux-jours"]
    assert (regle.siae, str(regle.versions[0].du), regle.verifie_le) == (("ACI", "AI"), "2020-01-01", AUJOURD_HUI)
    assert [item.code for item in verify(root, AUJOURD_HUI).report] == ["MEM525"]


def test_an_interruption_writes_nothing(root: Path, terminal: Terminal) -> None:
    before = lire(root)
    assert terminal.taper("Une règle", "", "1", CTRL_C) == 130
    assert "Interrompu." in terminal.texte
    assert lire(root) == before


def test_the_end_of_what_is_typed_is_no_interruption(root: Path, terminal: Terminal) -> None:
    before = lire(root)
    assert terminal.taper("Une règle", "", FIN) == 1
    assert "Interrompu." in terminal.texte
    assert lire(root) == before


class Repond:
    """Someone who answers the questions of a dialogue, in this order."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *answers: str) -> None:
        self.left, self.hints = list(answers), list[str]()
        monkeypatch.setattr("click.prompt", self.lire)

    def lire(self, hint: str, *_: object, **__: object) -> str:
        self.hints.append(hint.strip())
        return self.left.pop(0)


@pytest.fixture
def contexte(root: Path) -> Contexte:
    return Contexte(compile_rules(root).base, AUJOURD_HUI, lambda path: (root / path).read_text(encoding="utf-8"))


# Thirty choices: more than are shown, fourteen of which are about contracts.
TRENTE = {f"choix-{rank}": f"Contrat n° {rank}" if rank <= 14 else f"Autre chose n° {rank}" for rank in range(1, 31)}


def trente(*, plusieurs: bool = False, au_moins: int = 1) -> Question:
    return Question("x", "Lequel ?", choix=lambda *_: TRENTE, plusieurs=plusieurs, au_moins=au_moins)


def test_a_long_list_is_looked_into_by_words_then_chosen_by_rank(
    contexte: Contexte, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Repond(monkeypatch, "…", "contrat", "3")
    assert Dialogue(contexte).demander(trente(), {}) == ("choix-3",)
    said = capsys.readouterr().out
    assert "30 choix : tapez un identifiant, un numéro, ou quelques mots pour chercher." in said
    assert "« … » n'existe pas" in said
    assert "   3. choix-3   Contrat n° 3" in said
    assert "choix-13  " not in said
    assert "… et 2 autres : précisez." in said


def test_words_that_only_one_holds_choose_it_and_it_is_said(
    contexte: Contexte, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Repond(monkeypatch, "contrat n° 7")
    assert Dialogue(contexte).demander(trente(), {}) == ("choix-7",)
    assert "  → choix-7 : Contrat n° 7" in capsys.readouterr().out


def test_several_are_answered_one_after_the_other_until_nothing_is_typed(
    contexte: Contexte, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    person = Repond(monkeypatch, "choix-20", "", "choix-20", "choix-21", "")
    assert Dialogue(contexte).demander(trente(plusieurs=True, au_moins=2), {}) == ("choix-20", "choix-21")
    assert person.hints[1] == "(une autre, ou Entrée pour continuer)"
    assert "Il en faut une autre." in capsys.readouterr().out
