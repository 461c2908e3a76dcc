"""Legal dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compile.calendrier import HorsCalendrier, ajouter_jours, ajouter_mois, mois_entre

JOURS = st.dates(date(1950, 1, 1), date(2150, 1, 1))


@pytest.mark.parametrize(
    ("debut", "mois", "fin"),
    [
        (date(2023, 1, 31), 1, date(2023, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 12, 15), 1, date(2024, 1, 15)),
        (date(2023, 3, 31), -1, date(2023, 2, 28)),
    ],
)
def test_a_shorter_month_ends_on_its_last_day(debut: date, mois: int, fin: date) -> None:
    assert ajouter_mois(debut, mois) == fin


@given(JOURS, st.integers(0, 400))
def test_whole_months_are_the_greatest_number_that_fits(debut: date, mois: int) -> None:
    assert mois_entre(debut, ajouter_mois(debut, mois)) >= mois
    assert ajouter_mois(debut, mois_entre(debut, ajouter_mois(debut, mois))) <= ajouter_mois(debut, mois)


@given(JOURS, JOURS)
def test_months_between_two_days_change_sign_with_their_order(a: date, b: date) -> None:
    assert mois_entre(a, b) == -mois_entre(b, a)


def test_the_calendar_ends_in_1900_and_2200() -> None:
    assert ajouter_jours(date(2200, 12, 30), 1) == date(2200, 12, 31)
    with pytest.raises(HorsCalendrier):
        ajouter_jours(date(2200, 12, 31), 1)
    assert ajouter_jours(date(1900, 1, 2), -1) == ajouter_mois(date(1900, 2, 1), -1) == date(1900, 1, 1)
    assert ajouter_mois(date(2200, 11, 30), 1) == date(2200, 12, 30)
    for beyond in (ajouter_jours, ajouter_mois):
        with pytest.raises(HorsCalendrier):
            beyond(date(1900, 1, 1), -1)
    for days in (10**6, 10**12):
        with pytest.raises(HorsCalendrier):
            ajouter_jours(date(2000, 1, 1), days)
