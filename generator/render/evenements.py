"""What changed, in the law and in the mémento: one list for the page, the feeds, the calendar and the data."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from generator.model import EntreeDeJournal, Importance, Parametre, Portee, Regle, Statut, VersionDeRegle
from generator.render.adresses import adresse, adresse_de_version
from generator.resolve import Cible, KnowledgeBase
from generator.resolve.periodes import Cellule, Periode, cellules

JOUR = timedelta(days=1)
NOUVEAUTES = "nouveautes/"


@dataclass(frozen=True, slots=True)
class Mouvement:
    """One cell of a parameter that moved, in its unit; `cellule` names it in words, empty when there is only one."""

    codes: Cellule
    cellule: str
    avant: Fraction
    apres: Fraction


@dataclass(frozen=True, slots=True)
class Evenement:
    """One change. `cle` names it for ever; `url` is from the root.

    `siae` and `themes` are empty when nobody in particular is concerned. Exactly one of `version`, `parametre` and
    `entree` is there: what it is a change of.
    """

    cle: str
    date: date
    titre: str
    texte: str
    url: str
    siae: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    regle: Regle | None = None
    version: VersionDeRegle | None = None
    parametre: Parametre | None = None
    mouvements: tuple[Mouvement, ...] = ()
    entree: EntreeDeJournal | None = None

    @property
    def genre(self) -> str:
        """The kind of what changed."""
        return "regle" if self.version else "parametre" if self.parametre else "memento"

    @property
    def portee(self) -> Portee | None:
        return self.version.portee if self.version else None

    @property
    def statut(self) -> Statut | None:
        return self.version.statut if self.version else None

    @property
    def importance(self) -> Importance | None:
        return self.entree.importance if self.entree else None


def evenements(base: KnowledgeBase) -> tuple[Evenement, ...]:
    """Every change, newest first: of the law, of the amounts, of the mémento."""
    found = [*_du_droit(base), *_des_montants(base), *_du_memento(base)]
    return tuple(sorted(found, key=lambda event: (-event.date.toordinal(), event.cle)))


def a_venir(base: KnowledgeBase, jour: date) -> tuple[Evenement, ...]:
    """The changes after a day, the nearest first; a version to come is one, whether or not it says what it changes."""
    unsaid = [
        _version(regle, version)
        for regle in base.regles.values()
        for version in regle.droit
        if not version.changement and version.du > jour
    ]
    found = [*unsaid, *(event for event in evenements(base) if event.date > jour)]
    return tuple(sorted(found, key=lambda event: (event.date, event.cle)))


def passes(base: KnowledgeBase, jour: date) -> tuple[Evenement, ...]:
    """The changes up to a day, newest first."""
    return tuple(event for event in evenements(base) if event.date <= jour)


def fins(base: KnowledgeBase) -> tuple[tuple[Regle, VersionDeRegle], ...]:
    """The versions whose last day is known and that none follows, in the order of those days."""
    ends = [
        (regle, version)
        for regle in base.regles.values()
        for version in regle.droit
        if version.au and not any(version.au < other.du for other in regle.droit)
    ]
    return tuple(sorted(ends, key=lambda end: (end[1].au or date.max, end[0].id)))


def _du_droit(base: KnowledgeBase) -> Iterator[Evenement]:
    """A version that says what it changes; a wording that was merely the first to be read is no change."""
    for regle in base.regles.values():
        for version in regle.droit:
            if version.changement:
                yield _version(regle, version)


def _version(regle: Regle, version: VersionDeRegle) -> Evenement:
    return Evenement(
        cle=f"regle/{regle.id}/{version.du}",
        date=version.du,
        titre=regle.titre,
        texte=version.changement or version.enonce,
        url=adresse_de_version(regle.id, version.du),
        siae=regle.siae,
        themes=regle.themes,
        regle=regle,
        version=version,
    )


def _des_montants(base: KnowledgeBase) -> Iterator[Evenement]:
    for parametre in base.parametres.values():
        moved: dict[date, list[Mouvement]] = {}
        for cell, periods in cellules(parametre).items():
            for before, after in pairwise(periods):
                old, new = before.valeur, after.valeur
                if old is not None and new is not None and old != new and _suit(before, after):
                    moved.setdefault(after.du, []).append(Mouvement(cell, _nommer(base, parametre, cell), old, new))
        for day, moves in moved.items():
            yield Evenement(
                cle=f"parametre/{parametre.id}/{day}",
                date=day,
                titre=parametre.titre,
                texte=parametre.resume,
                url=adresse(base, "parametre", parametre.id),
                siae=_concernes(base, parametre, moves),
                themes=parametre.themes,
                parametre=parametre,
                mouvements=tuple(moves),
            )


def _suit(before: Periode, after: Periode) -> bool:
    """True when nothing unknown stands between the two: else nobody knows which day the amount moved."""
    last_sure = before.rappel_apres or before.au
    return last_sure is None or last_sure + JOUR >= after.du


def _concernes(base: KnowledgeBase, parametre: Parametre, moves: list[Mouvement]) -> tuple[str, ...]:
    """The structures of the cells that moved, else those of the rules that state the figure."""
    order = list(base.listes["siae"].options) if "siae" in base.listes else []
    if "siae" in parametre.par:
        place = parametre.par.index("siae")
        found = {move.codes[place] for move in moves}
    else:
        citing: tuple[Cible, ...] = base.liens.get(("parametre", parametre.id), ())
        found = {code for kind, name in citing if kind == "regle" for code in base.regles[name].siae}
    return tuple(code for code in order if code in found)


def _nommer(base: KnowledgeBase, parametre: Parametre, cell: Cellule) -> str:
    return ", ".join(base.listes[name].options[code] for name, code in zip(parametre.par, cell, strict=True))


def _du_memento(base: KnowledgeBase) -> Iterator[Evenement]:
    for entree in base.journal.entrees if base.journal else ():
        yield Evenement(
            cle=f"journal/{entree.id}",
            date=entree.date,
            titre=entree.titre,
            texte=entree.texte,
            url=f"{NOUVEAUTES}#journal-{entree.id}",
            siae=entree.siae,
            entree=entree,
        )
