"""What a formula starts from: literals, other values, dated parameters."""

from datetime import date
from fractions import Fraction

from generator.compile.affichage import afficher, afficher_nombre
from generator.compile.noeud import Arbre
from generator.compile.operations.operation import Contexte, Ecrire, Illustration, Operation
from generator.compile.types import TypeDate
from generator.compile.valeurs import Etat, absence


class Constante(Operation):
    """Une valeur écrite en clair : `30 %`, `480 h`, `« conforme »`, `2021-09-01`, `vrai`."""

    arite = (0, 0)

    def __init__(self, nom: str, formule: str, donne: str) -> None:
        self.nom, self.exemple = nom, Illustration(formule, {}, donne)

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:  # noqa: ARG002
        match self.nom:
            case "nombre":
                return Fraction(arbre[1])
            case "date":
                return date.fromisoformat(arbre[1])
            case "booleen":
                return bool(arbre[1])
        return str(arbre[1])

    def ecrire(self, arbre: Arbre, ecrire: Ecrire) -> str:  # noqa: ARG002
        match self.nom:
            case "nombre":
                return afficher_nombre(Fraction(arbre[1]), arbre[2])
            case "date":
                return afficher(date.fromisoformat(arbre[1]), TypeDate())
        # A text is written by who knows its words: see `rediger`.
        return "oui" if arbre[1] else "non"


class Renvoi(Operation):
    """Le nom d'une entrée, d'une étape, ou `date_reference`, la date dont on applique le droit."""

    nom = "ref"
    arite = (0, 0)
    exemple = Illustration("recettes", {"recettes": "1 234,5"}, "1 234,50 €")

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        return contexte.renvoi(arbre[1])


class Parametrage(Operation):
    """Un paramètre daté, au besoin indexé : `smic_horaire`, `aide_au_poste_socle[territoire, siae]`."""

    nom = "parametre"
    arite = (0, None)
    exemple = Illustration("montant_exemple[siae]", {"siae": "AI"}, "1 500 €/ETP/an")

    def evaluer(self, arbre: Arbre, contexte: Contexte) -> Etat:
        indices = tuple(contexte.evaluer(index) for index in arbre[2:])
        missing = absence(indices)
        return missing if missing is not None else contexte.parametre(arbre[1], tuple(str(index) for index in indices))
