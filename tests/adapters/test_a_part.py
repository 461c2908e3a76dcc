"""Work in another process gives its result, its exception, or stops."""

import os
import sys
import time
from functools import partial
from pathlib import Path
from weakref import ref

import pytest

from generator.adapters import a_part
from generator.adapters.a_part import COPIE, NEUF, Abandonne, Apart, rendre_la_memoire


def echouer() -> None:
    raise ValueError("une raison")


def test_the_result_comes_from_another_process_and_may_be_asked_for_twice() -> None:
    work = Apart(os.getpid)
    assert work.resultat() != os.getpid()
    assert work.resultat() == work.resultat()


@pytest.mark.parametrize("methode", [COPIE, NEUF])
def test_what_it_raises_is_raised_here_and_says_where(methode: str) -> None:
    with pytest.raises(ValueError, match="une raison") as caught:
        Apart(echouer, methode).resultat()
    assert "in echouer" in "".join(caught.value.__notes__)


def test_what_nobody_needs_any_more_stops() -> None:
    work = Apart(lambda: time.sleep(60))
    start = time.monotonic()
    work.abandonner()
    with pytest.raises(Abandonne):
        work.resultat()
    assert time.monotonic() - start < 30


def test_a_process_that_dies_is_told_from_one_that_answers() -> None:
    with pytest.raises(ChildProcessError):
        Apart(lambda: os._exit(3)).resultat()


def test_where_a_process_cannot_be_copied_the_work_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(a_part, "FORK", False)
    work = Apart(os.getpid)
    assert work.resultat() == os.getpid()
    work.abandonner()


class Base:
    """Something large."""


def test_what_another_process_works_on_is_not_kept_here() -> None:
    base = Base()
    seen = ref(base)
    work = Apart(partial(isinstance, base, Base))
    del base
    assert seen() is None
    assert work.resultat()


def test_a_result_that_was_taken_is_not_kept_here() -> None:
    work = Apart(Base)
    made = work.prendre()
    seen = ref(made)
    del made
    assert seen() is None
    work.abandonner()


def test_a_copy_of_who_began_it_may_take_what_it_made() -> None:
    first = Apart(os.getpid)
    second = Apart(lambda: (first.prendre(), os.getpid()))
    made, taker = second.resultat()
    assert len({made, taker, os.getpid()}) == 3
    # Nothing is left of it, for whoever began it.
    first.abandonner()
    with pytest.raises(Abandonne):
        first.resultat()


def test_what_went_wrong_for_a_copy_is_told_to_who_asks_that_copy() -> None:
    first = Apart(echouer)
    with pytest.raises(ValueError, match="une raison"):
        Apart(first.prendre).resultat()
    first.abandonner()


@pytest.mark.skipif(sys.platform != "linux", reason="seule la bibliothèque C de GNU sait rendre la mémoire")
def test_what_was_freed_goes_back_to_the_machine() -> None:
    held = [bytes(2000) for _ in range(20_000)]
    last = bytes(2000)
    del held
    before = residente()
    rendre_la_memoire()
    assert before - residente() > 20_000_000
    assert last


def residente() -> int:
    """The bytes of memory that this process has."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
