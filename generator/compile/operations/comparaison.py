"""Comparisons. Bounds are law: « inférieure à » is `<`, « dans la limite de » is `<=`."""

import operator
from collections.abc import Callable, Sequence
from typing import Any

from generator.compile.noeud import Arbre, Noeud, faute
from generator.compile.operations.arithmetique import accorder
from generator.compile.operations.operation import P_COMPARE, Ecrire, Illustration, Operation, noeud
from generator.compile.types import TypeBooleen, TypeDate, TypeNombre, TypeTexte
from generator.compile.valeurs import Etat, Valeur
from generator.diagnostics import vouliez_vous_dire


class Comparaison(Operation):
    """Deux nombres de même unité ou deux dates : `taux < plafond`, `date_reference >= 2021-09-01`."""

    priorite = P_COMPARE

    def __init__(self, nom: str, signe: str, compare: Callable[[Any, Any], bool], exemple: Illustration) -> None:
        self.nom, self.signe, self.compare, self.exemple = nom, signe, compare, exemple

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        left, right = operandes
        if isinstance(left.type, TypeNombre) and isinstance(right.type, TypeNombre):
            agreed, _ = accorder(operandes)
            return noeud(self.nom, agreed, TypeBooleen())
        if isinstance(left.type, TypeDate) and isinstance(right.type, TypeDate):
            return noeud(self.nom, operandes, TypeBooleen())
        return self._autres(left, right)

    def _autres(self, left: Noeud, right: Noeud) -> Noeud:
        raise faute("type", f"on ne compare pas {left.type} et {right.type} avec « {self.nom} »", right)

    def calculer(self, a: Valeur, b: Valeur) -> Etat:  # type: ignore[override]
        return self.compare(a, b)

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"{ecrire(arbre[1])} {self.signe} {ecrire(arbre[2])}"


class Egalite(Comparaison):
    """Égalité ou différence, aussi entre un choix et l'un de ses codes : `siae = « ACI »`."""

    def _autres(self, left: Noeud, right: Noeud) -> Noeud:
        if isinstance(left.type, TypeTexte) and isinstance(right.type, TypeTexte):
            self._code_possible(left, right)
            self._code_possible(right, left)
            return noeud(self.nom, (left, right), TypeBooleen())
        if isinstance(left.type, TypeBooleen) and isinstance(right.type, TypeBooleen):
            return noeud(self.nom, (left, right), TypeBooleen())
        raise faute("type", f"on ne compare pas {left.type} et {right.type}", right)

    @staticmethod
    def _code_possible(choice: Noeud, literal: Noeud) -> None:
        """A literal must be one of the codes that the other side can take."""
        assert isinstance(choice.type, TypeTexte)
        if literal.arbre[0] == "texte" and literal.arbre[1] not in choice.type.codes:
            known = choice.type.codes
            help = vouliez_vous_dire(literal.arbre[1], known) or f"codes possibles : {', '.join(known)}"
            raise faute("code", f"« {literal.arbre[1]} » n'est jamais une valeur possible ici", literal, help)


COMPARAISONS = (
    Comparaison(
        "<",
        "<",
        operator.lt,
        Illustration("recettes / charges < seuil_exemple", {"recettes": "300", "charges": "1 000"}, "non"),
    ),
    Comparaison(
        "<=",
        "≤",
        operator.le,
        Illustration("recettes / charges <= seuil_exemple", {"recettes": "300", "charges": "1 000"}, "oui"),
    ),
    Comparaison(">", ">", operator.gt, Illustration("age > 55", {"age": "55"}, "non")),
    Comparaison(">=", "≥", operator.ge, Illustration("date_reference >= 2021-09-01", {}, "oui")),
    Egalite("=", "=", operator.eq, Illustration("siae = « ACI »", {"siae": "ACI"}, "oui")),
    Egalite("≠", "≠", operator.ne, Illustration("siae ≠ « ACI »", {"siae": "ACI"}, "non")),
)
