"""The hook of git: a fault refuses the commit, and only what is to be committed counts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento

RACINE = Path(__file__).parents[1]
INDEX = "content/index.md"
FAUTE = ("{{ plafond_modele }}", "{{ plafond_inconnu }}")


def lancer(root: Path, *words: str, **env: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {f"GIT_{role}_{name}": "essai@example.org" for role in ("AUTHOR", "COMMITTER") for name in ("NAME", "EMAIL")}
    # 23 November 2026.
    own |= {"SOURCE_DATE_EPOCH": "1795392000", **who, **env}
    return subprocess.run(words, cwd=root, env=own, capture_output=True, text=True, check=False)


def git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return lancer(root, "git", *words)


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A repository with a mémento, the hook installed, and the command where `make` puts it."""
    root = petit_memento(tmp_path / "mon depot")
    (root / "outils").mkdir()
    (root / "outils/pre-commit").write_bytes((RACINE / "outils/pre-commit").read_bytes())
    (root / ".gitignore").write_text(".venv/\n", encoding="utf-8")
    command = root / ".venv/bin/memento"
    command.parent.mkdir(parents=True)
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{RACINE}" exec "{sys.executable}" -m generator.adapters.cli "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    git(root, "init", "-q")
    git(root, "add", "-A")
    assert git(root, "commit", "-qm", "début").returncode == 0
    installed = lancer(root, "sh", "outils/pre-commit", "--installer")
    assert installed.returncode == 0, installed.stderr
    return root


def commits(root: Path) -> int:
    return int(git(root, "rev-list", "--count", "HEAD").stdout)


def test_a_fault_refuses_the_commit_and_says_where_it_is(depot: Path) -> None:
    modifier(depot, INDEX, *FAUTE)
    done = git(depot, "commit", "-qam", "une faute")
    assert done.returncode != 0
    assert f"{INDEX}:8:35: MEM404" in done.stderr
    assert "La validation est refusée" in done.stderr
    assert "git commit --no-verify" in done.stderr
    assert commits(depot) == 1


def test_without_a_fault_the_commit_passes(depot: Path) -> None:
    modifier(depot, INDEX, "et {{", "puis {{")
    done = git(depot, "commit", "-qam", "un mot")
    assert done.returncode == 0, done.stderr
    assert commits(depot) == 2


def test_the_hook_is_skipped_once_when_one_asks_to(depot: Path) -> None:
    modifier(depot, INDEX, *FAUTE)
    assert git(depot, "commit", "--no-verify", "-qam", "une faute").returncode == 0
    modifier(depot, INDEX, "et {{", "puis {{")
    assert git(depot, "commit", "-qam", "encore").returncode != 0


def test_a_fault_that_is_not_to_be_committed_does_not_count(depot: Path) -> None:
    modifier(depot, "rules/regles/essai/regle-modele.yaml", "Un autre énoncé", "Un nouvel énoncé")
    git(depot, "add", "rules")
    modifier(depot, INDEX, *FAUTE)
    assert git(depot, "commit", "-qm", "un énoncé").returncode == 0
    assert "plafond_inconnu" in (depot / INDEX).read_text(encoding="utf-8")


def test_a_fault_that_was_mended_after_it_was_added_still_counts(depot: Path) -> None:
    modifier(depot, INDEX, *FAUTE)
    git(depot, "add", INDEX)
    modifier(depot, INDEX, *reversed(FAUTE))
    assert git(depot, "commit", "-qm", "une faute").returncode != 0


def test_a_file_named_on_the_command_line_is_what_is_verified(depot: Path) -> None:
    modifier(depot, INDEX, *FAUTE)
    modifier(depot, "content/structures/aci.md", "Corps de test.", "Un corps.")
    assert git(depot, "commit", "-qm", "un corps", "content/structures/aci.md").returncode == 0
    assert git(depot, "commit", "-qm", "une faute", INDEX).returncode != 0


def test_a_fault_seen_from_another_file_is_found(depot: Path) -> None:
    """The rule that the home page cites is removed: the page has not changed."""
    git(depot, "rm", "-q", "rules/regles/essai/regle-modele.yaml")
    done = git(depot, "commit", "-qm", "sans règle")
    assert done.returncode != 0
    assert INDEX in done.stderr


def test_what_is_not_the_memento_is_not_verified(depot: Path) -> None:
    (depot / ".venv/bin/memento").write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    (depot / "notes.txt").write_text("à part", encoding="utf-8")
    git(depot, "add", "notes.txt")
    assert git(depot, "commit", "-qm", "des notes").returncode == 0


def test_the_command_that_is_missing_is_said(depot: Path) -> None:
    (depot / ".venv/bin/memento").unlink()
    modifier(depot, INDEX, "et {{", "puis {{")
    git(depot, "add", "-A")
    done = lancer(depot, "git", "commit", "-qm", "un mot", PATH="/usr/bin:/bin")
    assert done.returncode != 0
    assert "La commande « memento » n'est pas installée" in done.stderr


def test_it_leaves_nothing_behind(depot: Path, tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    modifier(depot, INDEX, *FAUTE)
    done = lancer(depot, "git", "commit", "-qam", "une faute", TMPDIR=str(tmp_path / "tmp"))
    assert done.returncode != 0
    assert list((tmp_path / "tmp").iterdir()) == []
    assert git(depot, "status", "--porcelain").stdout == f" M {INDEX}\n"


def test_another_hook_is_left_alone(depot: Path) -> None:
    hook = depot / ".git/hooks/pre-commit"
    hook.write_text("#!/bin/sh\necho le mien\n", encoding="utf-8")
    done = lancer(depot, "sh", "outils/pre-commit", "--installer")
    assert done.returncode == 1
    assert "Il y a déjà un crochet" in done.stderr
    assert "le mien" in hook.read_text(encoding="utf-8")


def test_a_branch_without_the_script_commits_as_before(depot: Path) -> None:
    git(depot, "rm", "-qr", "outils")
    assert git(depot, "commit", "-qm", "sans outils").returncode == 0
    assert git(depot, "commit", "-q", "--allow-empty", "-m", "vide").returncode == 0
