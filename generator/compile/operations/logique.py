"""Yes and no, with a third answer: not known yet."""

from collections.abc import Sequence
from fractions import Fraction
from typing import ClassVar

from generator.compile.noeud import Arbre, Noeud, convertir, faute
from generator.compile.operations.operation import (
    P_ET,
    P_NON,
    P_OU,
    P_SI,
    Contexte,
    Ecrire,
    Illustration,
    Operation,
    exiger,
    noeud,
)
from generator.compile.types import Type, TypeBooleen, TypeNombre, TypeTexte
from generator.compile.valeurs import Etat, Refus, SansObjet, absence


def meme_type(noeuds: Sequence[Noeud]) -> tuple[list[Noeud], Type]:
    """Branches brought to one type: one unit for numbers, all the codes for texts. Raises FauteDeFormule."""
    first = next(
        (noeud for noeud in noeuds if isinstance(noeud.type, TypeNombre) and noeud.type.unite.texte), noeuds[0]
    )
    for other in noeuds:
        if type(other.type) is not type(first.type):
            raise faute("type", f"ici {other.type}, ailleurs {first.type} : les branches doivent s'accorder", other)
    if isinstance(first.type, TypeTexte):
        labels: dict[str, str] = {}
        for other in noeuds:
            assert isinstance(other.type, TypeTexte)
            labels |= other.type.libelles
        return list(noeuds), TypeTexte(tuple(labels.items()))
    if not isinstance(first.type, TypeNombre):
        return list(noeuds), first.type
    unit = first.type.unite
    for other in noeuds:
        assert isinstance(other.type, TypeNombre)
        if not other.type.unite.compatible(unit):
            raise faute("unite", f"ici {other.type}, ailleurs {first.type} : les branches doivent s'accorder", other)
    return [convertir(other, unit) for other in noeuds], first.type


class Conjonction(Operation):
    """Les deux : `jeune et qpv`. Non dès que l'un est non, même si l'autre n'est pas connu."""

    nom = "et"
    priorite = P_ET
    decisif: ClassVar[bool] = False
    exemple = Illustration("jeune et qpv", {"jeune": "oui", "qpv": "oui"}, "oui")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        for operande in operandes:
            exiger(operande, TypeBooleen)
        return noeud(self.nom, operandes, TypeBooleen())

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        a, b = contexte.evaluer(arbre[1]), contexte.evaluer(arbre[2])
        if a is self.decisif or b is self.decisif:
            return self.decisif
        missing = absence((a, b))
        return missing if missing is not None else not self.decisif

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"{ecrire(arbre[1])} {self.nom} {ecrire(arbre[2])}"


class Disjonction(Conjonction):
    """L'un au moins : `rsa ou ass`. Oui dès que l'un est oui, même si l'autre n'est pas connu."""

    nom = "ou"
    priorite = P_OU
    decisif = True
    exemple = Illustration("rsa ou qpv", {"rsa": "oui", "qpv": ""}, "oui")


class Negation(Operation):
    """Le contraire : `non derogation`."""

    nom = "non"
    arite = (1, 1)
    priorite = P_NON
    exemple = Illustration("non derogation", {"derogation": "non"}, "oui")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        exiger(operandes[0], TypeBooleen)
        return noeud(self.nom, operandes, TypeBooleen())

    def calculer(self, a: bool) -> Etat:  # type: ignore[override]
        return not a

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"non ({ecrire(arbre[1])})"


class NombreVrais(Operation):
    """Le nombre de réponses « oui » : `nombre_vrais(jeune, qpv, parent_isole)`."""

    nom = "nombre_vrais"
    fonction = True
    arite = (1, None)
    exemple = Illustration("nombre_vrais(jeune, qpv, rsa)", {"jeune": "oui", "qpv": "oui", "rsa": "non"}, "2")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        for operande in operandes:
            exiger(operande, TypeBooleen)
        return noeud(self.nom, operandes, TypeNombre())

    def calculer(self, *valeurs: object) -> Etat:
        return Fraction(sum(value is True for value in valeurs))


class Si(Operation):
    """L'un ou l'autre : `si derogation alors 50 % sinon 30 %`. Seule la branche choisie est calculée."""

    nom = "si"
    arite = (3, 3)
    priorite = P_SI
    exemple = Illustration("si derogation alors 50 % sinon 30 %", {"derogation": "oui"}, "50 %")

    def typer(self, operandes: Sequence[Noeud]) -> Noeud:
        condition, *branches = operandes
        exiger(condition, TypeBooleen)
        if condition.arbre[0] == "booleen":
            raise faute("branche", "la condition est toujours la même : une des branches ne sert jamais", condition)
        agreed, type_ = meme_type(branches)
        return noeud(self.nom, (condition, *agreed), type_)

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        condition = contexte.evaluer(arbre[1])
        if not isinstance(condition, bool):
            return condition
        return contexte.evaluer(arbre[2] if condition else arbre[3])

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        return f"si {ecrire(arbre[1])} alors {ecrire(arbre[2])} sinon {ecrire(arbre[3])}"


class Selon(Operation):
    """La liste des `cas` d'une étape : le premier dont la condition est vraie l'emporte, le dernier vaut « sinon »."""

    nom = "cas"
    arite = (1, None)
    priorite = P_SI
    exemple = Illustration(
        (
            ("recettes < seuil_exemple * charges", "« conforme »", "La part des recettes est sous le seuil."),
            (None, "« non-conforme »", "La part des recettes atteint le seuil."),
        ),
        {"recettes": "300", "charges": "1 000"},
        "non conforme",
    )

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        *cases, (_, otherwise, _) = arbre[1:]
        for condition, result, _ in cases:
            met = contexte.evaluer(condition)
            if not isinstance(met, bool):
                return met
            if met:
                return self._issue(result, contexte)
        return self._issue(otherwise, contexte)

    @staticmethod
    def _issue(result: Arbre, contexte: Contexte) -> Etat:
        match result[0]:
            case "sans_objet":
                return SansObjet(contexte.phrase(result[1]))
            case "refus":
                return Refus(contexte.phrase(result[1]))
        return contexte.evaluer(result)

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:
        parts = []
        for condition, result, _ in arbre[1:]:
            outcome = f"{result[0].replace('_', ' ')} : {result[1]}" if result[0] in ISSUES else ecrire(result)
            parts.append(f"sinon {outcome}" if condition is None else f"si {ecrire(condition)} alors {outcome}")
        return " ; ".join(parts)


ISSUES = ("sans_objet", "refus")
