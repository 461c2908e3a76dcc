"""A tree written out again: in words for the page, with values for the trace."""

from collections.abc import Callable

from generator.compile.noeud import Arbre
from generator.compile.operations import OPERATIONS

# Signs whose right operand needs parentheses at equal strength: a - (b + c), a / (b * c).
A_DROITE = frozenset({"-", "/", "<", "<=", ">", ">=", "=", "≠"})


def rediger(arbre: Arbre, nommer: Callable[[Arbre], str]) -> str:
    """`nommer` writes what the tree starts from: references and parameters; the rest is written by the operations."""
    operation = OPERATIONS[arbre[0]]
    if operation.nom in ("ref", "parametre", "texte"):
        return nommer(arbre)
    return operation.ecrire(arbre, lambda operand: _operande(arbre, operand, nommer))


def clauses(arbre: Arbre, nommer: Callable[[Arbre], str]) -> tuple[str, ...]:
    """`rediger` in pieces, cut before each `et` of a conjunction, or before each `ou` of a disjunction."""
    if arbre[0] not in ("et", "ou"):
        return (rediger(arbre, nommer),)
    _, left, right = arbre
    before = clauses(left, nommer) if left[0] == arbre[0] else (_operande(arbre, left, nommer),)
    return (*before, f"{arbre[0]} {_operande(arbre, right, nommer)}")


def _operande(parent: Arbre, operand: Arbre, nommer: Callable[[Arbre], str]) -> str:
    text = rediger(operand, nommer)
    return f"({text})" if _parentheses(parent, operand) else text


def _parentheses(parent: Arbre, operand: Arbre) -> bool:
    while operand[0] == "convertir":
        operand = operand[1]
    if OPERATIONS[parent[0]].fonction or parent[0] in ("convertir", "non", "si", "cas"):
        return False
    outer, inner = OPERATIONS[parent[0]].priorite, OPERATIONS[operand[0]].priorite
    right = len(parent) > 2 and operand is _nu(parent[2])
    return inner < outer or (right and inner == outer and parent[0] in A_DROITE)


def _nu(tree: Arbre) -> Arbre:
    """Without the invisible unit conversions around it."""
    while tree[0] == "convertir":
        tree = tree[1]
    return tree
