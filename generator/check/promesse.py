"""What a check looks at, and what a check is."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from generator.check.cibles import liens_de
from generator.check.ecrits import Ecrit, ecrits
from generator.compile import Program
from generator.diagnostics import Code, Diagnostic, Severity
from generator.load import SANS_VERROU, Document, Verrou
from generator.render.site import Site
from generator.resolve import Cible, KnowledgeBase


@dataclass(frozen=True)
class Tout:
    """The whole mémento on a day: what people wrote. `sujets`, when given, are those that a change can have broken:
    what is promised of each file by itself is verified of them alone.
    """

    base: KnowledgeBase
    programs: tuple[Program, ...]
    today: date
    verrou: Verrou = SANS_VERROU
    sujets: Collection[Cible] | None = None

    @property
    def documents(self) -> Iterator[tuple[Cible, Document]]:
        """The files to look at one by one."""
        for subject, document in self.base.documents.items():
            if self.sujets is None or subject in self.sujets:
                yield subject, document

    @cached_property
    def ecrits(self) -> tuple[tuple[Cible, tuple[Ecrit, ...]], ...]:
        """The words of each of these files."""
        return tuple((subject, tuple(ecrits(document))) for subject, document in self.documents)

    @property
    def calculateurs(self) -> Iterator[Program]:
        """The programs to look at one by one."""
        for program in self.programs:
            if self.sujets is None or ("calculateur", program.id) in self.sujets:
                yield program


@dataclass(frozen=True)
class Publie(Tout):
    """The same, and the pages made from it."""

    site: Site = field(kw_only=True)

    @cached_property
    def liens(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The links of each page, by its url: see `liens_de`."""
        return {page.url: liens_de(page) for page in self.site.pages}


# What a promise looks at: `Tout`, or `Publie` when it needs the pages.
T = TypeVar("T", bound=Tout)
Verifier = Callable[[T, Code], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Promesse(Generic[T]):
    """One promise: its code, explained by the docstring of what verifies it."""

    code: Code
    verifier: Verifier[T]


def promesse(code: str, severity: Severity = Severity.ERREUR) -> Callable[[Verifier[T]], Promesse[T]]:
    """Turn a function into a promise; its docstring is the public page of the code."""
    return lambda verifier: Promesse(Code.from_docstring(code, verifier.__doc__, severity), verifier)
