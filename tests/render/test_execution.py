"""Orders carried out by one process or by several: the same, and what breaks is told."""

import os
import signal
import threading
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, BASE, batir, petit_memento

from generator.render import execution
from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.execution import executer
from generator.render.ouvrier import Ouvrier
from generator.resolve import KnowledgeBase

ICI = os.getpid()


def deux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "bras", lambda: 2)


def atelier() -> Atelier:
    return Atelier(KnowledgeBase(), (), AUJOURD_HUI)


def test_two_processes_make_the_same_site_as_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = petit_memento(tmp_path, surcouche=BASE.parent / "valides" / "tous-les-genres")
    monkeypatch.setattr(execution, "bras", lambda: 1)
    alone = batir(dossier)
    deux(monkeypatch)
    monkeypatch.setattr(Ouvrier, "faire", compter(calls := []))
    shared = batir(dossier)
    assert shared.report == alone.report
    assert shared.site == alone.site
    assert shared.site is not None
    # This process made its half, and read over the words.
    assert 0 < sum("_relire" not in name for name in calls) < len(shared.site.pages)


def compter(calls: list[str]):  # type: ignore[no-untyped-def]
    """The same, noting what this process makes."""
    once = Ouvrier.faire

    def noter(worker: Ouvrier, order: Commande) -> object:
        calls.append(order.cle)
        return once(worker, order)

    return noter


def double(_: Atelier, number: int) -> int:
    return 2 * number


def test_what_orders_give_comes_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(execution, "bras", lambda: 3)
    orders = [Commande(double, (number,)) for number in range(10)]
    assert executer(atelier(), orders, seuil=1) == (0, 2, 4, 6, 8, 10, 12, 14, 16, 18)


# The last order is begun first, here; the one before it, in the copy.
def refuser(_: Atelier, number: int) -> int:
    if number == 0:
        raise KeyError("c-est-faux")
    return number


def test_what_breaks_in_another_process_breaks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    deux(monkeypatch)
    with pytest.raises(KeyError, match="c-est-faux"):
        executer(atelier(), [Commande(refuser, (0,)), Commande(refuser, (1,))], seuil=1)


class SecretError(Exception):
    """An error that no process can hand to another."""

    def __reduce__(self) -> str:
        raise TypeError


def cacher(_: Atelier, number: int) -> int:
    if number == 0:
        raise SecretError("gardée")
    return number


def test_an_error_that_cannot_be_handed_over_is_told_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    deux(monkeypatch)
    with pytest.raises(RuntimeError, match="SecretError: gardée"):
        executer(atelier(), [Commande(cacher, (0,)), Commande(cacher, (1,))], seuil=1)


def mourir(_: Atelier, number: int) -> int:
    if os.getpid() != ICI:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_a_process_that_is_killed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    deux(monkeypatch)
    with pytest.raises(RuntimeError, match="was stopped"):
        executer(atelier(), [Commande(mourir, (0,)), Commande(mourir, (1,))], seuil=1)


def test_a_process_that_has_threads_is_not_split() -> None:
    end = threading.Event()
    thread = threading.Thread(target=end.wait, args=(10,))
    thread.start()
    try:
        assert execution.bras() == 1
    finally:
        end.set()
        thread.join()
