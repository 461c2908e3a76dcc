"""Every file of the mémento, typed; identifiers are still strings."""

from dataclasses import dataclass
from typing import TypeVar

from generator.load import Document
from generator.model import Modele

M = TypeVar("M", bound=Modele)


@dataclass(frozen=True, slots=True)
class Entry:
    """One valid file: what kind it is, its identifier, what it holds, and the file for its places."""

    kind: str
    id: str
    value: Modele
    document: Document


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The entries in the order of their paths."""

    entries: tuple[Entry, ...]

    def of(self, kind: str) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if entry.kind == kind)
