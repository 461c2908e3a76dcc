"""Numbers of articles, and which are near: a digit too many, another letter, a neighbour in the same chapter."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

# What ends a name: « c-trav-l5132-9 », « d. 5132-34 », « 5132-9 ».
NUMERO = re.compile(r"(?:^|(?<=[\s-]))(?P<lettre>[lrda]?)[.* ]{0,3}(?P<nombres>\d{3,4}(?:-\d+)*)$", re.IGNORECASE)
PROCHES = 3

Numero = tuple[str, tuple[int, ...]]


def numero(nom: str) -> Numero | None:
    """The letter and the numbers of an article that a name ends with, None when it ends otherwise."""
    match = NUMERO.search(nom)
    # « loi-2020-1525 » is the number of a text: its year is no article.
    if match is None or not match["lettre"]:
        return None
    return match["lettre"].casefold(), tuple(int(part) for part in match["nombres"].split("-"))


def articles_proches(nom: str, candidats: Iterable[str]) -> tuple[str, ...]:
    """The candidates whose number may have been meant, the nearest first; none when nothing is near."""
    wanted = numero(nom)
    if wanted is None:
        return ()
    found = []
    for candidate in candidats:
        known = numero(candidate)
        place = _eloignement(wanted, known) if known else None
        if place is not None:
            # Of two numbers as near, that of the same code.
            found.append((place, -SequenceMatcher(None, nom.casefold(), candidate.casefold()).ratio(), candidate))
    # A neighbour says nothing more when there is the number itself, or what a slip of the hand explains.
    best = min((place[0] for place, *_ in found), default=0)
    return tuple(candidate for place, _, candidate in sorted(found) if place[0] == best)[:PROCHES]


def _eloignement(wanted: Numero, known: Numero) -> tuple[int, ...] | None:
    """How far, the least first: the same number, then a slip, then a neighbour; None when it is another subject."""
    if wanted[1] == known[1]:
        return (0, wanted[0] != known[0])
    a, b = _ecrit(wanted), _ecrit(known)
    if _a_un_signe_pres(a, b):
        return (1, -_commun(a, b), abs(len(a) - len(b)))
    shared = _commun(wanted[1], known[1])
    if wanted[0] != known[0] or not shared:
        return None
    following = [numbers[shared] if shared < len(numbers) else 0 for numbers in (wanted[1], known[1])]
    return (2, -shared, abs(following[0] - following[1]), len(known[1]))


def _ecrit(known: Numero) -> str:
    return known[0] + "-".join(map(str, known[1]))


def _commun(a: Sequence[object], b: Sequence[object]) -> int:
    """How long they are the same from the start."""
    shortest = min(len(a), len(b))
    return next((rank for rank in range(shortest) if a[rank] != b[rank]), shortest)


def _a_un_signe_pres(a: str, b: str) -> bool:
    """One sign added, left out or changed, or two neighbours swapped."""
    start = _commun(a, b)
    left, right = a[start:], b[start:]
    return (
        left[1:] == right[1:]
        or left[1:] == right
        or left == right[1:]
        or (left[:2] == right[:2][::-1] and left[2:] == right[2:])
    )
