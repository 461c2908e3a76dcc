"""Legal date arithmetic, « de date à date »."""

import calendar
from datetime import date, timedelta
from functools import lru_cache

ANNEE_MIN, ANNEE_MAX = 1900, 2200
MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)


class HorsCalendrier(ValueError):
    """A date outside the years 1900 to 2200."""


def ajouter_mois(jour: date, mois: int) -> date:
    """The same day `mois` months later, or the last day of that month when it is shorter. Raises HorsCalendrier."""
    year, month = divmod(jour.year * 12 + jour.month - 1 + mois, 12)
    if not ANNEE_MIN <= year <= ANNEE_MAX:
        raise HorsCalendrier
    return date(year, month + 1, min(jour.day, calendar.monthrange(year, month + 1)[1]))


def ajouter_jours(jour: date, jours: int) -> date:
    """`jours` days later. Raises HorsCalendrier."""
    try:
        found = jour + timedelta(days=jours)
    except OverflowError as error:
        raise HorsCalendrier from error
    if not ANNEE_MIN <= found.year <= ANNEE_MAX:
        raise HorsCalendrier
    return found


def mois_entre(debut: date, fin: date) -> int:
    """Whole months from one day to another: the greatest n with `ajouter_mois(debut, n) <= fin`; negative backwards."""
    if fin < debut:
        return -mois_entre(fin, debut)
    months = (fin.year - debut.year) * 12 + fin.month - debut.month
    return months if ajouter_mois(debut, months) <= fin else months - 1


@lru_cache(maxsize=4096)
def date_longue(jour: date) -> str:
    """« 14 mars 2023 », « 1er septembre 2021 »."""
    day = "1er" if jour.day == 1 else str(jour.day)
    return f"{day} {MOIS[jour.month - 1]} {jour.year}"
