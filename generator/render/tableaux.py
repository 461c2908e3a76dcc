"""The values of a parameter laid out: today's in one table, all of them in one table per first index."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Parametre, ValeurDatee
from generator.render.filters import periode
from generator.resolve import KnowledgeBase
from generator.resolve.periodes import Cellule, Periode, cellules

Series = dict[Cellule, tuple[Periode, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One cell of a table: `periode` is None outside what is known, `ancien` when it is only « le dernier connu ».

    `existe` is false for a cell that never has a value: the figure does not concern that case.
    """

    periode: Periode | None
    ancien: bool = False
    existe: bool = True


@dataclass(frozen=True, slots=True)
class Ligne:
    """One row: its heading, a case a column, and the dated values that it comes from."""

    titre: str
    cases: tuple[Case, ...]
    origines: tuple[ValeurDatee, ...]


@dataclass(frozen=True, slots=True)
class Tableau:
    """`colonnes` is empty when there is a single column of values; `nom` says which codes the table is about."""

    nom: str
    colonnes: tuple[str, ...]
    lignes: tuple[Ligne, ...]

    @property
    def cases(self) -> tuple[Case, ...]:
        return tuple(case for ligne in self.lignes for case in ligne.cases)

    @property
    def motifs(self) -> tuple[str, ...]:
        """Why some values are only the last known ones, each reason once."""
        return tuple(
            dict.fromkeys(
                case.periode.motif for case in self.cases if case.ancien and case.periode and case.periode.motif
            )
        )


def tableau_du_jour(base: KnowledgeBase, parametre: Parametre, jour: date, siae: str | None = None) -> Tableau:
    """The values that day: the last of several indexes goes in columns, the others in rows.

    With a type of structure, those that concern it alone: there may be none.
    """
    found = _ordonnees(base, parametre)
    if siae is not None and "siae" in parametre.par:
        place = parametre.par.index("siae")
        found = {cell: periods for cell, periods in found.items() if cell[place] == siae}
    wide = len(parametre.par) > 1
    columns = tuple(dict.fromkeys(cell[-1] for cell in found)) if wide else ()
    rows = dict.fromkeys(cell[:-1] if wide else cell for cell in found)
    lines = []
    for row in rows:
        names = [(*row, column) for column in columns] if wide else [row]
        cases = tuple(case_du_jour(found.get(name, ()), jour) for name in names)
        lines.append(Ligne(_nommer(base, parametre, row), cases, _origines(cases)))
    return Tableau("", _entetes(base, parametre, columns), tuple(lines))


def cases_du_jour(parametre: Parametre, jour: date, siae: str) -> list[Case]:
    """The values that day that concern a type of structure: all of them when the parameter has no such index."""
    found = cellules(parametre)
    if "siae" in parametre.par:
        place = parametre.par.index("siae")
        found = {cell: periods for cell, periods in found.items() if cell[place] == siae}
    return [case_du_jour(periods, jour) for periods in found.values()]


def series_par_table(base: KnowledgeBase, parametre: Parametre) -> Iterator[tuple[str, dict[str, tuple[Periode, ...]]]]:
    """The periods of each column, table by table: the last index in columns, one table per code of those before it."""
    found = _ordonnees(base, parametre)
    for prefix in dict.fromkeys(cell[:-1] for cell in found):
        series = {cell: periods for cell, periods in found.items() if cell[:-1] == prefix}
        columns = _entetes(base, parametre, tuple(cell[-1] for cell in series if cell)) or ("",)
        yield _nommer(base, parametre, prefix), dict(zip(columns, series.values(), strict=True))


def tableaux_par_date(base: KnowledgeBase, parametre: Parametre) -> tuple[Tableau, ...]:
    """All the values, newest first."""
    return tuple(
        Tableau(name, tuple(column for column in series if column), tuple(_lignes(series.values())))
        for name, series in series_par_table(base, parametre)
    )


def _lignes(series: Collection[tuple[Periode, ...]]) -> Iterator[Ligne]:
    """A row between two days when something changes in any column; days when nothing is known have no row."""
    every = [period for periods in series for period in periods]
    days = {period.du for period in every} | {period.au + timedelta(days=1) for period in every if period.au}
    starts = sorted(days)
    ends = [*(day - timedelta(days=1) for day in starts[1:]), None]
    for du, au in reversed(list(zip(starts, ends, strict=True))):
        cases = tuple(case_du_jour(periods, du) for periods in series)
        if any(case.periode for case in cases):
            yield Ligne(periode(du, au), cases, _origines(cases, du))


def case_du_jour(periods: tuple[Periode, ...], jour: date) -> Case:
    """What is known that day of one cell of a parameter."""
    found = next((period for period in periods if period.couvre(jour)), None)
    return Case(found, bool(found and found.rappel_apres and jour > found.rappel_apres), bool(periods))


def _origines(cases: tuple[Case, ...], depuis: date | None = None) -> tuple[ValeurDatee, ...]:
    """What the row rests on: the values that begin with it, else all those that it shows."""
    shown = [case.periode.origine for case in cases if case.periode and case.periode.origine]
    unique = [origin for index, origin in enumerate(shown) if origin not in shown[:index]]
    return tuple(origin for origin in unique if origin.du == depuis) or tuple(unique)


def _ordonnees(base: KnowledgeBase, parametre: Parametre) -> Series:
    """Every cell, in the order of its lists."""
    found = cellules(parametre)
    orders = [list(base.listes[name].options) for name in parametre.par]
    ordered = sorted(found, key=lambda cell: [order.index(code) for order, code in zip(orders, cell, strict=True)])
    return {cell: found[cell] for cell in ordered}


def _nommer(base: KnowledgeBase, parametre: Parametre, codes: Cellule) -> str:
    return ", ".join(base.listes[name].options[code] for name, code in zip(parametre.par, codes, strict=False))


def noms_courts(base: KnowledgeBase, parametre: Parametre, codes: Cellule) -> tuple[str, ...]:
    """What the codes of a cell stand for; an acronym is enough, the page spells it out."""
    options = [base.listes[name].options for name in parametre.par]
    return tuple(_court(code, listed[code]) for code, listed in zip(codes, options, strict=True))


def _court(code: str, libelle: str) -> str:
    return code if libelle.endswith(f"({code})") else libelle


def _entetes(base: KnowledgeBase, parametre: Parametre, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Columns are narrow."""
    if not codes:
        return ()
    options = base.listes[parametre.par[-1]].options
    return tuple(_court(code, options[code]) for code in codes)
