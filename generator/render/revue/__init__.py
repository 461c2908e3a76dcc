"""What a change does to the mémento, for those who read it over: two states in, what differs out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.compile import Program
from generator.diagnostics import Diagnostic, Report
from generator.load import SANS_VERROU, Verrou
from generator.render.revue.adresses import Adresses, adresses
from generator.render.revue.calculs import CalculChange, calculs
from generator.render.revue.montants import Mouvement, mouvements
from generator.render.revue.sujets import SujetChange, sujets
from generator.resolve import KnowledgeBase

__all__ = ["Cote", "Revue", "comparer_cotes"]

SANS_RAPPORT, SANS_ADRESSES = Report(), Adresses()


@dataclass(frozen=True, slots=True)
class Cote:
    """One state of the mémento, compiled, and what its verification says."""

    base: KnowledgeBase
    programs: tuple[Program, ...] = ()
    verrou: Verrou = SANS_VERROU
    rapport: Report = SANS_RAPPORT


@dataclass(frozen=True, slots=True)
class Revue:
    """`montants` are by parameter; `gagnes` and `perdus` are diagnostics that one state has and the other has not."""

    avant: KnowledgeBase
    apres: KnowledgeBase
    sujets: tuple[SujetChange, ...] = ()
    montants: Mapping[str, tuple[Mouvement, ...]] = field(default_factory=dict)
    calculs: tuple[CalculChange, ...] = ()
    adresses: Adresses = SANS_ADRESSES
    gagnes: tuple[Diagnostic, ...] = ()
    perdus: tuple[Diagnostic, ...] = ()
    restants: int = 0

    @property
    def vide(self) -> bool:
        """True when no reader can tell one state from the other."""
        addresses = self.adresses
        return not (self.sujets or self.calculs or addresses.mortes or addresses.nouvelles or self.gagnes)


def comparer_cotes(avant: Cote, apres: Cote) -> Revue:
    """Everything that differs, in the order in which it is read over."""
    changes = sujets(avant.base, apres.base, apres.verrou)
    moved = {
        sujet.id: found
        for sujet in changes
        if sujet.genre == "parametre"
        if (
            found := mouvements(
                avant.base.parametres.get(sujet.ancien or sujet.id), apres.base.parametres.get(sujet.id)
            )
        )
    }
    computed = calculs(avant.programs, apres.programs)
    told, tells = ({_identite(item) for item in side.rapport} for side in (avant, apres))
    return Revue(
        avant.base,
        apres.base,
        changes,
        moved,
        computed,
        adresses(avant.base, apres.base, apres.verrou, changes, computed),
        tuple(item for item in apres.rapport if _identite(item) not in told),
        tuple(item for item in avant.rapport if _identite(item) not in tells),
        sum(_identite(item) in told for item in apres.rapport),
    )


def _identite(item: Diagnostic) -> tuple[str, str, str]:
    """What makes a fault the same one: a line that moved is no news."""
    return item.code, item.location.path, item.message
