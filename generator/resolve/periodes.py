"""The values of a parameter, cell by cell, as periods that never overlap."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from generator.model import Confiance, Lacune, Parametre, Revision, ValeurDatee

Cellule = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Periode:
    """`valeur` is in the unit of the parameter, or None when unknown (`motif` says why). `au` is the last day.

    After `rappel_apres` the value is only « le dernier connu ». `valeur` of a `%` is a number of hundredths: 10 = 10 %.
    """

    du: date
    au: date | None
    valeur: Fraction | None
    motif: str | None = None
    rappel_apres: date | None = None
    origine: ValeurDatee | None = None

    @property
    def sources(self) -> tuple[str, ...]:
        return self.origine.source if self.origine else ()

    @property
    def confiance(self) -> Confiance | None:
        return self.origine.confiance if self.origine else None

    def couvre(self, jour: date) -> bool:
        """True when the day is inside, both ends included."""
        return self.du <= jour and (self.au is None or jour <= self.au)


def aplatir(valeur: object, prefixe: Cellule = ()) -> dict[Cellule, Fraction]:
    """The cells of a value: `{metropole: {ACI: 1}}` → `{("metropole", "ACI"): 1}`, a plain number → `{(): 1}`."""
    if isinstance(valeur, dict):
        cells: dict[Cellule, Fraction] = {}
        for code, item in valeur.items():
            cells |= aplatir(item, (*prefixe, str(code)))
        return cells
    assert isinstance(valeur, int | Decimal)
    return {prefixe: Fraction(valeur)}


@lru_cache(maxsize=4096)
def cellules(parametre: Parametre) -> Mapping[Cellule, tuple[Periode, ...]]:
    """Every cell that ever has a value, with its periods in order; gaps between two of them are unknown."""
    tables = [(valeur, aplatir(valeur.valeur)) for valeur in parametre.valeurs]
    names = dict.fromkeys(cell for _, table in tables for cell in table)
    return {cell: _periodes(parametre, cell, tables) for cell in names}


def valeur_au(parametre: Parametre, cellule: Cellule, jour: date) -> Periode | None:
    """The period that covers the day, known or not; None before the first one and after the last."""
    return next((period for period in cellules(parametre).get(cellule, ()) if period.couvre(jour)), None)


def concerne(lacune: Lacune, parametre: Parametre, cellule: Cellule) -> bool:
    """True when the gap is about this cell."""
    coordinates = dict(zip(parametre.par, cellule, strict=True))
    return all(coordinates.get(index) in codes for index, codes in lacune.pour.items())


def _periodes(
    parametre: Parametre, cell: Cellule, tables: list[tuple[ValeurDatee, dict[Cellule, Fraction]]]
) -> tuple[Periode, ...]:
    gaps = [gap for gap in parametre.lacunes if concerne(gap, parametre, cell)]
    starts: list[tuple[date, ValeurDatee | Lacune, Fraction | None]] = [
        (valeur.du, valeur, table[cell]) for valeur, table in tables if cell in table
    ]
    starts += [(gap.du, gap, None) for gap in gaps if not gap.dernier_connu]
    starts.sort(key=lambda start: start[0])
    periods = []
    for index, (du, origin, value) in enumerate(starts):
        following = starts[index + 1][0] if index + 1 < len(starts) else None
        au = _earliest(origin.au, following - timedelta(days=1) if following else None)
        if isinstance(origin, Lacune):
            periods.append(Periode(du, au, None, origin.motif))
        else:
            reminder, reason = _reminder(parametre, du, au, gaps)
            periods.append(Periode(du, au, value, reason, reminder, origin))
    return tuple(periods)


def _reminder(parametre: Parametre, du: date, au: date | None, gaps: list[Lacune]) -> tuple[date | None, str | None]:
    """When the value stops being sure: from a declared « dernier connu », else the end of its year if it is yearly."""
    declared = min((gap for gap in gaps if gap.dernier_connu and gap.du >= du), key=lambda gap: gap.du, default=None)
    if declared and (au is None or declared.du <= au):
        return declared.du - timedelta(days=1), declared.motif
    if au is None and parametre.revision is Revision.ANNUELLE:
        return date(du.year, 12, 31), None
    return None, None


def _earliest(*days: date | None) -> date | None:
    return min((day for day in days if day is not None), default=None)
