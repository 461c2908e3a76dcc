"""What several processes make comes back as if one had made it."""

import os

import pytest

from generator.adapters import a_plusieurs as module
from generator.adapters.a_plusieurs import a_plusieurs


@pytest.mark.parametrize("nombre", [0, 1, 2, 3, 7])
def test_what_several_processes_make_comes_back_in_order(monkeypatch: pytest.MonkeyPatch, nombre: int) -> None:
    monkeypatch.setattr(module, "bras", lambda: 3)
    made = a_plusieurs(lambda rank: (rank, os.getpid()), range(nombre), seuil=2)
    assert [rank for rank, _ in made] == list(range(nombre))
    assert len({process for _, process in made}) == min(nombre, {7: 3, 3: 3, 2: 2}.get(nombre, 1))


def test_few_things_are_made_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "bras", lambda: 3)
    assert set(a_plusieurs(lambda _: os.getpid(), range(5), seuil=6)) == {os.getpid()}


@pytest.mark.parametrize("fautif", [0, 9])
def test_what_goes_wrong_in_any_of_them_is_raised_here(monkeypatch: pytest.MonkeyPatch, fautif: int) -> None:
    monkeypatch.setattr(module, "bras", lambda: 2)

    def faire(rank: int) -> int:
        if rank == fautif:
            raise ValueError("une raison")
        return rank

    with pytest.raises(ValueError, match="une raison"):
        a_plusieurs(faire, range(10), seuil=2)
