"""Work in another process gives its result, its exception, or stops."""

import os
import time

import pytest

from generator.adapters import a_part
from generator.adapters.a_part import COPIE, NEUF, Abandonne, Apart, a_plusieurs


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


@pytest.mark.parametrize("nombre", [0, 1, 2, 3, 7])
def test_what_several_processes_make_comes_back_in_order(monkeypatch: pytest.MonkeyPatch, nombre: int) -> None:
    monkeypatch.setattr(a_part, "bras", lambda: 3)
    made = a_plusieurs(lambda rank: (rank, os.getpid()), range(nombre), seuil=2)
    assert [rank for rank, _ in made] == list(range(nombre))
    assert len({process for _, process in made}) == min(nombre, {7: 3, 3: 3, 2: 2}.get(nombre, 1))


def test_few_things_are_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(a_part, "bras", lambda: 3)
    assert set(a_plusieurs(lambda _: os.getpid(), range(5), seuil=6)) == {os.getpid()}


@pytest.mark.parametrize("fautif", [0, 9])
def test_what_goes_wrong_in_any_of_them_is_raised_here(monkeypatch: pytest.MonkeyPatch, fautif: int) -> None:
    monkeypatch.setattr(a_part, "bras", lambda: 2)

    def faire(rank: int) -> int:
        if rank == fautif:
            raise ValueError("une raison")
        return rank

    with pytest.raises(ValueError, match="une raison"):
        a_plusieurs(faire, range(10), seuil=2)
