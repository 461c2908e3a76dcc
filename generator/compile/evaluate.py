"""What a program means: the reference evaluator. The browser's gives the same JSON."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from generator.compile.affichage import afficher, afficher_nombre
from generator.compile.calendrier import date_longue
from generator.compile.noeud import Arbre
from generator.compile.operations import OPERATIONS
from generator.compile.operations.logique import ISSUES
from generator.compile.portee import DATE_REFERENCE
from generator.compile.program import Program
from generator.compile.rediger import rediger
from generator.compile.types import libelles_des_codes
from generator.compile.valeurs import Etat, Inconnu, Refus, SansObjet, Valeur, exact, presente

RENVOI = re.compile(r"\{([^{}]*)\}")
fraction = lru_cache(maxsize=4096)(Fraction)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The states of the steps, and the JSON that the command line, the API and the page show."""

    programme: Program
    etats: Mapping[str, Etat]
    avertissements: tuple[str, ...]
    contenu: Mapping[str, Any]

    def json(self) -> dict[str, Any]:
        """Results, warnings and trace (see the contract of the calculators)."""
        return dict(self.contenu)

    @property
    def refus(self) -> str | None:
        """Why the first refused result is refused, or None."""
        names = self.programme.calculateur.resultats
        return next((etat.message for name in names if isinstance(etat := self.etats[name], Refus)), None)


def evaluer(programme: Program, jour: date, entrees: Mapping[str, Valeur]) -> Evaluation:
    """Compute every step under the law of a day. `entrees` holds checked values in base form (30 % is 3/10)."""
    return _Evaluateur(programme, jour, entrees).evaluation()


