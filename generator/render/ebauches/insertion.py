"""A line added to a file that people keep by hand: nothing else of it moves."""

import re

from generator.load import Document, Mapping, Node, Sequence, read_document
from generator.render.ebauches.lignes import scalaire
from generator.render.ebauches.question import Contexte
from generator.resolve.couverture import GENRES

COUVERTURE = "rules/couverture.yaml"


class Illisible(ValueError):
    """The file is written in a way that this module does not know how to add to."""


def annoncer(contexte: Contexte, kind: str, identifiant: str) -> dict[str, str]:
    """`rules/couverture.yaml` with a subject more, in its place; nothing when the mémento promises nothing."""
    if contexte.base.couverture is None:
        return {}
    document = contexte.base.document("couverture", "couverture")
    text = contexte.lire(COUVERTURE)
    subjects = contexte.base.couverture.sujets
    if kind not in subjects:
        after = [name for name in GENRES[: GENRES.index(kind)] if name in subjects]
        made = _nouveau_genre(document, text, after[-1] if after else None, kind, identifiant)
    else:
        made = inserer(document, text, ("sujets", kind), identifiant, [scalaire(identifiant, en_ligne=True)])
    names = list(subjects.get(kind, ()))
    names.insert(rang(names, identifiant), identifiant)
    every = {name: list(held) for name, held in subjects.items()}
    relire(COUVERTURE, made, {**document.data, "sujets": {**every, kind: names}})
    return {COUVERTURE: made}


def rang(noms: list[str], nom: str) -> int:
    """Where a name stands among others in alphabetical order: before the first that follows it."""
    return next((rank for rank, other in enumerate(noms) if other.casefold() > nom.casefold()), len(noms))


def inserer(
    document: Document, text: str, chemin: tuple[str, ...], nom: str, lignes: list[str], cle: str | None = None
) -> str:
    """The text with an item more in the list at that path; `cle` is where the name of an item is written."""
    node = _liste(document, chemin)
    names = [str(item.data[cle] if cle and isinstance(item.data, dict) else item.data) for item in node.items]
    place = rang(names, nom)
    if _en_ligne(text, node):
        if cle:
            raise Illisible("/".join(chemin))
        return _dans_la_ligne(text, node, place, lignes[0])
    if place == len(node.items):
        return ajouter(document, text, chemin, lignes)
    rows = text.split("\n")
    return _poser(rows, node.items[place].span.line - 1, lignes, _retrait(rows, node, chemin))


def ajouter(document: Document, text: str, chemin: tuple[str, ...], lignes: list[str]) -> str:
    """The text with an item more at the end of the list at that path."""
    node = _liste(document, chemin)
    rows = text.split("\n")
    dash = _retrait(rows, node, chemin)
    return _poser(rows, _fin(rows, node.items[-1].span.line, dash), lignes, dash)


def _liste(document: Document, chemin: tuple[str, ...]) -> Sequence:
    node = _noeud(document, chemin)
    if not isinstance(node, Sequence) or not node.items:
        raise Illisible("/".join(chemin))
    return node


def _retrait(rows: list[str], node: Sequence, chemin: tuple[str, ...]) -> int:
    """How far its dashes stand from the margin."""
    match = re.match(r"\s*- ", rows[node.items[0].span.line - 1])
    if match is None:
        raise Illisible("/".join(chemin))
    return len(match[0]) - 2


def _poser(rows: list[str], row: int, lignes: list[str], retrait: int) -> str:
    """The lines of an item before a row, under its dash, with the ends of lines of the file."""
    end = "\r" if rows[0].endswith("\r") else ""
    space = " " * retrait
    item = [f"{space}{'- ' if rank == 0 else '  '}{line}".rstrip() + end for rank, line in enumerate(lignes)]
    return "\n".join((*rows[:row], *item, *rows[row:]))


def _fin(rows: list[str], ligne: int, retrait: int) -> int:
    """The row after the last line of the item that begins at a line: what is indented more than its dash is in it."""
    last = ligne
    for rank in range(ligne, len(rows)):
        bare = rows[rank].strip()
        if bare and len(rows[rank]) - len(rows[rank].lstrip()) <= retrait:
            break
        if bare:
            last = rank + 1
    return last


def _noeud(document: Document, chemin: tuple[str, ...]) -> Node:
    node: Node = document.tree
    for step in chemin:
        entry = node.entry(step) if isinstance(node, Mapping) else None
        if entry is None:
            raise Illisible("/".join(chemin))
        node = entry.value
    return node


def _en_ligne(text: str, node: Node) -> bool:
    """True for a list between square brackets."""
    return text.split("\n")[node.span.line - 1][node.span.column - 1 :].startswith("[")


def _dans_la_ligne(text: str, node: Sequence, place: int, item: str) -> str:
    rows = text.split("\n")
    before = place < len(node.items)
    span = (node.items[place] if before else node.items[-1]).span
    row, column = span.line - 1, span.column - 1
    cut = column if before else column + span.length
    added = f"{item}, " if before else f", {item}"
    rows[row] = rows[row][:cut] + added + rows[row][cut:]
    return "\n".join(rows)


def _nouveau_genre(document: Document, text: str, apres: str | None, kind: str, identifiant: str) -> str:
    """A kind that had no subject yet, after the one that comes before it."""
    rows = text.split("\n")
    subjects = _noeud(document, ("sujets",))
    entry = subjects.entry(apres) if isinstance(subjects, Mapping) and apres else None
    if entry is None:
        raise Illisible("sujets")
    retrait = entry.key.span.column - 1
    end = "\r" if rows[0].endswith("\r") else ""
    row = _apres(rows, entry.key.span.line, retrait)
    space = " " * retrait
    added = [f"{space}{kind}:{end}", f"{space}  - {scalaire(identifiant, en_ligne=True)}{end}"]
    return "\n".join((*rows[:row], *added, *rows[row:]))


def _apres(rows: list[str], ligne: int, retrait: int) -> int:
    """The row after the value of a key; the dashes of a list may stand under the key itself."""
    last = ligne
    for rank in range(ligne, len(rows)):
        bare = rows[rank].strip()
        depth = len(rows[rank]) - len(rows[rank].lstrip())
        if bare and (depth < retrait or (depth == retrait and not bare.startswith("- "))):
            break
        if bare:
            last = rank + 1
    return last


def relire(path: str, text: str, attendu: object, corps: str = "") -> None:
    """What was added is read back, and nothing else has changed; else raises Illisible."""
    document = read_document(path, text.encode()).value
    if document is None or (document.data, document.body) != (attendu, corps):
        raise Illisible(path)
