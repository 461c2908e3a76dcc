"""The whole mémento between two days: what appeared, changed, ended, became known or unknown, and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from fractions import Fraction

from generator.model import Parametre, Regle, VersionDeRegle
from generator.resolve.base import KnowledgeBase
from generator.resolve.etats import EtatDeRegle, Genre, etat_au
from generator.resolve.periodes import Cellule, Periode, cellules


class Nature(StrEnum):
    """What became of a rule or of an amount between the two days."""

    APPARUE = "apparue"
    MODIFIEE = "modifiee"
    TERMINEE = "terminee"
    CONNUE = "connue"
    INCONNUE = "inconnue"


@dataclass(frozen=True, slots=True)
class ChangementDeRegle:
    """A rule that does not stand the same on both days."""

    regle: Regle
    nature: Nature
    avant: EtatDeRegle
    apres: EtatDeRegle


@dataclass(frozen=True, slots=True)
class ChangementDeMontant:
    """One cell of a parameter whose value is not the same on both days; a side is None outside its periods."""

    parametre: Parametre
    cellule: Cellule
    nature: Nature
    avant: Periode | None
    apres: Periode | None

    @property
    def ecart(self) -> Fraction | None:
        """New value minus old, in the unit of the parameter (points when it is `%`); None when one is unknown."""
        before, after = _valeur(self.avant), _valeur(self.apres)
        return None if before is None or after is None else after - before

    @property
    def ratio(self) -> Fraction | None:
        """The difference over the old value: 1/10 is ten per cent more; None when there is none, or from zero."""
        before = _valeur(self.avant)
        return None if self.ecart is None or not before else self.ecart / before


@dataclass(frozen=True, slots=True)
class Comparaison:
    """In the order of the files. `propositions` are those made after the first day, up to the second."""

    du: date
    au: date
    regles: tuple[ChangementDeRegle, ...]
    propositions: tuple[tuple[Regle, VersionDeRegle], ...]
    montants: tuple[ChangementDeMontant, ...]


def comparer(base: KnowledgeBase, du: date, au: date, siae: frozenset[str] = frozenset()) -> Comparaison:
    """Compare the state of two days; with `siae`, only what concerns one of these. ValueError when `au` comes first."""
    if au < du:
        raise ValueError("the second day comes before the first")
    rules = [regle for regle in base.regles.values() if not siae or siae & set(regle.siae)]
    parameters = base.parametres.values()
    return Comparaison(
        du,
        au,
        tuple(change for regle in rules if (change := _regle(regle, du, au))),
        tuple((regle, version) for regle in rules for version in regle.propositions if du < version.du <= au),
        tuple(
            found
            for parametre in parameters
            for cell, periods in cellules(parametre).items()
            if not siae or siae & siae_de_cellule(base, parametre, cell)
            if (found := _montant(parametre, cell, periods, du, au))
        ),
    )


def siae_de_parametre(base: KnowledgeBase, parametre: Parametre) -> frozenset[str]:
    """Whom a figure concerns: the SIAE of the rules that name it; all of them when no rule does."""
    naming = [
        base.regles[name].siae for kind, name in base.liens.get(("parametre", parametre.id), ()) if kind == "regle"
    ]
    every = base.listes["siae"].options if "siae" in base.listes else ()
    return frozenset(code for siae in naming for code in siae) if naming else frozenset(every)


def siae_de_cellule(base: KnowledgeBase, parametre: Parametre, cell: Cellule) -> frozenset[str]:
    """The one that the cell is about, when the values are indexed by it."""
    if "siae" in parametre.par:
        return frozenset((cell[parametre.par.index("siae")],))
    return siae_de_parametre(base, parametre)


def jours_de_changement(base: KnowledgeBase) -> tuple[date, ...]:
    """Every day from which a rule, a proposal or an amount is not what it was the day before, in order."""
    days = {day for du, au in _bornes(base) for day in (du, au + timedelta(days=1) if au else None) if day}
    return tuple(sorted(days))


def _bornes(base: KnowledgeBase) -> Iterator[tuple[date, date | None]]:
    """The first and the last day of every period: versions, gaps, values."""
    for regle in base.regles.values():
        yield from ((version.du, version.au) for version in regle.versions)
        yield from ((gap.du, gap.au) for gap in regle.lacunes)
    for parametre in base.parametres.values():
        for periods in cellules(parametre).values():
            yield from ((period.du, period.au) for period in periods)


def _regle(regle: Regle, du: date, au: date) -> ChangementDeRegle | None:
    before, after = etat_au(regle, du), etat_au(regle, au)
    nature = _nature(before, after)
    return ChangementDeRegle(regle, nature, before, after) if nature else None


def _nature(before: EtatDeRegle, after: EtatDeRegle) -> Nature | None:
    match before.genre, after.genre:
        case (Genre.DROIT, Genre.DROIT) | (Genre.FINI, Genre.FINI):
            return None if before.version is after.version else Nature.MODIFIEE
        case (_, Genre.FINI):
            return Nature.TERMINEE
        case (Genre.AVANT | Genre.FINI, Genre.DROIT):
            return Nature.APPARUE
        case (Genre.LACUNE, Genre.DROIT):
            return Nature.CONNUE
    return Nature.INCONNUE if before.connu else None


def _montant(
    parametre: Parametre, cell: Cellule, periods: tuple[Periode, ...], du: date, au: date
) -> ChangementDeMontant | None:
    before, after = (next((period for period in periods if period.couvre(day)), None) for day in (du, au))
    old, new = _valeur(before), _valeur(after)
    if old == new:
        return None
    if old is not None and new is not None:
        nature = Nature.MODIFIEE
    elif new is not None:
        nature = Nature.CONNUE if before else Nature.APPARUE
    else:
        nature = Nature.INCONNUE if after else Nature.TERMINEE
    return ChangementDeMontant(parametre, cell, nature, before, after)


def _valeur(period: Periode | None) -> Fraction | None:
    return period.valeur if period else None
