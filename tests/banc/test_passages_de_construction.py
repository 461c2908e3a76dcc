"""How many times each engine is run, and in which order."""

import sys

import pytest

from bench.construction import mesurer
from bench.construction.mesurer import PASSAGES, PETITE
from bench.construction.promesses import ELAGUE, NOUS


@pytest.mark.parametrize(
    ("mots", "attendu"), [([], [3, 1, 7]), (["--passages", "2"], [2, 2, 2]), (["--passages", "4,1"], [4, 1, 4])]
)
def test_what_is_not_said_is_as_what_is_said_first(
    monkeypatch: pytest.MonkeyPatch, mots: list[str], attendu: list[int]
) -> None:
    monkeypatch.setattr(sys, "argv", ["mesurer", *mots])
    assert mesurer._options().passages == attendu


@pytest.mark.parametrize(
    ("code", "taille", "attendu"),
    [(NOUS, 100, 3), (NOUS, PETITE, 7), (ELAGUE, PETITE, 7), ("zensical", PETITE, 3), (NOUS, 5_000, 1)],
)
def test_the_two_that_are_compared_are_run_more_often_where_they_are(code: str, taille: int, attendu: int) -> None:
    assert mesurer._passages(code, taille, PASSAGES) == attendu
