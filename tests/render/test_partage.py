"""What is to be done is done once, by whoever is free."""

import os
import threading

import pytest

from generator.render import partage as module
from generator.render.partage import Partage


@pytest.mark.parametrize("nombre", [1, 2, 3, 999, 1_003, 1_004, 2_003, 25_000])
def test_every_rank_is_given_once(nombre: int) -> None:
    sharing = Partage(nombre, 3)
    given = [sharing.rangs(main) for main in range(3)]
    firsts = [next(ranks, None) for ranks in given]
    assert firsts == [rank if rank < nombre else None for rank in range(3)]
    assert sorted([*range(min(3, nombre)), *given[2], *given[0]]) == list(range(nombre))
    assert list(given[1]) == []
    sharing.fermer()


def test_who_is_slow_is_given_less() -> None:
    sharing = Partage(10, 2)
    slow = sharing.rangs(1)
    assert next(slow) == 1
    assert list(sharing.rangs(0)) == [0, *range(2, 10)]
    assert list(slow) == []
    sharing.fermer()


def test_once_closed_nobody_has_anything_to_do() -> None:
    sharing = Partage(10, 2)
    copy = os.dup(sharing._lecture)
    sharing.fermer()
    # What another process holds of it is empty too.
    assert os.read(copy, 100) == b""
    os.close(copy)


def test_marks_fit_in_a_pipe_that_nobody_reads() -> None:
    made: list[Partage] = []
    writer = threading.Thread(target=lambda: made.append(Partage(10_000_000, 2)), daemon=True)
    writer.start()
    writer.join(10)
    assert made
    assert module.MARQUES * module.LONGUEUR <= 4096
    made[0].fermer()
