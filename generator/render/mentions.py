"""Every place where the files name a subject: its own `id`, the fields that cite it, references, formulas, promises."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Location
from generator.model import Calculateur, Couverture, Journal, Raccourcis
from generator.resolve.citations import citations
from generator.validate import Catalogue, Entry

# The kinds whose file is named after their identifier, and that nothing but this name designates.
RENOMMABLES = (
    "regle",
    "parametre",
    "source",
    "calculateur",
    "repere",
    "etape",
    "pratique",
    "module",
    "public",
    "outil",
)
FORMULES = frozenset({"formule", "si", "alors"})


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place, and how the name is written there: as a slug, or with underscores as in formulas."""

    place: Location
    nom: str
    souligne: bool = False


def mentions(catalogue: Catalogue, kind: str, identifier: str) -> tuple[Mention, ...]:
    """Each place once, in the order of the files."""
    return tuple(dict.fromkeys(found for entry in catalogue.entries for found in _dans(entry, kind, identifier)))


def _dans(entry: Entry, kind: str, identifier: str) -> Iterator[Mention]:
    document = entry.document
    if (entry.kind, entry.id) == (kind, identifier) and "id" in document.data:
        yield Mention(document.locate_text(("id",), 0, len(identifier)), identifier)
    for citation in citations(entry.value):
        if (citation.kind, citation.id) == (kind, identifier):
            yield Mention(document.locate_text(citation.path, 0, len(identifier)), identifier)
    if isinstance(entry.value, Couverture | Journal | Raccourcis):
        yield from _promis(entry, kind, identifier)
    for path, text in document.textes:
        for offset, name, underlined in _ecrits(text, kind, identifier):
            yield Mention(document.locate_text(path, offset, len(name)), name, underlined)
    for offset, name, underlined in _ecrits(document.body, kind, identifier):
        before = document.body[:offset]
        line = document.body_line + before.count("\n")
        yield Mention(Location(document.path, line, offset - before.rfind("\n"), len(name)), name, underlined)
    if kind == "parametre" and isinstance(entry.value, Calculateur):
        yield from _formules(entry, identifier.replace("-", "_"))


def _promis(entry: Entry, kind: str, identifier: str) -> Iterator[Mention]:
    for path, text in entry.document.textes:
        if path[:2] == ("sujets", kind) and text == identifier:
            yield Mention(entry.document.locate_text(path, 0, len(identifier)), identifier)
        elif text == f"{kind}:{identifier}":
            yield Mention(entry.document.locate_text(path, len(kind) + 1, len(identifier)), identifier)


def _ecrits(text: str, kind: str, identifier: str) -> Iterator[tuple[int, str, bool]]:
    """`[[kind:id…]]`, and `{{ name… }}` for a parameter."""
    for match in re.finditer(rf"\[\[\s*{kind}:\s*({re.escape(identifier)})\s*(?=\||\]\])", text):
        yield match.start(1), identifier, False
    if kind == "parametre":
        name = identifier.replace("-", "_")
        for match in re.finditer(rf"\{{\{{\s*({re.escape(name)})(?=\s*\}}\}}|\.)", text):
            yield match.start(1), name, True


def _formules(entry: Entry, name: str) -> Iterator[Mention]:
    """The name as a whole word, outside quotes: no input and no step may have that of a parameter."""
    for path, text in entry.document.textes:
        if path[-1] not in FORMULES:
            continue
        for match in re.finditer(rf"«[^»]*»|(?<!\w)({re.escape(name)})(?!\w)", text):
            if match[1]:
                yield Mention(entry.document.locate_text(path, match.start(1), len(name)), name, souligne=True)
