"""A file that a command writes is the old one or the new one, whole."""

import os
import threading
from pathlib import Path

import click
import pytest

from generator.adapters import sortie as module
from generator.adapters.sortie import ecrire


def test_a_file_is_replaced_and_nothing_stands_beside(tmp_path: Path) -> None:
    ecrire(tmp_path / "x", b"un")
    ecrire(tmp_path / "x", b"deux")
    assert (tmp_path / "x").read_bytes() == b"deux"
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    (tmp_path / "lien").symlink_to("x")
    ecrire(tmp_path / "lien", b"un")
    assert (tmp_path / "lien").is_symlink()
    assert (tmp_path / "x").read_bytes() == b"un"


def test_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "tube"
    os.mkfifo(pipe)
    writer = threading.Thread(target=ecrire, args=(pipe, b"un"), daemon=True)
    writer.start()
    assert pipe.read_bytes() == b"un"
    writer.join(timeout=60)
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("chemin", "phrase"),
    [
        (".", "c'est un dossier"),
        ("rien/x", "ce dossier n'existe pas"),
        ("fichier/x", "ce dossier n'existe pas"),
        ("x" * 300, "ce nom est trop long"),
    ],
)
def test_what_cannot_be_written_says_why(tmp_path: Path, chemin: str, phrase: str) -> None:
    (tmp_path / "fichier").touch()
    with pytest.raises(click.ClickException, match=phrase):
        ecrire(tmp_path / chemin, b"un")


def test_a_reason_without_a_sentence_is_what_the_system_says() -> None:
    assert module.motif(OSError(71, "Protocol error")) == "le système répond « Protocol error »"
