"""The fields of a file in the order in which they are read: what it is, what it says, who verified it."""

from itertools import pairwise

from generator.load import Document, read_document
from generator.load.front_matter import FENCE
from generator.model import Modele
from generator.validate.kinds import kind_of

# What several kinds share is read last: how sure it is, verified when, until when.
PARTAGES = ("confiance", "verifie_le", "a_reverifier_avant")


def ranger(document: Document, texte: str) -> str:
    """The text of the file with its fields in order, each with the comments above it; the same text when it is so, or
    when anything but the order would change. Lines end with `\\n`.
    """
    known = kind_of(document.path)
    if known is None:
        return texte
    order = {name: rank for rank, name in enumerate(_ordre(known[0].model))}
    names = [entry.key.text for entry in document.tree.entries]
    if names == sorted(names, key=order.__getitem__):
        return texte
    lines = texte.split("\n")
    starts = [_avec_ses_commentaires(lines, entry.key.span.line - 1) for entry in document.tree.entries]
    end = document.body_line - 2 if document.body_line else len(lines) - (lines[-1] == "")
    if len(set(starts)) < len(starts) or any(lines[start].startswith(("{", " ")) for start in starts):
        return texte
    blocks = {name: lines[start:stop] for name, (start, stop) in zip(names, pairwise((*starts, end)), strict=True)}
    ordered = [line for name in sorted(names, key=order.__getitem__) for line in blocks[name]]
    written = "\n".join((*lines[: starts[0]], *ordered, *lines[end:]))
    again = read_document(document.path, written.encode()).value
    return written if again is not None and (again.data, again.body) == (document.data, document.body) else texte


def _ordre(model: type[Modele]) -> tuple[str, ...]:
    own = [name for name in model.model_fields if name in model.__annotations__]
    return tuple(dict.fromkeys((*own, *PARTAGES, *model.model_fields)))


def _avec_ses_commentaires(lines: list[str], index: int) -> int:
    """The first line of the comments that stand just above a field."""
    while index and lines[index - 1].startswith("#") and lines[index - 1].strip() != FENCE:
        index -= 1
    return index
