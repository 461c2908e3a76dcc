"""Work done in another process while this one goes on: the machine has more than one core."""

import gc
import multiprocessing
import traceback
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from generator.render.execution import SEUIL, bras

T = TypeVar("T")
R = TypeVar("R")
FORK = "fork" in multiprocessing.get_all_start_methods()
# A copy begins at once with all that is in memory; it may not call what has threads of its own (the minifier has).
COPIE, NEUF = "fork", "spawn"


class Abandonne(Exception):
    """Nobody needs the result any more."""


class Apart(Generic[T]):
    """A function that begins at once; where a process cannot be copied, a copy begins when its result is asked for."""

    def __init__(self, function: Callable[[], T], methode: str = COPIE) -> None:
        self._function = function
        self._ailleurs = FORK or methode == NEUF
        self._fini: tuple[T] | None = None
        self._abandonne = False
        if self._ailleurs:
            context: Any = multiprocessing.get_context(methode)
            self._lien, other = context.Pipe(duplex=False)
            self._process = context.Process(target=_travailler, args=(other, function), daemon=True)
            self._process.start()
            other.close()

    def resultat(self) -> T:
        """What the function returned, or raised; Abandonne once it has been told to stop."""
        if self._fini is None:
            self._fini = (self._recevoir() if self._ailleurs else self._function(),)
        return self._fini[0]

    def abandonner(self) -> None:
        """It is not needed any more."""
        self._abandonne = True
        if self._ailleurs and self._fini is None:
            self._process.kill()
            self._process.join()

    def _recevoir(self) -> T:
        try:
            done, value = self._lien.recv()
        except EOFError:
            if self._abandonne:
                raise Abandonne from None
            raise ChildProcessError("un calcul fait à part s'est arrêté avant sa fin") from None
        finally:
            self._process.join()
        if not done:
            raise value
        result: T = value
        return result


def a_plusieurs(function: Callable[[T], R], items: Sequence[T], seuil: int = SEUIL) -> list[R]:
    """What a function gives for each of many items, in their order, made by several processes where it pays."""
    hands = bras() if len(items) >= seuil else 1
    size = -(-len(items) // hands)
    gone = [Apart(partial(_tous, function, items[rank * size : (rank + 1) * size])) for rank in range(1, hands)]
    try:
        return [*_tous(function, items[:size]), *(made for one in gone for made in one.resultat())]
    finally:
        for one in gone:
            one.abandonner()


def _tous(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [function(item) for item in items]


def _travailler(lien: Connection, function: Callable[[], object]) -> None:
    # Looking for garbage among what was copied would write on all of it, and copy it for good.
    gc.freeze()
    try:
        answer: tuple[bool, object] = (True, function())
    except BaseException as error:
        error.add_note(traceback.format_exc())
        answer = (False, error)
    # Who was waiting may be gone.
    with suppress(BrokenPipeError):
        lien.send(answer)
    lien.close()
