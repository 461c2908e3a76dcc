"""The trace is the product: each result and each step, in words, with its values, its reason and its sources."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from generator.compile.affichage import afficher_nombre
from generator.compile.noeud import Arbre
from generator.compile.operations.logique import ISSUES
from generator.compile.rediger import rediger
from generator.compile.situation import Situation
from generator.compile.types import libelles_des_codes
from generator.compile.valeurs import Absence, Etat, Inconnu, Refus, SansObjet, absence, exact, nom_de_l_etat, presente


class Trace:
    """Writes what a situation computed."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.codes = libelles_des_codes(situation.programme.types)

    def resultat(self, nom: str) -> dict[str, Any]:
        """One result as the contract of the calculators gives it."""
        state, step = self.situation.renvoi(nom), self.situation.lignes[nom]
        if not presente(state):
            return _absence(state)
        shown: dict[str, Any] = {"exact": exact(state), "affichage": self.situation.affichage(nom)}
        if step["type"] == "nombre":
            shown["unite"] = step["unite"]
        if step["type"] == "texte":
            shown |= {"code": state, "message": self._parce_que(step) or ""}
        return shown

    def ligne(self, step: Mapping[str, Any]) -> dict[str, Any]:
        """One line of the trace."""
        state = self.situation.renvoi(step["nom"])
        line: dict[str, Any] = {
            "id": step["nom"],
            "libelle": step["libelle"],
            "nature": step["nature"],
            "formule": step["formule"],
            "substitution": self._substitution(step["arbre"]),
        }
        if presente(state):
            line |= {"exact": exact(state), "affichage": self.situation.affichage(step["nom"])}
        else:
            line |= _absence(state)
        because = self._parce_que(step)
        if because:
            line["parce_que"] = because
        texts = [source["texte"] for source in step["sources"]] + self._sources_des_parametres(step["arbre"])
        line["sources"] = list(dict.fromkeys(texts))
        return line

    def _parce_que(self, step: Mapping[str, Any]) -> str | None:
        """The reason of the case that was taken."""
        if step["arbre"][0] != "cas":
            return None
        for condition, _, because in step["arbre"][1:]:
            met = True if condition is None else self.situation.evaluer(condition)
            if met is True:
                return self.situation.phrase(because) if because else None
            if met is not False:
                return None
        return None  # pragma: no cover: the last case has no condition, and holds

    def _substitution(self, arbre: Arbre) -> str:
        """The formula with its values; of a list of cases, those that were tried."""
        if arbre[0] != "cas":
            return rediger(arbre, self._nommer)
        tried = []
        for condition, result, _ in arbre[1:]:  # pragma: no branch: the last case has no condition, and ends it
            outcome = "" if result[0] in ("texte", *ISSUES) else f" → {rediger(result, self._nommer)}"
            if condition is None:
                tried.append(f"sinon{outcome}")
                break
            met = self.situation.evaluer(condition)
            answer = {True: "vrai", False: "faux"}[met] if isinstance(met, bool) else "inconnu"
            tried.append(f"{rediger(condition, self._nommer)} : {answer}{outcome if met is True else ''}")
            if met is not False:
                break
        return " ; ".join(tried)

    def _nommer(self, tree: Arbre) -> str:
        """What a formula starts from, with its value."""
        match tree[0]:
            case "ref":
                shown = self.situation.affichage(tree[1])
                # « non » alone says nothing: a yes/no answer is written with its question.
                answered = isinstance(self.situation.renvoi(tree[1]), bool)
                return f"{self.situation.libelle(tree[1])} ({shown})" if answered else shown
            case "texte":
                return f"« {self.codes.get(tree[1], tree[1])} »"
        return self._parametre(tree)

    def _parametre(self, tree: Arbre) -> str:
        """The value of a parameter, read without a warning: a branch that was not taken warns of nothing."""
        parametre = self.situation.programme.json["parametres"][tree[1]]
        indices = tuple(self.situation.evaluer(index) for index in tree[2:])
        missing = absence(indices)
        if missing is not None:
            return f"« {parametre['titre']} »" if isinstance(missing, Inconnu) else _mot(missing)
        found = self.situation.periode(tree[1], tuple(str(index) for index in indices))
        return (
            _mot(found) if isinstance(found, Refus) else afficher_nombre(Fraction(found["valeur"]), parametre["unite"])
        )

    def _sources_des_parametres(self, tree: object) -> list[str]:
        """The dated sources of the values that a step reads, even in the branches it did not take."""
        if not isinstance(tree, list) or not tree:
            return []
        if tree[0] != "parametre":
            return [text for item in tree for text in self._sources_des_parametres(item)]
        indices = tuple(self.situation.evaluer(index) for index in tree[2:])
        if not all(presente(index) for index in indices):
            return []
        found = self.situation.periode(tree[1], tuple(str(index) for index in indices))
        return [] if isinstance(found, Refus) else [source["texte"] for source in found["sources"]]


def _mot(missing: Absence) -> str:
    return "sans objet" if isinstance(missing, SansObjet) else "erreur"


def _absence(state: Etat) -> dict[str, Any]:
    shown: dict[str, Any] = {"etat": nom_de_l_etat(state)}
    if isinstance(state, Inconnu):
        return {**shown, "questions": list(state.questions)}
    if isinstance(state, SansObjet):
        return {**shown, "raison": state.raison}
    assert isinstance(state, Refus)
    return {**shown, "message": state.message}
