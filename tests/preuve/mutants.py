"""Small wrong changes of our code, one at a time: a comparison turned, a sum made a difference, a condition left out.

Only what stands in the body of a function is changed: that is what can be put in place of a living function. Texts are
left alone (they are compared word for word elsewhere), and so are assertions, which tell mypy what is always true, and
the `strict=True` of a zip, which asserts that two lengths are one.
"""

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

RACINE = Path(__file__).parents[2]

COMPARAISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
CALCULS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
Fonction = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Mutant:
    """`fonction` is the full name of the outermost function, `premiere` its first line, `derniere` its last.

    `rang` tells apart those that read alike.
    """

    fichier: str
    fonction: str
    premiere: int
    derniere: int
    ligne: int
    mutation: str
    rang: int

    @property
    def nom(self) -> str:
        """What it is called in the list of equivalents: no line in it, so that the code above may move."""
        twin = f" ({self.rang + 1})" if self.rang else ""
        return f"{self.fichier} {self.fonction} : {self.mutation}{twin}"

    def __str__(self) -> str:
        return f"{self.fichier}:{self.ligne}: {self.fonction} : {self.mutation}"


@dataclass(frozen=True, slots=True)
class Changement:
    """In `noeud`, the field (or one item of its list) that becomes `nouveau`."""

    noeud: ast.AST
    champ: str
    rang: int | None
    nouveau: ast.AST

    def poser(self) -> None:
        if self.rang is None:
            setattr(self.noeud, self.champ, self.nouveau)
        else:
            getattr(self.noeud, self.champ)[self.rang] = self.nouveau

    def libelle(self) -> str:
        field = getattr(self.noeud, self.champ)
        old = field if self.rang is None else field[self.rang]
        # An operator or a small part says nothing by itself; a condition, a statement does.
        if isinstance(old, ast.expr | ast.stmt) and not isinstance(self.noeud, ast.expr | ast.comprehension):
            return f"{_court(old)} → {_court(self.nouveau)}"
        before = _court(self.noeud)
        self.poser()
        after = _court(self.noeud)
        Changement(self.noeud, self.champ, self.rang, old).poser()
        return f"{before} → {after}"


def mutants(fichier: str) -> Iterator[Mutant]:
    """Every mutant of a file, by its path from the root, in the order of the file."""
    seen: dict[tuple[str, str], int] = {}
    for name, function, change in _changements(ast.parse((RACINE / fichier).read_text(encoding="utf-8"))):
        label = change.libelle()
        rank = seen[name, label] = seen.get((name, label), -1) + 1
        line = getattr(change.noeud, "lineno", function.lineno)
        yield Mutant(fichier, name, _premiere(function), function.end_lineno or line, line, label, rank)


def code(mutant: Mutant) -> CodeType:
    """What the outermost function becomes."""
    tree = ast.parse((RACINE / mutant.fichier).read_text(encoding="utf-8"))
    twins = 0
    for name, _, change in _changements(tree):
        if name != mutant.fonction or change.libelle() != mutant.mutation:
            continue
        if twins == mutant.rang:
            change.poser()
            break
        twins += 1
    else:
        raise LookupError(str(mutant))
    with warnings.catch_warnings():
        # A condition made constant, a literal compared by identity: that is the point.
        warnings.simplefilter("ignore")
        module = compile(ast.fix_missing_locations(tree), str(RACINE / mutant.fichier), "exec")
    return next(
        found
        for found in _codes(module)
        if (found.co_qualname, found.co_firstlineno) == (mutant.fonction, mutant.premiere)
    )


def _codes(code: CodeType) -> Iterator[CodeType]:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield constant
            yield from _codes(constant)


def _premiere(function: Fonction) -> int:
    """The line on which Python says that a function begins: that of its first decorator."""
    return min([function.lineno, *(decorator.lineno for decorator in function.decorator_list)])


