"""What a stage gives back: a value and everything that was wrong on the way."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.diagnostics.diagnostic import Diagnostic, Severity

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Report:
    """Diagnostics without duplicates, in the order of their places."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> "Report":
        return cls(tuple(sorted(set(diagnostics), key=lambda diagnostic: diagnostic.order)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __add__(self, other: "Report") -> "Report":
        return Report.of((*self.diagnostics, *other.diagnostics))

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        return tuple(item for item in self.diagnostics if item.severity is Severity.ERREUR)

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        return tuple(item for item in self.diagnostics if item.severity is Severity.AVERTISSEMENT)


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The value of a stage and its report; `value` may be partial when the report holds an error."""

    value: T
    report: Report = Report()

    @property
    def failed(self) -> bool:
        return bool(self.report.errors)
