"""The four states of a result: a value, inconnu, sans objet, refus. Absent is never zero."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeGuard

Valeur = Fraction | str | bool | date


@dataclass(frozen=True, slots=True)
class Inconnu:
    """Inputs not given yet, in the order they are needed: they become the next questions."""

    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SansObjet:
    """Does not apply, with the reason."""

    raison: str


@dataclass(frozen=True, slots=True)
class Refus:
    """Cannot be computed: unknown at that date, division by zero, too large."""

    message: str


Absence = Inconnu | SansObjet | Refus
Etat = Valeur | Absence
NOMS: Mapping[type, str] = {Inconnu: "inconnu", SansObjet: "sans-objet", Refus: "erreur"}
ABSENCES = tuple(NOMS)

BITS_MAX = 4000


def presente(etat: Etat) -> TypeGuard[Valeur]:
    """True for a value, false for the three other states."""
    return not isinstance(etat, ABSENCES)


def nom_de_l_etat(etat: Etat) -> str:
    """What a state that holds no value is called in JSON and in an example."""
    return NOMS[type(etat)]


def absence(etats: Sequence[Etat]) -> Absence | None:
    """What a strict operation gives when an operand has no value: a refusal first, then sans objet, then inconnu."""
    if not any(isinstance(etat, ABSENCES) for etat in etats):
        return None
    for refused in etats:
        if isinstance(refused, Refus):
            return refused
    for moot in etats:
        if isinstance(moot, SansObjet):
            return moot
    questions = dict.fromkeys(name for etat in etats if isinstance(etat, Inconnu) for name in etat.questions)
    return Inconnu(tuple(questions))


def borne(value: Fraction) -> Fraction | Refus:
    """The value, or a refusal beyond 4 000 bits: an error is better than a freeze."""
    if value.numerator.bit_length() > BITS_MAX or value.denominator.bit_length() > BITS_MAX:
        return Refus("nombre trop grand")
    return value


def exact(value: Valeur) -> str | bool:
    """The value as JSON holds it: `"27/88"`, `"2023-03-14"`, `true`, or a code."""
    return value if isinstance(value, bool) else str(value)
