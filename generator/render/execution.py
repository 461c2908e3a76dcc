"""Orders carried out: those that nothing has changed are taken from memory, the others shared between processors."""

import gc
import hashlib
import os
import sys
import threading
from collections.abc import Iterable, Sequence
from importlib.resources import files
from itertools import chain
from multiprocessing import current_process

from generator import VERSION
from generator.render.atelier import Atelier
from generator.render.commande import Commande, Fait, Memoire, Produit
from generator.render.ouvrier import Aide, Ouvrier
from generator.render.partage import Partage

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
    ouvrier = Ouvrier(atelier, memoire)
    done = _partager(ouvrier, todo, bras() if len(todo) >= seuil else 1)
    made = {**kept, **dict(zip((order.cle for order in todo), done, strict=True))}
    atelier.diagnostics = [*told, *(found for order in orders for found in made[order.cle].diagnostics)]
    if memoire is not None:
        memoire.refaits = tuple(order.cle for order in todo)
        # What is wrong has a place in a file, and is told again at its new place.
        right = {order.cle: made[order.cle] for order in orders if not made[order.cle].diagnostics}
        memoire.retenir(mark, right, ouvrier.numeros, registre.marque)
    return tuple(made[order.cle].produit for order in orders)


def _gardes(memoire: Memoire, atelier: Atelier) -> dict[str, Fait]:
    """What memory holds and nothing has changed."""
    marque = atelier.registre.marque
    answers = zip(memoire.questions, memoire.reponses, strict=True)
    changed = {rank for rank, (asked, answer) in enumerate(answers) if marque(asked) != answer}
    return {name: done for name, done in memoire.faits.items() if changed.isdisjoint(done.lectures)}


def _gabarits() -> str:
    """What tells these templates from others."""
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(files("generator.render").joinpath("templates").iterdir(), key=lambda one: one.name):
        digest.update(f"{file.name}\0".encode() + file.read_bytes())
    return digest.hexdigest()


def _partager(ouvrier: Ouvrier, orders: Sequence[Commande], hands: int) -> list[Fait]:
    """The same whoever does it: an order depends on the base alone, and what they give is put back in order."""
    if hands == 1:
        return [ouvrier.faire(order) for order in orders]
    # Made before they part: each would have to make it.
    ouvrier.atelier.preparer()
    # What all of them hold is not looked through for garbage: it would be copied in each.
    gc.freeze()
    # The last ones are the longest, files rather than pages: begun first, none of them keeps the others waiting.
    begun = orders[::-1]
    sharing, helpers = Partage(len(begun), hands), list[Aide]()
    try:
        helpers += (Aide(ouvrier, begun, sharing, hand) for hand in range(1, hands))
        made = {rank: ouvrier.faire(begun[rank]) for rank in sharing.rangs(0)}
        made.update(chain.from_iterable(helper.rendre() for helper in helpers))
    finally:
        sharing.fermer()
        for helper in helpers:
            helper.finir()
        gc.unfreeze()
    if len(made) < len(begun):
        raise RuntimeError("a process that was making pages was stopped")
    return [made[rank] for rank in reversed(range(len(begun)))]


def bras() -> int:
    """How many processes may share the work. A process that has threads may not be split: one could hold a lock."""
    if sys.platform not in ("linux", "darwin") or threading.active_count() > 1 or current_process().daemon:
        return 1
    if sys.platform == "linux":
        return min(len(os.sched_getaffinity(0)), 8)
    return min(os.cpu_count() or 1, 8)
