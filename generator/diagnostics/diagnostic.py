"""One thing that is wrong, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from generator.diagnostics.location import Location


class Severity(StrEnum):
    """An `ERREUR` stops the build; an `AVERTISSEMENT` is shown and lets it pass."""

    ERREUR = "erreur"
    AVERTISSEMENT = "avertissement"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """`message` is one French sentence; `help` says the remedy, or is empty.

    `remplacement`, when there is one, is what to write instead of what the carets underline: it changes nothing but
    what is told, so that a program may do it.
    """

    code: str
    message: str
    location: Location
    help: str = ""
    severity: Severity = Severity.ERREUR
    remplacement: str | None = None

    @property
    def order(self) -> tuple[Location, str, str]:
        """Where a report shows it: by place, then code, then words."""
        return (self.location, self.code, self.message)
