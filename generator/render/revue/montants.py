"""The values of a parameter in two states of the mémento, cell by cell, for each stretch of days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from generator.model import Parametre
from generator.resolve.periodes import Cellule, Periode, cellules


@dataclass(frozen=True, slots=True)
class Mouvement:
    """From `du` to `au` (open when None), a cell was read as `avant` and is read as `apres`.

    A value is in the unit of the parameter; `connu_…` is false outside its periods, where nothing is said.
    """

    cellule: Cellule
    du: date
    au: date | None
    avant: Fraction | None
    apres: Fraction | None
    connu_avant: bool
    connu_apres: bool

    @property
    def ecart(self) -> Fraction | None:
        """New value minus old; None when one is unknown."""
        return None if self.avant is None or self.apres is None else self.apres - self.avant


def mouvements(avant: Parametre | None, apres: Parametre | None) -> tuple[Mouvement, ...]:
    """Where the two differ, in the order of the cells then of the days."""
    old, new = (cellules(parametre) if parametre else {} for parametre in (avant, apres))
    return tuple(found for cell in dict.fromkeys((*old, *new)) for found in _cellule(cell, old, new))


def _cellule(
    cell: Cellule, old: Mapping[Cellule, tuple[Periode, ...]], new: Mapping[Cellule, tuple[Periode, ...]]
) -> Iterator[Mouvement]:
    before, after = old.get(cell, ()), new.get(cell, ())
    starts = sorted({day for period in (*before, *after) for day in _bornes(period)})
    running: Mouvement | None = None
    for rank, day in enumerate(starts):
        end = starts[rank + 1] - timedelta(days=1) if rank + 1 < len(starts) else None
        (was, known), (now, knows) = _valeur(before, day), _valeur(after, day)
        moved = Mouvement(cell, day, end, was, now, known, knows) if (was, known) != (now, knows) else None
        if running and moved and (running.avant, running.apres) == (was, now):
            same = (running.connu_avant, running.connu_apres) == (known, knows)
            if same:
                running = Mouvement(cell, running.du, end, was, now, known, knows)
                continue
        if running:
            yield running
        running = moved
    if running:
        yield running


def _bornes(period: Periode) -> tuple[date, ...]:
    return (period.du, period.au + timedelta(days=1)) if period.au else (period.du,)


def _valeur(periods: tuple[Periode, ...], day: date) -> tuple[Fraction | None, bool]:
    """The value that day, None when it is not known; then whether anything is said of that day."""
    found = next((period for period in periods if period.couvre(day)), None)
    return (found.valeur, True) if found else (None, False)
