"""One at a time; whoever is stopped while it waits holds nothing."""

import fcntl
import os
from pathlib import Path

import pytest

from generator.adapters.tour import tour


class Interrompue(BaseException):
    """What stops a run that waits."""


def test_one_that_is_stopped_while_it_waits_holds_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lockf, held = fcntl.lockf, list[int]()

    def occupe(descriptor: int, how: int) -> None:
        held.append(descriptor)
        raise BlockingIOError if how & fcntl.LOCK_NB else Interrompue

    monkeypatch.setattr("fcntl.lockf", occupe)
    with pytest.raises(Interrompue), tour(tmp_path / "site"):
        pass
    assert "attend son tour" in capsys.readouterr().err
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(held[0])
    monkeypatch.setattr("fcntl.lockf", lockf)
    with tour(tmp_path / "site"):
        assert (tmp_path / "site.verrou").exists()


def test_waiting_again_is_said_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # The one before removes the file that was waited for; another one takes the next.
    lockf, left = fcntl.lockf, [2]

    def occupe(descriptor: int, how: int) -> None:
        if how & fcntl.LOCK_NB and left[0]:
            left[0] -= 1
            (tmp_path / "site.verrou").unlink()
            raise BlockingIOError
        lockf(descriptor, how)

    monkeypatch.setattr("fcntl.lockf", occupe)
    with tour(tmp_path / "site"):
        assert left == [0]
    assert capsys.readouterr().err.count("attend son tour") == 1
