"""`memento verifier`: the whole, what a change touches, the same again, and again at each save."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

INDEX = "content/index.md"
TEXTE = "rules/sources/texte-modele.yaml"
REGLE = "rules/regles/essai/regle-modele.yaml"
SOUVENIR = Path(".memento") / "verifie.json"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return petit_memento(tmp_path / "memento")


def verifier(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "verifier", *mots])


def codes(result: Result) -> list[str]:
    return [row["code"] for row in json.loads(result.stdout)]


def git(root: Path, *mots: str) -> None:
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    subprocess.run(("git", "-C", str(root), *who, *mots), check=True, capture_output=True)


@pytest.fixture
def depot(root: Path) -> Path:
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "début")
    return root


def test_what_was_said_of_the_same_files_is_said_again_without_reading_them(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    modifier(root, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    first = verifier(root, "--format", "json")
    monkeypatch.setattr("generator.pipeline.verify", lambda *_: pytest.fail("read again"))
    assert verifier(root, "--format", "json").stdout == first.stdout
    assert codes(first) == ["MEM513"]
    assert verifier(root).exit_code == 1


@pytest.mark.parametrize("chemin", [INDEX, REGLE, "urls.lock"])
def test_one_byte_more_in_any_file_is_seen(root: Path, chemin: str) -> None:
    (root / "urls.lock").write_text("./\n", encoding="utf-8")
    assert verifier(root).exit_code == 0
    (root / chemin).write_bytes((root / chemin).read_bytes() + b"\x00")
    assert verifier(root).exit_code == 1


def test_another_day_another_answer(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert verifier(root).exit_code == 0
    # 1 January 2100: everything should have been verified again long ago.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4102444800")
    assert "MEM507" in codes(verifier(root, "--format", "json"))


@pytest.mark.parametrize(
    "garde", [b"", b"{", b"[]", b'{"empreinte": 1}', b"\xff\xfe", b'{"empreinte": "x", "rapport": 3}']
)
def test_a_memory_that_cannot_be_read_is_no_memory(root: Path, garde: bytes) -> None:
    verifier(root)
    (root / SOUVENIR).write_bytes(garde)
    assert verifier(root).output == "Tout est en ordre.\n"
    assert json.loads((root / SOUVENIR).read_text(encoding="utf-8"))["rapport"] == []


def test_where_nothing_may_be_written_the_verification_still_answers(root: Path) -> None:
    (root / ".memento").write_text("un fichier à la place du dossier", encoding="utf-8")
    assert verifier(root).output == "Tout est en ordre.\n"


def test_since_a_revision_a_changed_file_is_verified(depot: Path) -> None:
    modifier(depot, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    assert codes(verifier(depot, "--depuis", "HEAD", "--format", "json")) == ["MEM513"]


def test_since_a_revision_what_has_not_changed_is_not_read_over(depot: Path) -> None:
    modifier(depot, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    git(depot, "commit", "-qam", "un sigle")
    modifier(depot, TEXTE, "titre: ", "titre: Un ")
    assert codes(verifier(depot, "--depuis", "HEAD", "--format", "json")) == []
    assert codes(verifier(depot, "--depuis", "HEAD~1", "--format", "json")) == ["MEM513"]


def test_since_a_revision_those_that_cite_what_is_gone_are_told(depot: Path) -> None:
    (depot / "content" / "contribuer").mkdir()
    page = "---\ntitre: Une page\nresume: Rien ici n'est du droit.\nsans_source: Rien.\n---\n\n[[fiche:index]]\n"
    (depot / "content" / "page.md").write_text(page, encoding="utf-8")
    (depot / "content" / "autre.md").write_text(page.replace("fiche:index", "fiche:page"), encoding="utf-8")
    git(depot, "add", "-A")
    git(depot, "commit", "-qm", "deux pages")
    (depot / "content" / "page.md").unlink()
    assert "MEM403" in codes(verifier(depot, "--depuis", "HEAD", "--format", "json"))


def test_since_a_revision_a_new_figure_is_looked_for_everywhere(depot: Path) -> None:
    modifier(depot, INDEX, "{{ plafond_modele }}", "{{ plafond_modele }}, et 31 %")
    git(depot, "commit", "-qam", "un chiffre")
    assert codes(verifier(depot, "--format", "json")) == []
    modifier(depot, "rules/parametres/plafond-modele.yaml", "valeur: 30", "valeur: 31")
    found = json.loads(verifier(depot, "--depuis", "HEAD", "--format", "json").stdout)
    assert ("MEM512", INDEX) in [(row["code"], row["fichier"]) for row in found]


def test_an_unknown_revision_is_a_usage_error(depot: Path) -> None:
    result = verifier(depot, "--depuis", "jamais")
    assert result.exit_code == 2
    assert "la révision « jamais » n'existe pas" in result.stderr


def test_an_option_is_not_a_revision(depot: Path) -> None:
    assert verifier(depot, "--depuis", "--output=/tmp/x").exit_code == 2


def test_outside_a_repository_there_is_no_revision(root: Path) -> None:
    result = verifier(root, "--depuis", "HEAD")
    assert result.exit_code == 2
    assert "n'est pas un dépôt git" in result.stderr


@pytest.fixture
def suivi(root: Path) -> Iterator[subprocess.Popen[str]]:
    command = (sys.executable, "-m", "generator.adapters.cli", "--racine", str(root), "verifier", "--suivre")
    env = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=env) as process:
        yield process
        process.kill()


def test_at_each_save_the_whole_is_verified_again(root: Path, suivi: subprocess.Popen[str]) -> None:
    assert suivi.stdout is not None
    assert suivi.stdout.readline() == "Tout est en ordre.\n"
    assert suivi.stdout.readline().startswith("Vérifié en ")
    saved = time.monotonic()
    modifier(root, INDEX, "Mémento de test", "Mémento de test, SIGLEINCONNU")
    assert "MEM513" in suivi.stdout.readline()
    assert time.monotonic() - saved < 5
