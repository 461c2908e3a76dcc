"""A stable diagnostic code and its public explanation."""

import re
from dataclasses import dataclass
from typing import Self

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.location import Location


@dataclass(frozen=True, slots=True)
class Code:
    """What `memento expliquer CODE` prints: the fault, then why it matters, then the remedy (French)."""

    code: str
    faute: str
    pourquoi: str
    remede: str
    severity: Severity = Severity.ERREUR

    def at(self, location: Location, message: str, help: str = "", remplacement: str | None = None) -> Diagnostic:
        """The diagnostic of this code at a place."""
        return Diagnostic(self.code, message, location, help, self.severity, remplacement)

    @classmethod
    def from_docstring(cls, code: str, docstring: str | None, severity: Severity = Severity.ERREUR) -> Self:
        """Read a check's docstring: first paragraph the fault, then `Pourquoi : …`, then `Remède : …`.

        Raises ValueError when one of the three is missing: every check explains itself.
        """
        text = " ".join((docstring or "").split())
        match = re.fullmatch(r"(.+?) Pourquoi : (.+?) Remède : (.+)", text)
        if match is None:
            raise ValueError(f"{code}: the docstring must hold a fault, « Pourquoi : » and « Remède : »")
        faute, pourquoi, remede = match.groups()
        return cls(code, faute, pourquoi, remede, severity)
