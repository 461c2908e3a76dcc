"""The words of one calculator: how its formulas and its reasons are written before anybody has answered."""

from collections.abc import Mapping

from generator.compile.etapes import RENVOI
from generator.compile.noeud import Arbre
from generator.compile.portee import DATE_REFERENCE
from generator.compile.rediger import clauses, rediger
from generator.compile.types import Type, libelles_des_codes
from generator.model import Calculateur
from generator.resolve import KnowledgeBase


class Redaction:
    """Names as the page says them."""

    def __init__(self, calculateur: Calculateur, base: KnowledgeBase, types: Mapping[str, Type]) -> None:
        self.libelles = {entree.nom: entree.court or entree.libelle for entree in calculateur.entrees}
        self.libelles |= {etape.nom: etape.libelle for etape in calculateur.etapes}
        self.libelles[DATE_REFERENCE] = "date de référence"
        self.parametres = base.parametres
        self.codes = libelles_des_codes(types)

    def formule(self, tree: Arbre) -> str:
        return rediger(tree, self.nommer)

    def clauses(self, tree: Arbre) -> tuple[str, ...]:
        """The formula in pieces that each fit a line: « a », « et b »."""
        return clauses(tree, self.nommer)

    def phrase(self, text: str) -> str:
        """`{nom}` in a reason is written as the name it stands for; braces in a label are those of the label."""
        return RENVOI.sub(lambda match: self.libelles.get(match[1], match[0]), text)

    def raison(self, text: str) -> str:
        """The same between quotation marks, as a situation in which nothing is answered writes it."""
        return RENVOI.sub(
            lambda match: f"« {self.libelles[match[1]]} »" if match[1] in self.libelles else match[0], text
        )

    def nommer(self, tree: Arbre) -> str:
        match tree[0]:
            case "ref":
                return self.libelles[tree[1]]
            case "texte":
                return f"« {self.codes.get(tree[1], tree[1])} »"
        # A parameter is named in formulas after its identifier.
        return self.parametres[tree[1].replace("_", "-")].titre
