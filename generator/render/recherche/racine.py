"""A light stemmer of French, from the table of rules in `analyse.yaml`."""

from collections.abc import Sequence
from itertools import groupby

# (length to exceed, ending, what replaces it); or the word that collapses double letters.
Regle = Sequence[int | str]
Phase = Sequence[Regle] | str


def raciner(mot: str, phases: Sequence[Phase], doubles: int) -> str:
    """The stem of a word in lower case without accents: each phase applies the first of its rules that fits."""
    for phase in phases:
        if isinstance(phase, str):
            mot = "".join(sign for sign, _ in groupby(mot)) if len(mot) > doubles else mot
            continue
        for longueur, fin, remplace in phase:
            if len(mot) > int(longueur) and mot.endswith(str(fin)):
                mot = mot[: len(mot) - len(str(fin))] + str(remplace)
                break
    return mot
