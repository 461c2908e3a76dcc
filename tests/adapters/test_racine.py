"""Where the mémento is, what day it is, one line of a file."""

import os
from datetime import date
from pathlib import Path

import click
import pytest

from generator.adapters.racine import EPOQUE, aujourd_hui, lire_ligne, un_seul_jour


@pytest.mark.parametrize(
    ("ecrit", "dit"),
    [
        ("hier", "n'est pas un nombre de secondes"),
        ("9" * 30, "n'est pas un nombre de secondes"),
        ("0", "1970-01-01 ne peut pas être le jour d'un mémento"),
    ],
)
def test_a_day_that_cannot_be_is_refused(ecrit: str, dit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(EPOQUE, ecrit)
    with pytest.raises(click.UsageError, match=dit):
        aujourd_hui()


@pytest.mark.parametrize("avant", [None, "1795392000"])
def test_a_build_has_one_day_and_leaves_the_clock_as_it_was(avant: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(EPOQUE, raising=False)
    if avant:
        monkeypatch.setenv(EPOQUE, avant)
    with un_seul_jour() as day:
        assert day == (date(2026, 11, 23) if avant else date.today())
        assert aujourd_hui() == day
    assert os.environ.get(EPOQUE) == avant


def test_a_line_that_cannot_be_read_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"un\r\n\xff\n")
    assert [lire_ligne(tmp_path, "a", number) for number in (1, 2, 3)] == ["un", "\ufffd", None]
    assert lire_ligne(tmp_path, "absent", 1) is None
    assert lire_ligne(tmp_path, ".", 1) is None
