"""A light stemmer of French, from the table of rules in `analyse.yaml`."""

from collections.abc import Mapping, Sequence
from itertools import groupby

# (length to exceed, ending, what replaces it)
Regle = tuple[int, str, str]
# The rules by the last letter of their ending, in order; None for the phase that collapses double letters.
Phase = Mapping[str, tuple[Regle, ...]] | None


def lire_phases(written: Sequence[Sequence[Sequence[int | str]] | str]) -> tuple[Phase, ...]:
    """The phases of the table."""
    return tuple(None if isinstance(rules, str) else _par_derniere_lettre(rules) for rules in written)


def _par_derniere_lettre(rules: Sequence[Sequence[int | str]]) -> Mapping[str, tuple[Regle, ...]]:
    found: dict[str, tuple[Regle, ...]] = {}
    for longueur, fin, remplace in rules:
        rule = (int(longueur), str(fin), str(remplace))
        found[rule[1][-1]] = (*found.get(rule[1][-1], ()), rule)
    return found


def raciner(mot: str, phases: Sequence[Phase], doubles: int) -> str:
    """The stem of a word in lower case without accents: each phase applies the first of its rules that fits."""
    for phase in phases:
        if phase is None:
            mot = "".join(sign for sign, _ in groupby(mot)) if len(mot) > doubles else mot
            continue
        for longueur, fin, remplace in phase.get(mot[-1], ()):
            if len(mot) > longueur and mot.endswith(fin):
                mot = mot[: len(mot) - len(fin)] + remplace
                break
    return mot
