"""A formula evaluated on its own, with a few names at hand."""

from collections.abc import Mapping
from datetime import date

from generator.compile.formule import compiler_formule
from generator.compile.noeud import Arbre, Noeud
from generator.compile.operations import OPERATIONS
from generator.compile.portee import ParametreConnu, Portee
from generator.compile.types import TypeBooleen, TypeDate, TypeNombre, TypeTexte
from generator.compile.unites import lire_unite
from generator.compile.valeurs import Etat, Inconnu

SIAE = ("ACI", "AI")
PORTEE = Portee(
    {
        "recettes": TypeNombre(lire_unite("€")),
        "charges": TypeNombre(lire_unite("€")),
        "heures": TypeNombre(lire_unite("h")),
        "duree": TypeNombre(lire_unite("an")),
        "derogation": TypeBooleen(),
        "rsa": TypeBooleen(),
        "siae": TypeTexte(tuple((code, code) for code in SIAE)),
        "lieu": TypeTexte((("ici", "Ici"),)),
        "debut": TypeDate(),
        "date_reference": TypeDate(),
    },
    {
        "plafond": ParametreConnu(TypeNombre(lire_unite("%"))),
        "montant": ParametreConnu(TypeNombre(lire_unite("€/ETP/an")), (("siae", SIAE),)),
    },
)


def compiler(texte: str) -> Noeud:
    return compiler_formule(texte, PORTEE)


class Table:
    """A context whose values are given; the others are unknown."""

    def __init__(self, valeurs: Mapping[str, Etat]) -> None:
        self.valeurs = valeurs

    def evaluer(self, arbre: Arbre) -> Etat:
        return OPERATIONS[arbre[0]].evaluer(arbre, self)

    def renvoi(self, nom: str) -> Etat:
        return self.valeurs.get(nom, Inconnu((nom,)))

    def parametre(self, nom: str, cellule: tuple[str, ...]) -> Etat:
        return self.valeurs["/".join((nom, *cellule))]

    def phrase(self, texte: str) -> str:
        return texte


def calculer(texte: str, **valeurs: Etat) -> Etat:
    """The state of a formula for some values."""
    return Table(valeurs).evaluer(compiler(texte).arbre)


def jour(iso: str) -> date:
    return date.fromisoformat(iso)
