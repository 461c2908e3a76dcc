"""A menu of a readable length: what stands in a long list is put under headings, as the pages of a dictionary are."""

from dataclasses import replace
from itertools import pairwise, takewhile

from generator.render.filters import typographier
from generator.render.site import NavEntry

# A list is left as it is up to that many lines; a longer one is cut into pieces of about that many.
LIGNES, MORCEAU = 60, 20
# A word of a heading that says from where to where its lines go.
LONGUEUR = 26


def aere(entry: NavEntry) -> NavEntry:
    """A heading whose list, and those below it, are short enough to be read."""
    return replace(entry, enfants=_cut(tuple(map(aere, entry.enfants)))) if entry.enfants else entry


def sous_titres(lignes: tuple[tuple[str, NavEntry], ...]) -> tuple[NavEntry, ...]:
    """Lines, each with the heading that it belongs to: under their headings when there are too many of them."""
    if len(lignes) <= LIGNES:
        return tuple(entry for _, entry in lignes)
    held: dict[str, list[NavEntry]] = {}
    for title, entry in lignes:
        held.setdefault(title, []).append(entry)
    if len(held) == 1:
        return tuple(entry for _, entry in lignes)
    return tuple(NavEntry(title, None, tuple(entries)) for title, entries in held.items())


def _cut(lines: tuple[NavEntry, ...]) -> tuple[NavEntry, ...]:
    """Pieces of equal lengths; pieces of pieces when there are too many of them."""
    while len(lines) > LIGNES:
        count = -(-len(lines) // MORCEAU)
        bounds = [rank * len(lines) // count for rank in range(count + 1)]
        pieces = [lines[first:last] for first, last in pairwise(bounds)]
        lines = tuple(NavEntry(_etendue(piece[0], piece[-1]), None, piece) for piece in pieces)
    return lines


def _etendue(first: NavEntry, last: NavEntry) -> str:
    """From where to where a piece goes: « L. 5132-2 à L. 5132-15 »."""
    while first.url is None and first.enfants:
        first = first.enfants[0]
    while last.url is None and last.enfants:
        last = last.enfants[-1]
    words = [entry.titre.split(" ") for entry in (first, last)]
    # What both begin with tells nothing.
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False)))
    return typographier(" à ".join(_court(" ".join(said[shared:] or said[-1:])) for said in words))


def _court(titre: str) -> str:
    if len(titre) <= LONGUEUR:
        return titre
    return f"{titre[:LONGUEUR].rpartition(' ')[0] or titre[:LONGUEUR]}…"
