"""Numbers: sums, products, bounds and rounding. Always exact."""

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from generator.compile.noeud import Arbre, Noeud, convertir, faute
from generator.compile.operations.operation import (
    P_SIGNE,
    P_SOMME,
    P_TERME,
    Contexte,
    Ecrire,
    Illustration,
    Operation,
    exiger_nombre,
    noeud,
)
from generator.compile.types import TypeNombre
from generator.compile.unites import SANS_UNITE, Unite, produit
from generator.compile.valeurs import Etat, Refus, borne


def accorder(operandes: Sequence[Noeud]) -> tuple[list[Noeud], Unite]:
    """Operands in one unit, that of the first which has one. Raises FauteDeFormule when they cannot share it."""
    units = [exiger_nombre(operande).unite for operande in operandes]
    reference = next((unit for unit in units if unit.texte), SANS_UNITE)
    for operande, unit in zip(operandes, units, strict=True):
        if not unit.compatible(reference):
            other = unit.texte or "un nombre sans unité"
            help = f"ajoutez son unité : {reference.texte}" if operande.litteral is not None and not unit.texte else ""
            raise faute("unite", f"on ne peut pas mêler {reference.texte} et {other}", operande, help)
    return [convertir(operande, reference) for operande in operandes], reference


class Addition(Operation):
    """La somme de deux nombres de même unité : `recettes + subventions`."""

    nom = "+"
    signe: ClassVar[str] = "+"
    priorite = P_SOMME
    exemple = Illustration("recettes + subventions", {"recettes": "1 200", "subventions": "300,50"}, "1 500,50 €")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        agreed, unit = accorder(operandes)
        return noeud(self.nom, agreed, TypeNombre(unit))

    def calculer(self, a: Fraction, b: Fraction) -> Etat:  # type: ignore[override]
        return borne(a + b)

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"{ecrire(arbre[1])} {self.signe} {ecrire(arbre[2])}"


class Soustraction(Addition):
    """La différence de deux nombres de même unité : `recettes - achats`."""

    nom = "-"
    signe = "−"
    exemple = Illustration("recettes - charges", {"recettes": "1 000", "charges": "1 200"}, "−200 €")

    def calculer(self, a: Fraction, b: Fraction) -> Etat:  # type: ignore[override]
        return borne(a - b)


class Multiplication(Addition):
    """Le produit ; les unités se combinent : `etp * aide_au_poste_socle[siae]` est en €/an."""

    nom = "*"
    signe = "×"
    priorite = P_TERME
    sens: ClassVar[int] = 1
    exemple = Illustration("etp * montant_exemple[siae]", {"etp": "2,5", "siae": "ACI"}, "50 000 €/an")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        left, right = (exiger_nombre(operande).unite for operande in operandes)
        combined = produit(left, right, self.sens)
        node = noeud(self.nom, operandes, TypeNombre(combined))
        # Symbols that cancel may leave a factor behind: 24 mois / 1 an is 2, not 24.
        raw = Unite(combined.texte, left.facteur * right.facteur**self.sens, combined.exposants)
        return convertir(Noeud(node.arbre, TypeNombre(raw), node.debut, node.fin), combined)

    def calculer(self, a: Fraction, b: Fraction) -> Etat:  # type: ignore[override]
        return borne(a * b)


class Division(Multiplication):
    """Le quotient, exact : `recettes / charges`. Le quotient de deux montants est un taux."""

    nom = "/"
    signe = "/"
    sens = -1
    exemple = Illustration("recettes / charges", {"recettes": "1", "charges": "3"}, "0,33")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        if operandes[1].litteral == 0:
            raise faute("zero", "on ne divise pas par zéro", operandes[1])
        return super().typer(operandes)

    def calculer(self, a: Fraction, b: Fraction) -> Etat:  # type: ignore[override]
        return Refus("division par zéro") if b == 0 else borne(a / b)


class Oppose(Operation):
    """L'opposé : `-montant`."""

    nom = "neg"
    arite = (1, 1)
    priorite = P_SIGNE
    exemple = Illustration("-recettes", {"recettes": "500"}, "−500 €")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        return noeud(self.nom, operandes, exiger_nombre(operandes[0]))

    def calculer(self, a: Fraction) -> Etat:  # type: ignore[override]
        return -a

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"−{ecrire(arbre[1])}"


class Minimum(Operation):
    """Le plus petit de plusieurs nombres de même unité : `min(etp, 20 ETP)`."""

    nom = "min"
    fonction = True
    arite = (2, None)
    exemple = Illustration("min(etp, 20 ETP)", {"etp": "22"}, "20 ETP")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        agreed, unit = accorder(operandes)
        return noeud(self.nom, agreed, TypeNombre(unit))

    def calculer(self, *valeurs: Fraction) -> Etat:  # type: ignore[override]
        return min(valeurs)


class Maximum(Minimum):
    """Le plus grand de plusieurs nombres de même unité : `max(reste, 0 €)`."""

    nom = "max"
    exemple = Illustration("max(recettes - charges, 0 €)", {"recettes": "100", "charges": "250"}, "0 €")

    def calculer(self, *valeurs: Fraction) -> Etat:  # type: ignore[override]
        return max(valeurs)


class Arrondi(Operation):
    """L'arrondi à un pas, dans un sens : `arrondi(montant, 0,01 €, demi_superieur)`, `superieur` ou `inferieur`."""

    nom = "arrondi"
    fonction = True
    arite = (2, 3)
    SENS: ClassVar[tuple[str, ...]] = ("demi-superieur", "superieur", "inferieur")
    exemple = Illustration("arrondi(recettes / 8, 0,01 €, demi_superieur)", {"recettes": "1"}, "0,13 €")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        agreed, unit = accorder(operandes)
        if operandes[1].litteral is None or operandes[1].litteral <= 0:
            raise faute("type", "le pas d'un arrondi est un nombre positif écrit en clair, comme 0,01 €", operandes[1])
        return noeud(self.nom, agreed, TypeNombre(unit))

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        value, step = contexte.evaluer(arbre[1]), contexte.evaluer(arbre[2])
        if not isinstance(value, Fraction) or not isinstance(step, Fraction):
            return value if not isinstance(value, Fraction) else step
        quotient = value / step
        direction = arbre[3]
        if direction == "superieur":
            return borne(math.ceil(quotient) * step)
        if direction == "inferieur":
            return borne(math.floor(quotient) * step)
        whole = math.floor(abs(quotient) + Fraction(1, 2))
        return borne((whole if quotient >= 0 else -whole) * step)

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"arrondi({ecrire(arbre[1])} ; {ecrire(arbre[2])} ; {arbre[3]})"


class Conversion(Operation):
    """Le changement d'unité entre ans et mois, jours et semaines : il se fait seul, et ne s'écrit pas."""

    nom = "convertir"
    arite = (1, 1)
    exemple = Illustration("duree >= 24 mois", {"duree": "2"}, "oui")

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        value = contexte.evaluer(arbre[1])
        return borne(value * Fraction(arbre[2])) if isinstance(value, Fraction) else value

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return ecrire(arbre[1])
