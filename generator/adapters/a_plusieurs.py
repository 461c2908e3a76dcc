"""Many things of the same kind, each made by one of several processes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from generator.adapters.a_part import Apart
from generator.render.execution import SEUIL, bras
from generator.render.partage import Partage

T = TypeVar("T")
R = TypeVar("R")


def a_plusieurs(function: Callable[[T], R], items: Sequence[T], seuil: int = SEUIL) -> list[R]:
    """What a function gives for each of many items, in their order, made by several processes where it pays."""
    hands = min(bras() if len(items) >= seuil else 1, len(items))
    if hands <= 1:
        return [function(item) for item in items]
    sharing, gone = Partage(len(items), hands), list[Apart[dict[int, R]]]()
    try:
        gone += (Apart(partial(_sa_part, function, items, sharing, hand)) for hand in range(1, hands))
        made = _sa_part(function, items, sharing, 0)
        for one in gone:
            made |= one.resultat()
    finally:
        sharing.fermer()
        for one in gone:
            one.abandonner()
    return [made[rank] for rank in range(len(items))]


def _sa_part(function: Callable[[T], R], items: Sequence[T], partage: Partage, main: int) -> dict[int, R]:
    return {rank: function(items[rank]) for rank in partage.rangs(main)}