class _Evaluateur:
    """One situation. Values are computed once, when they are needed."""

    def __init__(self, programme: Program, jour: date, entrees: Mapping[str, Valeur]) -> None:
        self.programme, self.jour, self.donnees = programme, jour, entrees
        self.questions = {entree["nom"]: entree for entree in programme.json["entrees"]}
        self.lignes = {etape["nom"]: etape for etape in programme.json["etapes"]}
        self.etats: dict[str, Etat] = {DATE_REFERENCE: jour}
        self.avertissements: dict[str, None] = {}

    def evaluation(self) -> Evaluation:
        steps = [self._ligne(etape) for etape in self.programme.json["etapes"]]
        for item in self.programme.json["avertissements"]:
            if self.evaluer(item["arbre"]) is True:
                self.avertissements[self.phrase(item["message"])] = None
        content: dict[str, Any] = {
            "calculateur": self.programme.id,
            "date": self.jour.isoformat(),
            "resultats": {name: self._resultat(name) for name in self.programme.json["resultats"]},
        }
        asked = {
            name
            for result in self.programme.json["resultats"]
            if isinstance(state := self.etats[result], Inconnu)
            for name in state.questions
        }
        if asked:
            content["questions"] = [name for name in self.questions if name in asked]
        content["avertissements"] = list(self.avertissements)
        content["etapes"] = steps
        return Evaluation(self.programme, self.etats, tuple(self.avertissements), content)

    # What operations ask for.

    def evaluer(self, arbre: Arbre) -> Etat:
        return OPERATIONS[arbre[0]].evaluer(arbre, self)

    def renvoi(self, nom: str) -> Etat:
        if nom not in self.etats:
            self.etats[nom] = self.evaluer(self.lignes[nom]["arbre"]) if nom in self.lignes else self._entree(nom)
        return self.etats[nom]

    def parametre(self, nom: str, cellule: tuple[str, ...]) -> Etat:
        found = self._periode(nom, cellule)
        if isinstance(found, Refus):
            return found
        parametre = self.programme.json["parametres"][nom]
        if found["rappel_apres"] and self.jour.isoformat() > found["rappel_apres"]:
            self.avertissements[_rappel(parametre, found)] = None
        return fraction(found["valeur"])

    def phrase(self, texte: str) -> str:
        """A sentence with `{nom}` replaced by what that value shows."""
        return RENVOI.sub(lambda match: self._affichage(match[1]), texte)

    def _periode(self, nom: str, cellule: tuple[str, ...]) -> Mapping[str, Any] | Refus:
        """The period of a cell that covers the day, or why there is none."""
        parametre = self.programme.json["parametres"][nom]
        title, day = parametre["titre"], self.jour.isoformat()
        periods = parametre["cellules"].get("/".join(cellule))
        if periods is None:
            return Refus(f"{title} : aucune valeur pour {' / '.join(cellule)}")
        if day < periods[0]["du"]:
            return Refus(f"{title} : inconnu avant le {_longue(periods[0]['du'])}")
        for period in periods:
            if period["du"] <= day and (period["au"] is None or day <= period["au"]):
                return period if period["valeur"] is not None else Refus(f"{title} : inconnu {_motif(period)}")
        return Refus(f"{title} : inconnu au {_longue(day)}")

    def _entree(self, nom: str) -> Etat:
        """An input: not asked when its condition is false; then what was given, else its default, else the question."""
        question = self.questions[nom]
        if question["si"] is not None:
            asked = self.evaluer(question["si"])
            if not isinstance(asked, bool):
                return asked
            if not asked:
                return SansObjet("question sans objet")
        if nom in self.donnees:
            return self.donnees[nom]
        default = question["defaut"]
        if default is None:
            return Inconnu((nom,))
        match question["type"]:
            case "nombre":
                return fraction(default)
            case "date":
                return date.fromisoformat(default)
        return default  # type: ignore[no-any-return]

    # What the page shows.

    def _resultat(self, nom: str) -> dict[str, Any]:
        state, step = self.etats[nom], self.lignes[nom]
        match state:
            case Inconnu(questions=questions):
                return {"etat": "inconnu", "questions": list(questions)}
            case SansObjet(raison=raison):
                return {"etat": "sans-objet", "raison": raison}
            case Refus(message=message):
                return {"etat": "erreur", "message": message}
        shown: dict[str, Any] = {"exact": exact(state), "affichage": self._affichage(nom)}
        if step["type"] == "nombre":
            shown["unite"] = step["unite"]
        if step["type"] == "texte":
            shown |= {"code": state, "message": self._parce_que(step) or ""}
        return shown

    def _ligne(self, step: Mapping[str, Any]) -> dict[str, Any]:
        """One line of the trace."""
        state = self.renvoi(step["nom"])
        line: dict[str, Any] = {
            "id": step["nom"],
            "libelle": step["libelle"],
            "nature": step["nature"],
            "formule": step["formule"],
            "substitution": self._substitution(step["arbre"]),
        }
        match state:
            case Inconnu(questions=questions):
                line |= {"etat": "inconnu", "questions": list(questions)}
            case SansObjet(raison=raison):
                line |= {"etat": "sans-objet", "raison": raison}
            case Refus(message=message):
                line |= {"etat": "erreur", "message": message}
            case _:
                line |= {"exact": exact(state), "affichage": self._affichage(step["nom"])}
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
            met = True if condition is None else self.evaluer(condition)
            if met is True:
                return self.phrase(because) if because else None
            if met is not False:
                return None
        return None

    def _affichage(self, nom: str) -> str:
        state = self.renvoi(nom)
        if presente(state):
            return afficher(state, self.programme.types[nom])
        if isinstance(state, Inconnu):
            return f"« {self._libelle(nom)} »"
        return "sans objet" if isinstance(state, SansObjet) else "erreur"

    def _libelle(self, nom: str) -> str:
        known = self.questions.get(nom) or self.lignes.get(nom)
        return str(known.get("court", known["libelle"])) if known else nom

    def _substitution(self, arbre: Arbre) -> str:
        if arbre[0] != "cas":
            return rediger(arbre, self._nommer)
        tried = []
        for condition, result, _ in arbre[1:]:
            outcome = "" if result[0] in ("texte", *ISSUES) else f" → {rediger(result, self._nommer)}"
            if condition is None:
                tried.append(f"sinon{outcome}")
                break
            met = self.evaluer(condition)
            answer = {True: "vrai", False: "faux"}.get(met, "inconnu") if isinstance(met, bool) else "inconnu"
            tried.append(f"{rediger(condition, self._nommer)} : {answer}{outcome if met is True else ''}")
            if met is not False:
                break
        return " ; ".join(tried)

    def _nommer(self, tree: Arbre) -> str:
        """What a formula starts from, with its value."""
        match tree[0]:
            case "ref":
                shown = self._affichage(tree[1])
                # « non » alone says nothing: a yes/no answer is written with its question.
                return f"{self._libelle(tree[1])} ({shown})" if isinstance(self.renvoi(tree[1]), bool) else shown
            case "texte":
                return f"« {self._code(tree[1])} »"
        value = self.evaluer(tree)
        parametre = self.programme.json["parametres"][tree[1]]
        if isinstance(value, Fraction):
            return afficher_nombre(value, parametre["unite"])
        if isinstance(value, Inconnu):
            return f"« {parametre['titre']} »"
        return "sans objet" if isinstance(value, SansObjet) else "erreur"

    def _code(self, code: str) -> str:
        return libelles_des_codes(self.programme.types).get(code, code)

    def _sources_des_parametres(self, tree: object) -> list[str]:
        """The dated sources of the values that a step reads, even in the branches it did not take."""
        if not isinstance(tree, list) or not tree:
            return []
        if tree[0] != "parametre":
            return [text for item in tree for text in self._sources_des_parametres(item)]
        indices = tuple(self.evaluer(index) for index in tree[2:])
        if not all(presente(index) for index in indices):
            return []
        found = self._periode(tree[1], tuple(str(index) for index in indices))
        return [] if isinstance(found, Refus) else [source["texte"] for source in found["sources"]]


def _longue(day: str) -> str:
    return date_longue(date.fromisoformat(day))


def _motif(period: Mapping[str, Any]) -> str:
    start, reason = _longue(period["du"]), f" ({period['motif']})" if period["motif"] else ""
    return f"du {start} au {_longue(period['au'])}{reason}" if period["au"] else f"à compter du {start}{reason}"


def _rappel(parametre: Mapping[str, Any], period: Mapping[str, Any]) -> str:
    reason = f" ({period['motif']})" if period["motif"] else ""
    since, seen = _longue(period["du"]), _longue(parametre["verifie_le"])
    return f"{parametre['titre']} : dernier montant connu, en vigueur depuis le {since}, vérifié le {seen}{reason}"
