"""A figure of a day in words: what it is worth, and for whom when it depends."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from generator.model import Parametre
from generator.render.filters import courte, nombre
from generator.render.tableaux import Case, case_du_jour, noms_courts
from generator.resolve import KnowledgeBase
from generator.resolve.periodes import Cellule, cellules


@dataclass(frozen=True, slots=True)
class Montant:
    """A parameter with what it is worth: « 480 h », « EI : 10 520 € ; ACI : 20 199 € ». A line a code of its first
    index when it has two.
    """

    id: str
    titre: str
    lignes: tuple[str, ...]

    @property
    def mots(self) -> str:
        return " ; ".join(self.lignes)


def montant_du_jour(base: KnowledgeBase, parametre: Parametre, jour: date) -> Montant:
    """Outside what is known, « inconnu », never the nearest value."""
    cases = {cell: case_du_jour(periods, jour) for cell, periods in cellules(parametre).items()}
    if not parametre.par:
        [case] = cases.values()
        return Montant(parametre.id, parametre.titre, (_valeur(case, parametre.unite) + _rappel([case]),))
    titre = f"{parametre.titre}, en {parametre.unite}" if "/" in parametre.unite else parametre.titre
    lines = tuple(_lignes(base, parametre, cases))
    return Montant(parametre.id, titre, (*lines[:-1], lines[-1] + _rappel(cases.values())))


def _lignes(base: KnowledgeBase, parametre: Parametre, cases: dict[Cellule, Case]) -> Iterator[str]:
    """The codes that are worth the same stand together."""
    mixed = len({case.ancien for case in cases.values()}) > 1
    for prefix in dict.fromkeys(cell[:-1] for cell in cases):
        groups: dict[str, list[str]] = {}
        for cell, case in cases.items():
            if cell[:-1] == prefix:
                words = _valeur(case, courte(parametre.unite)) + (_rappel([case]) if mixed else "")
                groups.setdefault(words, []).append(noms_courts(base, parametre, cell)[-1])
        written = " ; ".join(f"{', '.join(names)} : {words}" for words, names in groups.items())
        names = noms_courts(base, parametre, next(cell for cell in cases if cell[:-1] == prefix))[:-1]
        yield f"{', '.join(names)} ({written})" if names else written


def _valeur(case: Case, unite: str) -> str:
    return nombre(case.periode.valeur, unite) if case.periode and case.periode.valeur is not None else "inconnu"


def _rappel(cases: Collection[Case]) -> str:
    """Once for all the values that are only the last known ones."""
    if not all(case.ancien for case in cases):
        return ""
    return ", dernier montant connu" if len(cases) == 1 else ", derniers montants connus"
