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

    def ecrire(operand: Arbre) -> str:
        text = rediger(operand, nommer)
        return f"({text})" if _parentheses(arbre, operand) else text

    return operation.ecrire(arbre, ecrire)


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
