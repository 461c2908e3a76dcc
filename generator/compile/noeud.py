"""A typed piece of a formula: its JSON tree, its type, and where it stands in the text."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from generator.compile.types import Type, TypeNombre
from generator.compile.unites import Unite

Arbre = list[Any]


@dataclass(frozen=True, slots=True)
class Noeud:
    """`debut` and `fin` are offsets in the text of the formula; `litteral` the value of a literal number."""

    arbre: Arbre
    type: Type
    debut: int = 0
    fin: int = 1
    litteral: Fraction | None = None


class FauteDeFormule(ValueError):
    """A contributor's mistake inside a formula; `code` is a key of `codes.PAR_NOM`."""

    def __init__(self, code: str, message: str, debut: int, fin: int, aide: str = "") -> None:
        super().__init__(message)
        self.code, self.message, self.debut, self.fin, self.aide = code, message, debut, max(fin, debut + 1), aide


def faute(code: str, message: str, noeud: Noeud, aide: str = "") -> FauteDeFormule:
    """The mistake, placed on a piece of the formula."""
    return FauteDeFormule(code, message, noeud.debut, noeud.fin, aide)


def convertir(noeud: Noeud, unite: Unite) -> Noeud:
    """The same quantity in another unit of the same dimension: `2 ans` as `24 mois`."""
    assert isinstance(noeud.type, TypeNombre)
    facteur = noeud.type.unite.facteur / unite.facteur
    tree = noeud.arbre if facteur == 1 else ["convertir", noeud.arbre, str(facteur)]
    return Noeud(tree, TypeNombre(unite), noeud.debut, noeud.fin)
