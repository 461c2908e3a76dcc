"""Many things of the same kind, each made by one of several processes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from generator.adapters.a_part import Apart
from generator.render.execution import SEUIL, bras

T = TypeVar("T")
R = TypeVar("R")


def a_plusieurs(function: Callable[[T], R], items: Sequence[T], seuil: int = SEUIL) -> list[R]:
    """What a function gives for each of many items, in their order, made by several processes where it pays."""
    hands = bras() if len(items) >= seuil else 1
    # Neighbours are alike: each takes one in turn, so that all have as much to do.
    gone = [Apart(partial(_tous, function, items[rank::hands])) for rank in range(1, hands)]
    try:
        shares = [_tous(function, items[::hands]), *(one.resultat() for one in gone)]
    finally:
        for one in gone:
            one.abandonner()
    return [shares[rank % hands][rank // hands] for rank in range(len(items))]


def _tous(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [function(item) for item in items]
