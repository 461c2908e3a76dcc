"""Periods that follow one another: in order, without overlap, without a hole that nobody admits."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from generator.diagnostics import Diagnostic
from generator.load import Document
from generator.model import Journal, Parametre, Regle, Source
from generator.resolve import codes
from generator.resolve.citations import Path
from generator.resolve.periodes import Cellule, aplatir, concerne

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Intervalle:
    """A period and its place in the file; `au` is its last day, None when it goes on."""

    du: date
    au: date | None
    path: Path


def inversions(intervals: Sequence[Intervalle], document: Document) -> Iterator[Diagnostic]:
    """Periods that end before they begin."""
    for interval in intervals:
        if interval.au is not None and interval.au < interval.du:
            location = document.locate(*interval.path, "au")
            yield codes.DATES_INVERSEES.at(
                location, f"la période finit le {interval.au}, avant de commencer le {interval.du}"
            )


def suite(intervals: Sequence[Intervalle], document: Document, gaps: Sequence[Intervalle] = ()) -> Iterator[Diagnostic]:
    """Overlaps between neighbours, and holes that no declared gap covers."""
    ordered = sorted(intervals, key=lambda interval: interval.du)
    for before, after in itertools.pairwise(ordered):
        if before.au is None or before.au >= after.du:
            end = f"jusqu'au {before.au}" if before.au else "sans fin"
            message = f"la période du {after.du} recouvre celle du {before.du}, qui court {end}"
            help = f"pour celle du {before.du}, écrivez « au: {after.du - DAY} »" if before.du < after.du else ""
            yield codes.CHEVAUCHEMENT.at(document.locate(*after.path, "du"), message, help)
        elif before.au + DAY < after.du and not _covered(before.au + DAY, after.du - DAY, gaps):
            help = f"si rien ne manque, écrivez « au: {after.du - DAY} » à la période du {before.du}"
            message = f"rien n'est dit du {before.au + DAY} au {after.du - DAY}"
            yield codes.TROU.at(document.locate(*after.path, "du"), message, help)


def _covered(du: date, au: date, gaps: Sequence[Intervalle]) -> bool:
    """True when declared gaps cover every day of a hole."""
    day = du
    for gap in sorted(gaps, key=lambda gap: gap.du):
        if gap.du <= day:
            if gap.au is None or gap.au >= au:
                return True
            day = max(day, gap.au + DAY)
    return False


def dates_de_regle(regle: Regle, document: Document) -> Iterator[Diagnostic]:
    """The law and the proposals are two lines; each day has at most one law, each address one version."""
    versions = [
        (version, Intervalle(version.du, version.au, ("versions", index)))
        for index, version in enumerate(regle.versions)
    ]
    gaps = [Intervalle(gap.du, gap.au, ("lacunes", index)) for index, gap in enumerate(regle.lacunes)]
    inverted = list(inversions([interval for _, interval in versions] + gaps, document))
    yield from inverted
    if inverted:
        return
    law = [interval for version, interval in versions if version in regle.droit]
    yield from suite(law, document, gaps)
    seen: dict[date, Intervalle] = {}
    for _, interval in versions:
        if seen.setdefault(interval.du, interval) is not interval:
            location = document.locate(*interval.path, "du")
            yield codes.MEME_DATE.at(location, f"une autre version commence aussi le {interval.du}")


def dates_de_source(source: Source, document: Document) -> Iterator[Diagnostic]:
    """Versions of an article follow one another; between two of them it may not have existed."""
    intervals = [
        Intervalle(version.du, version.au, ("versions", index)) for index, version in enumerate(source.versions)
    ]
    yield from inversions(intervals, document)
    for found in suite(intervals, document):
        if found.code == codes.CHEVAUCHEMENT.code:
            yield found


def dates_de_journal(journal: Journal, document: Document) -> Iterator[Diagnostic]:
    """Newest first, as it is read."""
    for index, (above, below) in enumerate(itertools.pairwise(journal.entrees), start=1):
        if below.date > above.date:
            location = document.locate("entrees", index, "date")
            message = f"l'entrée du {below.date} vient après celle du {above.date} : les plus récentes sont en tête"
            yield codes.DATES_INVERSEES.at(location, message)


def dates_de_parametre(parametre: Parametre, document: Document) -> Iterator[Diagnostic]:
    """Values in order; every cell that a line leaves out is covered by a gap."""
    values = [Intervalle(value.du, value.au, ("valeurs", index)) for index, value in enumerate(parametre.valeurs)]
    gaps = [Intervalle(gap.du, gap.au, ("lacunes", index)) for index, gap in enumerate(parametre.lacunes)]
    inverted = list(inversions([*values, *gaps], document))
    yield from inverted
    if inverted:
        return
    for before, after in itertools.pairwise(values):
        if after.du <= before.du:
            location = document.locate(*after.path, "du")
            message = f"la valeur du {after.du} vient après celle du {before.du}"
            if after.du == before.du:
                message = f"deux valeurs commencent le {after.du}"
            help = "chaque valeur a son premier jour ; elles vont de la plus ancienne à la plus récente"
            yield codes.DATES_INVERSEES.at(location, message, help)
    yield from _holes(parametre, document)


def _holes(parametre: Parametre, document: Document) -> Iterator[Diagnostic]:
    tables = [aplatir(value.valeur) for value in parametre.valeurs]
    cells = dict.fromkeys(cell for table in tables for cell in table)
    for cell in cells:
        gaps = [
            Intervalle(gap.du, gap.au, ("lacunes", index))
            for index, gap in enumerate(parametre.lacunes)
            if concerne(gap, parametre, cell)
        ]
        starts = [value.du for value, table in zip(parametre.valeurs, tables, strict=True) if cell in table]
        yield from _contradictions(parametre, cell, starts, gaps, document)
        for index, (value, table) in enumerate(zip(parametre.valeurs, tables, strict=True)):
            name = " / ".join(cell)
            path: Path = ("valeurs", index)
            if cell not in table and not _covered(value.du, value.du, gaps):
                message = f"« {name} » n'a pas de valeur au {value.du}, et aucune lacune ne le dit"
                yield codes.TROU.at(document.locate(*path, "valeur"), message)
            following = parametre.valeurs[index + 1].du if index + 1 < len(parametre.valeurs) else None
            if value.au and following and value.au + DAY < following:
                if not _covered(value.au + DAY, following - DAY, gaps):
                    message = f"rien n'est dit du {value.au + DAY} au {following - DAY}"
                    yield codes.TROU.at(document.locate(*path, "au"), message)
            elif value.au and following and value.au >= following:
                message = f"la valeur du {value.du} court jusqu'au {value.au}, celle du {following} la recouvre"
                yield codes.CHEVAUCHEMENT.at(document.locate(*path, "au"), message)


def _contradictions(
    parametre: Parametre, cell: Cellule, starts: Sequence[date], gaps: Sequence[Intervalle], document: Document
) -> Iterator[Diagnostic]:
    """Gaps of one cell that hide a value which was found, or end before the next one begins."""
    about = f" (« {' / '.join(cell)} »)" if cell else ""
    for gap in gaps:
        if parametre.lacunes[int(gap.path[1])].dernier_connu:
            continue
        found = min((du for du in starts if du >= gap.du), default=None)
        if found is None:
            continue
        if gap.au is None or found <= gap.au:
            location = document.locate(*gap.path, "du")
            yield codes.CHEVAUCHEMENT.at(location, f"la lacune du {gap.du} recouvre la valeur du {found}{about}")
        elif not _covered(gap.du, found - DAY, gaps):
            location = document.locate(*gap.path, "au")
            yield codes.TROU.at(location, f"rien n'est dit du {gap.au + DAY} au {found - DAY}{about}")
