"""Expected values of the worked examples."""

from datetime import date
from decimal import Decimal

import pytest

from generator.check.exemples import ecrire, meme_valeur


@pytest.mark.parametrize(
    ("attendu", "calcule", "pareil"),
    [
        ("27/88", "27/88", True),
        ("54/176", "27/88", True),
        (Decimal("0.3"), "3/10", True),
        (Decimal("0.3333"), "1/3", False),
        (30, "30", True),
        ("conforme", "conforme", True),
        ("conforme", "non-conforme", False),
        (date(2025, 3, 14), "2025-03-14", True),
        (True, True, True),
        (1, True, False),
        ("1/0", "1", False),
        ("1e999999999", "1", False),
    ],
)
def test_a_value_is_the_same_or_it_is_not(attendu: object, calcule: str | bool, pareil: bool) -> None:
    assert meme_valeur(attendu, calcule) is pareil  # type: ignore[arg-type]


def test_a_very_small_amount_is_typed_without_an_exponent() -> None:
    assert ecrire(Decimal("0.00000001")) == "0.00000001"
