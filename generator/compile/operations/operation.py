"""What an operation is: how it is typed, what it computes, how it is written."""

from abc import ABC
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from generator.compile.noeud import Arbre, Noeud, faute
from generator.compile.types import Type, TypeBooleen, TypeDate, TypeNombre
from generator.compile.valeurs import Etat, Valeur, absence

Ecrire = Callable[[Arbre], str]

# Binding strength when a formula is written out: the operand of a stronger operation takes parentheses.
P_SI, P_OU, P_ET, P_NON, P_COMPARE, P_SOMME, P_TERME, P_SIGNE, P_ATOME = range(9)


class Contexte(Protocol):  # pragma: no cover: a protocol says, and runs nothing
    """What evaluation knows: other values, parameters at the reference date, and how to fill `{nom}` in a sentence."""

    def evaluer(self, arbre: Arbre) -> Etat: ...

    def renvoi(self, nom: str) -> Etat: ...

    def parametre(self, nom: str, cellule: tuple[str, ...]) -> Etat: ...

    def phrase(self, texte: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Illustration:
    """What the reference page of the language shows and runs: a formula (or the `cas` of a step, each `si`, `alors`,
    `parce_que`), the answers typed under the names that `generator.compile.essai` declares, the result displayed.
    """

    formule: str | tuple[tuple[str | None, str, str], ...]
    reponses: Mapping[str, str]
    donne: str


class Operation(ABC):
    """`nom` heads its tree in JSON. `arite` is (least, most) operands, None for no limit.

    The docstring of each operation is French: with `exemple`, it is its entry in the reference page of the language.
    """

    nom: str
    exemple: Illustration
    fonction: ClassVar[bool] = False
    arite: ClassVar[tuple[int, int | None]] = (2, 2)
    priorite: ClassVar[int] = P_ATOME

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        """The typed node. Raises FauteDeFormule on operands of the wrong type or unit."""
        raise NotImplementedError  # pragma: no cover: each operation that comes here has its own

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        """Strict by default: without all its operands an operation has no value."""
        operands = [contexte.evaluer(operand) for operand in arbre[1:]]
        missing = absence(operands)
        return missing if missing is not None else self.calculer(*operands)  # type: ignore[arg-type]

    def calculer(self, *valeurs: Valeur) -> Etat:
        """The value of known operands, whose types the compiler has checked."""
        raise NotImplementedError  # pragma: no cover: each operation that comes here has its own

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        """In words: `nom(a ; b)` unless the operation has its own sign."""
        return f"{arbre[0]}({' ; '.join(ecrire(operand) for operand in arbre[1:])})"


def exiger_nombre(noeud: Noeud) -> TypeNombre:
    """The number type of an operand. Raises FauteDeFormule."""
    if not isinstance(noeud.type, TypeNombre):
        raise faute("type", f"un nombre est attendu ici, pas {noeud.type}", noeud)
    return noeud.type


def exiger(noeud: Noeud, attendu: type[TypeBooleen] | type[TypeDate]) -> None:
    """Check that an operand is a date, or yes/no. Raises FauteDeFormule."""
    if not isinstance(noeud.type, attendu):
        agreed = "attendue" if attendu is TypeDate else "attendu"
        raise faute("type", f"{attendu()} est {agreed} ici, pas {noeud.type}", noeud)


def noeud(nom: str, operandes: Sequence[Noeud], type_: Type) -> Noeud:
    """The node of an operation over its operands."""
    tree: Arbre = [nom, *(operand.arbre for operand in operandes)]
    return Noeud(tree, type_, operandes[0].debut, operandes[-1].fin)
