"""A calculator as closed data: what the page carries and both evaluators read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.compile.types import Type
from generator.model import Calculateur


@dataclass(frozen=True, slots=True)
class Program:
    """`json` is the program of the page: numbers are `"num/den"`, dates ISO, trees arrays headed by an operation.

    `types` gives the type of every input and step, and of `date_reference`.
    """

    calculateur: Calculateur
    json: Mapping[str, Any]
    types: Mapping[str, Type] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.calculateur.id
