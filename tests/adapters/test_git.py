"""What git is asked, and what it may answer."""

import subprocess
from pathlib import Path

import click
import pytest

from generator.adapters.depot import fichiers_changes, revision
from generator.adapters.depuis import changes_depuis
from generator.adapters.fabrication import _git


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    """A repository of one commit."""
    for path in ("rules/a.yaml", "generator/x.py"):
        (tmp_path / path).parent.mkdir()
        (tmp_path / path).write_text("un", encoding="utf-8")
    for words in (("init", "-q"), ("add", "."), ("-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "x")):
        subprocess.run(("git", "-C", str(tmp_path), *words), check=True)
    return tmp_path


def test_what_git_refuses_is_told_in_its_own_words(depot: Path) -> None:
    with pytest.raises(click.ClickException, match=r"git diff : .*0000000"):
        fichiers_changes(depot, "0" * 40)


def test_without_git_one_is_told_what_is_missing(depot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(click.UsageError, match="git n'est pas installé"):
        revision(depot, "HEAD", "--depuis")
    # A site is made without it: only where its sources come from is not said.
    assert _git(depot, "rev-parse", "HEAD") is None


def test_once_what_reads_the_files_has_changed_all_of_them_are_to_be_verified(depot: Path) -> None:
    (depot / "rules/a.yaml").write_text("deux", encoding="utf-8")
    assert changes_depuis(depot, "HEAD") == ("rules/a.yaml",)
    (depot / "generator/x.py").write_text("deux", encoding="utf-8")
    assert changes_depuis(depot, "HEAD") is None
