"""Work done in another process while this one goes on: the machine has more than one core."""

import ctypes
import gc
import multiprocessing
import os
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

T = TypeVar("T")
FORK = "fork" in multiprocessing.get_all_start_methods()
# A copy begins at once with all that is in memory; it may not call what has threads of its own (the minifier has).
COPIE, NEUF = "fork", "spawn"


class Abandonne(Exception):
    """Nobody needs the result any more."""


class Apart(Generic[T]):
    """A function that begins at once; where a process cannot be copied, a copy begins when its result is asked for."""

    def __init__(self, function: Callable[[], T], methode: str = COPIE) -> None:
        self._ailleurs = FORK or methode == NEUF
        # What it is made from is not kept here while another process makes it.
        self._function = None if self._ailleurs else function
        self._fini: tuple[T] | None = None
        self._abandonne = False
        self._parent = os.getpid()
        if self._ailleurs:
            context: Any = multiprocessing.get_context(methode)
            self._lien, other = context.Pipe(duplex=False)
            self._process = context.Process(target=_travailler, args=(other, function), daemon=True)
            self._process.start()
            other.close()

    def resultat(self) -> T:
        """What the function returned, or raised; Abandonne once it has been told to stop."""
        if self._fini is None:
            self._fini = (self._function() if self._function else self._recevoir(),)
        return self._fini[0]

    def prendre(self) -> T:
        """The same, once: it is not kept here."""
        made = self.resultat()
        self._fini = None
        return made

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
            # A copy of who began it may take what it made.
            if os.getpid() == self._parent:
                self._process.join()
        if not done:
            raise value
        result: T = value
        return result


def rendre_la_memoire() -> None:
    """Give what was freed back to the machine before copies begin: each of them would write over its own part of it."""
    # The allocator keeps what it was given, unless it is told; only that of glibc can be.
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


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
