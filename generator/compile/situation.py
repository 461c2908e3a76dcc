"""One situation: a program, a day, some inputs. Values are computed once, when they are needed."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import lru_cache
from typing import Any

from generator.compile.affichage import afficher
from generator.compile.calendrier import date_longue
from generator.compile.noeud import Arbre
from generator.compile.operations import OPERATIONS
from generator.compile.portee import DATE_REFERENCE
from generator.compile.program import Program
from generator.compile.valeurs import Etat, Inconnu, Refus, SansObjet, Valeur, presente

RENVOI = re.compile(r"\{([^{}]*)\}")
fraction = lru_cache(maxsize=4096)(Fraction)


class Situation:
    """What operations ask for; `avertissements` gathers the warnings of the parameters that were read, in order."""

    def __init__(self, programme: Program, jour: date, entrees: Mapping[str, Valeur]) -> None:
        self.programme, self.jour, self.donnees = programme, jour, entrees
        self.questions = {entree["nom"]: entree for entree in programme.json["entrees"]}
        self.lignes = {etape["nom"]: etape for etape in programme.json["etapes"]}
        self.etats: dict[str, Etat] = {DATE_REFERENCE: jour}
        self.avertissements: dict[str, None] = {}

    def evaluer(self, arbre: Arbre) -> Etat:
        return OPERATIONS[arbre[0]].evaluer(arbre, self)

    def renvoi(self, nom: str) -> Etat:
        if nom not in self.etats:
            self.etats[nom] = self.evaluer(self.lignes[nom]["arbre"]) if nom in self.lignes else self._entree(nom)
        return self.etats[nom]

    def parametre(self, nom: str, cellule: tuple[str, ...]) -> Etat:
        found = self.periode(nom, cellule)
        if isinstance(found, Refus):
            return found
        parametre = self.programme.json["parametres"][nom]
        if found["rappel_apres"] and self.jour.isoformat() > found["rappel_apres"]:
            self.avertissements[_rappel(parametre, found)] = None
        return fraction(found["valeur"])

    def phrase(self, texte: str) -> str:
        """A sentence with `{nom}` replaced by what that value shows."""
        return RENVOI.sub(lambda match: self.affichage(match[1]), texte)

    def affichage(self, nom: str) -> str:
        """What an input or a step shows; a question not answered shows its name."""
        state = self.renvoi(nom)
        if presente(state):
            return afficher(state, self.programme.types[nom])
        if isinstance(state, Inconnu):
            return f"« {self.libelle(nom)} »"
        return "sans objet" if isinstance(state, SansObjet) else "erreur"

    def libelle(self, nom: str) -> str:
        """The short name of an input, the label of a step."""
        known = self.questions.get(nom) or self.lignes[nom]
        return str(known.get("court", known["libelle"]))

    def periode(self, nom: str, cellule: tuple[str, ...]) -> Mapping[str, Any] | Refus:
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


def _longue(day: str) -> str:
    return date_longue(date.fromisoformat(day))


def _motif(period: Mapping[str, Any]) -> str:
    """When and why a value is not known: a gap always has its reason."""
    start, reason = _longue(period["du"]), f" ({period['motif']})"
    return f"du {start} au {_longue(period['au'])}{reason}" if period["au"] else f"à compter du {start}{reason}"


def _rappel(parametre: Mapping[str, Any], period: Mapping[str, Any]) -> str:
    reason = f" ({period['motif']})" if period["motif"] else ""
    since, seen = _longue(period["du"]), _longue(parametre["verifie_le"])
    return f"{parametre['titre']} : dernier montant connu, en vigueur depuis le {since}, vérifié le {seen}{reason}"
