"""Numbers as a reader sees them."""

from datetime import date
from fractions import Fraction

import pytest

from generator.compile.affichage import afficher, afficher_nombre
from generator.compile.types import TypeBooleen, TypeDate, TypeTexte

F = Fraction


@pytest.mark.parametrize(
    ("valeur", "unite", "texte"),
    [
        (F(27, 88), "%", "30,68 %"),
        (F(29999, 100000), "%", "29,999 %"),
        (F(3, 10), "%", "30 %"),
        (F(40409, 2), "€", "20 204,50 €"),
        (F(20000), "€", "20 000 €"),
        (F(1820), "h", "1 820 h"),
        (F(-5, 2), "€", "−2,50 €"),
        (F(1, 3), "", "0,33"),
        (F(5, 2), "ETP", "2,5 ETP"),
        (F(1), "an", "1 an"),
        (F(2), "an", "2 ans"),
        (F(2), "jour", "2 jours"),
        (F(24), "mois", "24 mois"),
        (F(300000000000001, 10**15), "%", "≈ 30 %"),
        (F(999, 1000), "", "0,999"),
        (F(0), "€", "0 €"),
        # As many decimals as it takes, and not one more.
        (F(2999912, 10**7), "%", "29,999 %"),
        (F(2999999999, 10**10), "%", "29,99999999 %"),
        (F(29999999999, 10**11), "%", "≈ 30 %"),
        (F(5, 2) + F(1, 10**9), "", "2,5"),
        (F(1, 200), "", "0,01"),
        (F(-1, 200), "", "−0,01"),
        (F(12345, 1000), "€/h", "12,35 €/h"),
        (F(25, 2), "h", "12,5 h"),
        (F(199, 100), "an", "1,99 an"),
        (F(-2), "jour", "−2 jours"),
        (F(1234567), "", "1 234 567"),
    ],
)
def test_a_number_never_looks_like_a_round_one_that_it_is_not(valeur: Fraction, unite: str, texte: str) -> None:
    assert afficher_nombre(valeur, unite) == texte


def test_dates_answers_and_codes_are_shown_in_words() -> None:
    assert afficher(date(2021, 9, 1), TypeDate()) == "1er septembre 2021"
    assert afficher(date(2023, 3, 14), TypeDate()) == "14 mars 2023"
    assert afficher(False, TypeBooleen()) == "non"
    assert afficher("ACI", TypeTexte((("ACI", "Atelier"),))) == "Atelier"
