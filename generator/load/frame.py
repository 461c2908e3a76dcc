"""A list or a group of fields while it is being read, and what is refused when it closes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.diagnostics import Diagnostic
from generator.load import codes
from generator.load.lines import Lines, Mark
from generator.load.node import Entry, Mapping, Node, Scalar, Sequence, Span

NUMBER_BEFORE = re.compile(r"-?[0-9](?:[0-9 .]*[0-9])?,$")
MAX_NUMBER = 30


class Child(NamedTuple):
    """A node and the mark where it starts."""

    node: Node
    start: Mark


@dataclass(slots=True)
class Frame:
    """`children` of a mapping are a key, its value, the next key…"""

    is_mapping: bool
    is_flow: bool
    start: Mark
    children: list[Child] = field(default_factory=list)

    @property
    def expects_key(self) -> bool:
        return self.is_mapping and len(self.children) % 2 == 0


def close(frame: Frame, end: Mark, path: str, lines: Lines) -> tuple[Child, list[Diagnostic]]:
    """The finished collection, and what was wrong between its members."""
    diagnostics = list(_cut(frame.children, path, lines)) if frame.is_flow else []
    span = lines.span(frame.start, end) if frame.is_flow else lines.place(frame.start)
    nodes = [child.node for child in frame.children]
    if not frame.is_mapping:
        return Child(Sequence(span, tuple(nodes)), frame.start), diagnostics
    if frame.is_flow and not diagnostics:
        diagnostics.extend(_without_value(frame.children, path))
    pairs = list(zip(nodes[::2], nodes[1::2], strict=True))
    # Between braces, a key without a value has just been told.
    diagnostics.extend(_keys([key for key, value in pairs if not (frame.is_flow and _is_empty(value))], path))
    entries = tuple(Entry(key, value) for key, value in pairs if isinstance(key, Scalar))
    if entries and not frame.is_flow:
        span = entries[0].key.span
    return Child(Mapping(span, entries), frame.start), diagnostics


def _keys(keys: list[Node], path: str) -> Iterator[Diagnostic]:
    """Keys are texts, each once."""
    first: dict[str, Span] = {}
    for key in keys:
        place = key.span.at(path)
        if not isinstance(key, Scalar):
            yield codes.CLE_PAS_TEXTE.at(place, "une liste ou un groupe ne peut pas nommer un champ")
        elif key.text == "<<" and not key.style:
            yield codes.FUSION.at(place, "« << » recopie les champs d'un autre groupe")
        elif not key.text:
            yield codes.CLE_PAS_TEXTE.at(place, "il manque le nom du champ")
        elif not isinstance(key.value, str):
            help = f'écrivez "{key.text}" entre guillemets'
            yield codes.CLE_PAS_TEXTE.at(place, f"« {key.text} » n'est pas un nom de champ", help)
        elif key.text in first:
            message = f"« {key.text} » est déjà écrit à la ligne {first[key.text].line}"
            yield codes.CLE_EN_DOUBLE.at(place, message)
        else:
            first[key.text] = key.span


def _cut(children: list[Child], path: str, lines: Lines) -> Iterator[Diagnostic]:
    """Numbers with a comma glued on both sides: one diagnostic for a run of them."""
    glued = False
    for child in children[1:]:
        number = NUMBER_BEFORE.search(lines.before(child.start, MAX_NUMBER))
        after_another, glued = glued, bool(number) and lines.char(child.start).isdigit()
        if number and glued and not after_another and isinstance(child.node, Scalar):
            column = child.start.column - len(number.group()) + 1
            span = Span(child.start.line + 1, column, len(number.group()) + child.node.span.length)
            text = number.group() + child.node.raw.split("\n", 1)[0]
            help = f'écrivez "{text}" entre guillemets, ou, pour une liste, une espace après la virgule'
            yield codes.VIRGULE.at(span.at(path), f"« {text} » est coupé en deux à la virgule", help)


def _without_value(children: list[Child], path: str) -> Iterator[Diagnostic]:
    """Between braces, a name alone is nearly always the end of a value cut at its comma."""
    for key, value in zip(children[::2], children[1::2], strict=True):
        if _is_empty(value.node) and isinstance(key.node, Scalar):
            text = key.node.text
            help = f"ajoutez « : » et une valeur ; si « {text} » suit une virgule de la valeur précédente, "
            help += "mettez cette valeur entre guillemets"
            yield codes.VIRGULE.at(key.node.span.at(path), f"« {text} » n'a pas de valeur", help)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.raw
