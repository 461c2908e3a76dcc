"""What a check looks at, and what a check is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.compile import Program
from generator.diagnostics import Code, Diagnostic, Severity
from generator.load import SANS_VERROU, Verrou
from generator.render import Site
from generator.resolve import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Tout:
    """The whole mémento on a day."""

    base: KnowledgeBase
    programs: tuple[Program, ...]
    site: Site
    today: date
    verrou: Verrou = SANS_VERROU


Verifier = Callable[[Tout, Code], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Promesse:
    """One promise: its code, explained by the docstring of what verifies it."""

    code: Code
    verifier: Verifier


def promesse(code: str, severity: Severity = Severity.ERREUR) -> Callable[[Verifier], Promesse]:
    """Turn a function into a promise; its docstring is the public page of the code."""
    return lambda verifier: Promesse(Code.from_docstring(code, verifier.__doc__, severity), verifier)
