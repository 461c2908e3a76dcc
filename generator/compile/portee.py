"""The names a formula may use, and what each is."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.compile.types import Type

DATE_REFERENCE = "date_reference"


@dataclass(frozen=True, slots=True)
class ParametreConnu:
    """A dated parameter: its type, and for each index the codes that the list allows."""

    type: Type
    indices: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Portee:
    """`valeurs` are the inputs, the steps already typed and the reference date; `parametres` by formula name."""

    valeurs: Mapping[str, Type] = field(default_factory=dict)
    parametres: Mapping[str, ParametreConnu] = field(default_factory=dict)

    @property
    def noms(self) -> tuple[str, ...]:
        return (*self.valeurs, *self.parametres)
