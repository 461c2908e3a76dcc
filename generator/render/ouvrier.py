"""Who carries out orders: this process, or a copy of it."""

import os
import pickle
import sys
from array import array
from collections.abc import Iterator, Sequence
from typing import Any

from generator.render.atelier import Atelier
from generator.render.commande import Commande, Fait, Memoire, Numeros
from generator.render.partage import Partage
from generator.render.rangement import Deballeur, Emballeur, Place, Tiroir, ranger

# Before each thing that a copy hands over: its length.
LONGUEUR = 8


class Ouvrier:
    """One worker; `numeros` are those of the questions of memory, `tiroir` where it puts away what it makes."""

    def __init__(self, atelier: Atelier, memoire: Memoire | None) -> None:
        self.atelier = atelier
        self.numeros = Numeros(memoire.questions if memoire else ())
        self._memoire = memoire
        self.tiroir = self.ouvrir()

    def ouvrir(self) -> Tiroir | None:
        """Another place to put away what is made."""
        return self._memoire.tiroir() if self._memoire else None

    def faire(self, order: Commande) -> Fait:
        registre = self.atelier.registre
        registre.commencer()
        self.atelier.diagnostics = []
        made = order.executer(self.atelier)
        read = self.numeros.ranger(registre.lues if self._memoire else ())
        return Fait(ranger(made, self.tiroir), read, tuple(self.atelier.diagnostics))


class Aide:
    """A copy of this process, the one of that number (`main`), which carries out its share of orders and ends."""

    def __init__(self, ouvrier: Ouvrier, orders: Sequence[Commande], partage: Partage, main: int) -> None:
        self._ouvrier = ouvrier
        self._tiroir = ouvrier.ouvrir()
        self._connues = len(ouvrier.numeros.questions)
        self.ouvert, write = os.pipe()
        # What is written twice would be said twice.
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            ouvrier.tiroir = self._tiroir
            _travailler(ouvrier, orders, partage.rangs(main), self.ouvert, write)
        os.close(write)

    def rendre(self) -> Iterator[tuple[int, Fait]]:
        """What it made, each with its rank, one after the other: all at once, it would be there twice. Raises what it
        raised.
        """
        numbers = list(range(self._connues))
        with os.fdopen(self.ouvert, "rb", closefd=False) as stream:
            while head := stream.read(LONGUEUR):
                yield self._deballer(stream.read(int.from_bytes(head, "big")), numbers)

    def _deballer(self, content: bytes, numbers: list[int]) -> tuple[int, Fait]:
        """`numbers` are ours, by its own: it has asked questions that we have not."""
        done: Any = pickle.loads(content)
        if isinstance(done, BaseException):
            raise done
        rank, places, packed = done
        tiroir = self._tiroir
        read = Deballeur(packed, [Place(tiroir, *place) for place in places] if tiroir else []).load()
        made, asked, ranks, told = read
        ours = self._ouvrier.numeros
        numbers.extend(ours.ranger(asked))
        return rank, Fait(made, array("I", map(numbers.__getitem__, ranks)), told)

    def finir(self) -> None:
        os.close(self.ouvert)
        os.waitpid(self.pid, 0)


def _travailler(
    ouvrier: Ouvrier, orders: Sequence[Commande], ranks: Iterator[int], read: int, write: int
) -> None:  # pragma: no cover: it ends in a copy of the process, which nothing measures
    """Nothing of the copied process goes on: neither what it would do at its end, nor what it would write."""
    status = 1
    try:
        os.close(read)
        try:
            # Handed over at the end: who waits for it is at work, and does not listen.
            done = [_emballer(ouvrier, orders[rank], rank) for rank in ranks]
        except BaseException as error:
            done = [_erreur(error)]
        with os.fdopen(write, "wb") as stream:
            for content in done:
                stream.write(len(content).to_bytes(LONGUEUR, "big"))
                stream.write(content)
        status = 0
    finally:
        os._exit(status)


def _emballer(ouvrier: Ouvrier, order: Commande, rank: int) -> bytes:
    questions = ouvrier.numeros.questions
    known = len(questions)
    fait = ouvrier.faire(order)
    packer = Emballeur()
    packed = packer.emballer((fait.produit, questions[known:], fait.lectures, fait.diagnostics))
    places = [(place.debut, place.longueur) for place in packer.places]
    return pickle.dumps((rank, places, packed), pickle.HIGHEST_PROTOCOL)


def _erreur(error: BaseException) -> bytes:
    try:
        data = pickle.dumps(error)
        pickle.loads(data)
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return data
