"""What an amount has moved by, in words."""

from datetime import date
from fractions import Fraction

import pytest

from generator.compile.essai import PARAMETRES
from generator.render.ecarts import ecart_de_montant
from generator.resolve.comparaison import ChangementDeMontant, Nature
from generator.resolve.periodes import Periode

JOUR = date(2020, 1, 1)


@pytest.mark.parametrize(
    ("avant", "apres", "dit"),
    [
        # From nothing, there is no proportion.
        (0, 250, "+250 €"),
        (200, 250, "+50 €, soit +25 %"),
        (None, 250, ""),
    ],
)
def test_a_move_has_a_proportion_when_there_was_something(avant: int | None, apres: int, dit: str) -> None:
    euros = PARAMETRES[0].model_copy(update={"unite": "€"})
    sides = (Periode(JOUR, None, None if value is None else Fraction(value)) for value in (avant, apres))
    told = ecart_de_montant(ChangementDeMontant(euros, (), Nature.MODIFIEE, *sides))
    assert told.replace("\u202f", " ").replace("\u00a0", " ") == dit
