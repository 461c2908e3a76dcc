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
    size = -(-len(items) // hands)
    gone = [Apart(partial(_tous, function, items[rank * size : (rank + 1) * size])) for rank in range(1, hands)]
    try:
        return [*_tous(function, items[:size]), *(made for one in gone for made in one.resultat())]
    finally:
        for one in gone:
            one.abandonner()


def _tous(function: Callable[[T], R], items: Sequence[T]) -> list[R]:
    return [function(item) for item in items]
