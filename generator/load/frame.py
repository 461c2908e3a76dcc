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
SANS_TIRET = "supprimez l'un des deux ; si un nouvel élément commence ici, mettez un tiret devant"


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
        diagnostics.extend(_without_value(frame, path, lines))
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
    names: list[str] = []
    run = 0
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
            # Fields that come again in the same order are one fault: a group begins without its dash.
            if run and names[run : run + 1] == [key.text]:
                run += 1
            else:
                run = 1 if key.text == names[0] else 0
                message = f"« {key.text} » est déjà écrit à la ligne {first[key.text].line}"
                yield codes.CLE_EN_DOUBLE.at(place, message, SANS_TIRET if run else "")
        else:
            first[key.text], run = key.span, 0
            names.append(key.text)


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
            point = re.sub(r"[^0-9.-]", "", text.replace(",", "."))
            help = f'écrivez {point} pour un nombre, "{text}" entre guillemets pour un texte, '
            help += "ou, dans une liste, une espace après la virgule"
            yield codes.VIRGULE.at(span.at(path), f"« {text} » est coupé en deux à la virgule", help)


def _without_value(frame: Frame, path: str, lines: Lines) -> Iterator[Diagnostic]:
    """Between braces, a name alone is nearly always the end of a value cut at its comma; two braces cite a figure."""
    children = frame.children
    if lines.before(frame.start, 1) == "{":
        place = lines.place(frame.start)
        place = place._replace(column=place.column - 1, length=2)
        message = "« {{ » ouvre ici un groupe, pas un chiffre du mémento"
        yield codes.CLE_PAS_TEXTE.at(place.at(path), message, "mettez tout le texte entre guillemets doubles")
        return
    for key, value in zip(children[::2], children[1::2], strict=True):
        if _is_empty(value.node) and isinstance(key.node, Scalar):
            text = key.node.text
            help = f"ajoutez « : » et une valeur ; si « {text} » suit une virgule de la valeur précédente, "
            help += "mettez cette valeur entre guillemets"
            yield codes.VIRGULE.at(key.node.span.at(path), f"« {text} » n'a pas de valeur", help)


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.raw
