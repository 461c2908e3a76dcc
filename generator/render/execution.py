"""Orders carried out: those that nothing has changed are taken from memory, the others shared between processors."""

import gc
import hashlib
import os
import pickle
import sys
import threading
from collections.abc import Iterable, Sequence
from importlib.resources import files
from multiprocessing import current_process
from typing import Any

from generator import VERSION
from generator.render.atelier import Atelier
from generator.render.commande import Commande, Fait, Memoire, Produit
from generator.render.lecture import Question

# Under that many orders, sharing costs more than it saves.
SEUIL = 120


def executer(
    atelier: Atelier, commandes: Iterable[Commande], memoire: Memoire | None = None, seuil: int = SEUIL
) -> tuple[Produit, ...]:
    """What each order gives, in their order; what is wrong is added to the diagnostics of the workshop.

    From `seuil` orders on, those that are carried out are shared between processors.
    """
    orders = tuple(commandes)
    registre = atelier.registre
    mark = f"{VERSION} {atelier.today} {_gabarits()} {sorted(atelier.noms.items())}" if memoire is not None else ""
    kept = {} if memoire is None or memoire.marque != mark else _gardes(memoire, atelier)
    todo = [order for order in orders if order.cle not in kept]
    told = atelier.diagnostics
    done = _partager(atelier, todo, bras() if len(todo) >= seuil else 1)
    made = {**kept, **dict(zip((order.cle for order in todo), done, strict=True))}
    atelier.diagnostics = [*told, *(found for order in orders for found in made[order.cle].diagnostics)]
    if memoire is not None:
        memoire.marque = mark
        memoire.refaits = tuple(order.cle for order in todo)
        # What is wrong has a place in a file, and is told again at its new place.
        memoire.faits = {order.cle: made[order.cle] for order in orders if not made[order.cle].diagnostics}
        asked = frozenset[Question]().union(*(one.lectures for one in memoire.faits.values()))
        memoire.reponses = {question: registre.marque(question) for question in asked}
    return tuple(made[order.cle].produit for order in orders)


def _gardes(memoire: Memoire, atelier: Atelier) -> dict[str, Fait]:
    """What memory holds and nothing has changed."""
    marque = atelier.registre.marque
    changed = {asked for asked, answer in memoire.reponses.items() if marque(asked) != answer}
    return {name: done for name, done in memoire.faits.items() if changed.isdisjoint(done.lectures)}


def _gabarits() -> str:
    """What tells these templates from others."""
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(files("generator.render").joinpath("templates").iterdir(), key=lambda one: one.name):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _un(atelier: Atelier, order: Commande) -> Fait:
    atelier.registre.commencer()
    atelier.diagnostics = []
    produit = order.executer(atelier)
    return Fait(produit, frozenset(atelier.registre.lues), tuple(atelier.diagnostics))


def _partager(atelier: Atelier, orders: Sequence[Commande], hands: int) -> list[Fait]:
    """The same whoever does it: an order depends on the base alone, and what they give is put back in order."""
    if hands == 1:
        return [_un(atelier, order) for order in orders]
    # Made before they part: each would have to make it.
    atelier.preparer()
    # What all of them hold is not looked through for garbage: it would be copied in each.
    gc.freeze()
    helpers = [_Aide(atelier, orders[rank::hands]) for rank in range(1, hands)]
    try:
        shares = [[_un(atelier, order) for order in orders[::hands]]]
        shares += [helper.rendre() for helper in helpers]
    finally:
        for helper in helpers:
            helper.finir()
        gc.unfreeze()
    return [shares[rank % hands][rank // hands] for rank in range(len(orders))]


def bras() -> int:
    """How many processes may share the work. A process that has threads may not be split: one could hold a lock."""
    if sys.platform not in ("linux", "darwin") or threading.active_count() > 1 or current_process().daemon:
        return 1
    if sys.platform == "linux":
        return min(len(os.sched_getaffinity(0)), 8)
    return min(os.cpu_count() or 1, 8)


class _Aide:
    """A copy of this process that carries out its share and ends."""

    def __init__(self, atelier: Atelier, orders: Sequence[Commande]) -> None:
        self.ouvert, write = os.pipe()
        # What is written twice would be said twice.
        sys.stdout.flush()
        sys.stderr.flush()
        self.pid = os.fork()
        if self.pid == 0:
            _travailler(atelier, orders, self.ouvert, write)
        os.close(write)

    def rendre(self) -> list[Fait]:
        """What it made; raises what it raised."""
        with os.fdopen(self.ouvert, "rb", closefd=False) as stream:
            data = stream.read()
        if not data:
            raise RuntimeError("a process that was making pages was stopped")
        done: Any = pickle.loads(data)
        if isinstance(done, BaseException):
            raise done
        made: list[Fait] = done
        return made

    def finir(self) -> None:
        os.close(self.ouvert)
        os.waitpid(self.pid, 0)


def _travailler(
    atelier: Atelier, orders: Sequence[Commande], read: int, write: int
) -> None:  # pragma: no cover: it ends in a copy of the process, which nothing measures
    """Nothing of the copied process goes on: neither what it would do at its end, nor what it would write."""
    status = 1
    try:
        os.close(read)
        try:
            done: object = [_un(atelier, order) for order in orders]
            data = pickle.dumps(done, pickle.HIGHEST_PROTOCOL)
        except BaseException as error:
            data = _erreur(error)
        with os.fdopen(write, "wb") as stream:
            stream.write(data)
        status = 0
    finally:
        os._exit(status)


def _erreur(error: BaseException) -> bytes:
    try:
        data = pickle.dumps(error)
        pickle.loads(data)
    except Exception:
        return pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return data