def _changements(tree: ast.Module) -> Iterator[tuple[str, Fonction, Changement]]:
    for name, function in _fonctions(tree, ""):
        for statement in function.body:
            for node in _noeuds(statement):
                for change in _de(node):
                    yield name, function, change
        for rank, statement in enumerate(function.body):
            if _se_retire(statement):
                yield name, function, Changement(function, "body", rank, ast.Pass())


def _fonctions(node: ast.AST, prefix: str) -> Iterator[tuple[str, Fonction]]:
    """The outermost functions: those of the module and of its classes."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Fonction):
            yield f"{prefix}{child.name}", child
        elif isinstance(child, ast.ClassDef):
            yield from _fonctions(child, f"{prefix}{child.name}.")


def _noeuds(node: ast.AST) -> Iterator[ast.AST]:
    """What a statement holds, without what does nothing or is no matter of ours: annotations, assertions."""
    if isinstance(node, ast.Assert) or (isinstance(node, ast.keyword) and node.arg == "strict"):
        return
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _noeuds(child)


def _de(node: ast.AST) -> Iterator[Changement]:
    """What can be changed in one node."""
    match node:
        case ast.Compare():
            for rank, sign in enumerate(node.ops):
                yield Changement(node, "ops", rank, COMPARAISONS[type(sign)]())
        case ast.BinOp() if type(node.op) in CALCULS and not _est_un_texte(node):
            yield Changement(node, "op", None, CALCULS[type(node.op)]())
        case ast.AugAssign() if type(node.op) in CALCULS and not _est_un_texte(node.value):
            yield Changement(node, "op", None, CALCULS[type(node.op)]())
        case ast.BoolOp():
            yield Changement(node, "op", None, ast.Or() if isinstance(node.op, ast.And) else ast.And())
        case ast.If() | ast.IfExp():
            for value in (True, False):
                yield Changement(node, "test", None, ast.Constant(value))
        case ast.While():
            yield Changement(node, "test", None, ast.Constant(False))
        case ast.comprehension():
            for rank, _ in enumerate(node.ifs):
                yield Changement(node, "ifs", rank, ast.Constant(True))
        case ast.Return() if node.value is not None and not _ne_vaut_rien(node.value):
            yield Changement(node, "value", None, ast.Constant(None))
    for field, value in ast.iter_fields(node):
        for rank, child in enumerate(value if isinstance(value, list) else [value]):
            place = rank if isinstance(value, list) else None
            if isinstance(child, ast.UnaryOp) and isinstance(child.op, ast.Not | ast.USub):
                yield Changement(node, field, place, child.operand)
            elif isinstance(child, ast.Constant) and isinstance(child.value, int):
                other = not child.value if isinstance(child.value, bool) else child.value + 1
                yield Changement(node, field, place, ast.Constant(other))
            elif field in ("body", "orelse", "finalbody") and _se_retire(child):
                yield Changement(node, field, place, ast.Pass())


def _se_retire(statement: object) -> bool:
    """True for a statement that is there for what it does: a call, a yield. A docstring does nothing."""
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call | ast.Yield | ast.YieldFrom)


def _est_un_texte(node: ast.AST) -> bool:
    """True for what is glued together or formatted: turned, it fails whatever the values."""
    return any(
        isinstance(child, ast.JoinedStr) or (isinstance(child, ast.Constant) and isinstance(child.value, str))
        for child in (getattr(node, "left", node), getattr(node, "right", node))
    )


def _ne_vaut_rien(node: ast.AST) -> bool:
    """True for None, and for False, which is no more: its own mutant is True."""
    return isinstance(node, ast.Constant) and (node.value is None or node.value is False)


def _court(node: ast.AST) -> str:
    if not isinstance(node, ast.expr | ast.stmt | ast.comprehension):
        return type(node).__name__
    text = " ".join(ast.unparse(node).split())
    return text if len(text) <= 90 else f"{text[:60]} … {text[-27:]}"
