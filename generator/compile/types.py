"""What a formula is: a number with its unit, a text among codes, a date, or yes/no."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.compile.unites import SANS_UNITE, Unite


@dataclass(frozen=True, slots=True)
class TypeNombre:
    unite: Unite = SANS_UNITE

    def __str__(self) -> str:
        return f"un nombre en {self.unite.texte}" if self.unite.texte else "un nombre sans unité"


@dataclass(frozen=True, slots=True)
class TypeTexte:
    """`libelles` gives every code the text can take and the words shown for it."""

    libelles: tuple[tuple[str, str], ...] = field(default=())

    @property
    def codes(self) -> tuple[str, ...]:
        return tuple(code for code, _ in self.libelles)

    def __str__(self) -> str:
        return "un texte"


@dataclass(frozen=True, slots=True)
class TypeDate:
    def __str__(self) -> str:
        return "une date"


@dataclass(frozen=True, slots=True)
class TypeBooleen:
    def __str__(self) -> str:
        return "oui ou non"


Type = TypeNombre | TypeTexte | TypeDate | TypeBooleen


def libelles_des_codes(types: Mapping[str, Type]) -> dict[str, str]:
    """The words for every code that some value can take."""
    return {code: label for type_ in types.values() if isinstance(type_, TypeTexte) for code, label in type_.libelles}
