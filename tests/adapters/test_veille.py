"""A change is told by what files hold."""

import os
from pathlib import Path

import pytest

from generator.adapters.veille import Veille


def ecrire(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_what_is_new_what_has_changed_and_what_is_gone_are_told_once(tmp_path: Path) -> None:
    ecrire(tmp_path / "content/a.md", "un")
    ecrire(tmp_path / "content/b.md", "un")
    ecrire(tmp_path / "mkdocs.yml", "un")
    veille = Veille(tmp_path, ("content", "rules", "mkdocs.yml"))
    assert veille.changements() == frozenset()
    ecrire(tmp_path / "content/a.md", "deux mots")
    ecrire(tmp_path / "rules/sous/c.yaml", "neuf")
    ecrire(tmp_path / "mkdocs.yml", "deux mots")
    (tmp_path / "content/b.md").unlink()
    assert veille.changements() == {"content/a.md", "content/b.md", "rules/sous/c.yaml", "mkdocs.yml"}
    assert veille.changements() == frozenset()


def test_the_same_words_saved_again_change_nothing(tmp_path: Path) -> None:
    ecrire(tmp_path / "content/a.md", "un")
    veille = Veille(tmp_path, ("content",))
    draft = tmp_path / "brouillon"
    ecrire(draft, "un")
    os.replace(draft, tmp_path / "content/a.md")
    assert veille.changements() == frozenset()


def test_links_are_not_followed(tmp_path: Path) -> None:
    ecrire(tmp_path / "ailleurs/a.md", "un")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/lien").symlink_to(tmp_path / "ailleurs", target_is_directory=True)
    veille = Veille(tmp_path, ("content",))
    ecrire(tmp_path / "ailleurs/a.md", "deux mots")
    assert veille.changements() == frozenset()


def test_what_python_leaves_behind_is_not_looked_at(tmp_path: Path) -> None:
    ecrire(tmp_path / "gabarits/__pycache__/a.pyc", "un")
    veille = Veille(tmp_path, ("gabarits",))
    ecrire(tmp_path / "gabarits/__pycache__/a.pyc", "deux mots")
    assert veille.changements() == frozenset()


def test_a_folder_that_goes_while_it_is_looked_at_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ecrire(tmp_path / "content/sous/a.md", "un")
    veille = Veille(tmp_path, ("content",))
    scandir = os.scandir

    def partir(path: Path) -> object:
        if path.name == "sous":
            raise FileNotFoundError
        return scandir(path)

    monkeypatch.setattr("os.scandir", partir)
    assert veille.changements() == {"content/sous/a.md"}


def test_what_cannot_be_read_is_a_change_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ecrire(tmp_path / "content/a.md", "un")
    veille = Veille(tmp_path, ("content",))
    ecrire(tmp_path / "content/a.md", "deux mots")

    def refuser(path: Path) -> bytes:
        raise PermissionError(13, "interdit", str(path))

    monkeypatch.setattr(Path, "read_bytes", refuser)
    assert veille.changements() == {"content/a.md"}
    assert veille.changements() == frozenset()
