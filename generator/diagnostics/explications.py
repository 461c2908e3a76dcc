"""What explains each code: the fault, why it matters, the remedy, and the same lines written wrong, then right.

`explications.json` is made by `tests/exemples_des_codes.py` from the codes of all the stages and from the faulty
examples of the tests: what explains a code is known without the stage that finds it.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from generator.diagnostics.code import Code
from generator.diagnostics.diagnostic import Severity

FICHIER = "explications.json"
# Where the site explains the codes, from its root.
PAGES = "contribuer/codes/"
# What each stage looks at, in the order of the hundreds of the codes.
ETAGES = (
    "La lecture des fichiers",
    "Les champs de chaque fichier",
    "Les liens entre fichiers et les dates",
    "Les formules et les unités",
    "Les textes et les graphiques",
    "Les promesses sur l'ensemble",
)


@dataclass(frozen=True, slots=True)
class Constat:
    """What is found on a line: `colonne` counts from 1, `longueur` is what the carets underline."""

    ligne: int
    colonne: int
    longueur: int
    message: str
    aide: str = ""


@dataclass(frozen=True, slots=True)
class Extrait:
    """Some lines of a file by their numbers, those between them left out.

    `dit` tells in a sentence what lines cannot show: a file too big, a link of the file system; it then stands alone.
    """

    fichier: str = ""
    lignes: Mapping[int, str] = field(default_factory=dict)
    constats: tuple[Constat, ...] = ()
    dit: str = ""


@dataclass(frozen=True, slots=True)
class Exemple:
    """The same thing written wrong, then right."""

    faux: tuple[Extrait, ...]
    juste: tuple[Extrait, ...]


@dataclass(frozen=True, slots=True)
class Explication:
    """A code, explained; `exemples` holds at least one."""

    code: str
    severite: Severity
    faute: str
    pourquoi: str
    remede: str
    exemples: tuple[Exemple, ...]

    @classmethod
    def du_code(cls, code: Code, exemples: tuple[Exemple, ...]) -> "Explication":
        return cls(code.code, code.severity, code.faute, code.pourquoi, code.remede, exemples)

    @property
    def etage(self) -> str:
        return ETAGES[int(self.code[3])]

    @property
    def page(self) -> str:
        """Its page, from the root of the site."""
        return adresse_du_code(self.code)

    def json(self) -> dict[str, Any]:
        """As it is kept, and given to a program."""
        return asdict(self)


def adresse_du_code(code: str) -> str:
    """The page of a code, from the root of the site."""
    return f"{PAGES}{code}/"


@cache
def explications() -> Mapping[str, Explication]:
    """Every code by its name, in order."""
    rows = json.loads(files("generator.diagnostics").joinpath(FICHIER).read_text(encoding="utf-8"))
    return MappingProxyType({row["code"]: _explication(row) for row in rows})


def _explication(row: Mapping[str, Any]) -> Explication:
    examples = tuple(
        Exemple(tuple(map(_extrait, found["faux"])), tuple(map(_extrait, found["juste"]))) for found in row["exemples"]
    )
    return Explication(**{**row, "severite": Severity(row["severite"]), "exemples": examples})


def _extrait(row: Mapping[str, Any]) -> Extrait:
    lines = {int(number): text for number, text in row["lignes"].items()}
    return Extrait(row["fichier"], lines, tuple(Constat(**found) for found in row["constats"]), row["dit"])
