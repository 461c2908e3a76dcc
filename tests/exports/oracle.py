"""publicodes itself as an oracle: what it answers to our rules, and why it differs where it does."""

import json
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from generator.compile import Program, evaluer
from generator.compile.situation import Situation
from generator.compile.valeurs import Etat, Inconnu, Valeur, presente
from generator.render.exports import exporter_publicodes
from generator.render.exports.publicodes import situation_publicodes
from generator.resolve import KnowledgeBase

DOSSIER = Path(__file__).parent / "publicodes"
INDEFINI = "indéfini"
TOLERANCE = 1e-9
COMPARAISONS = ("<", "<=", ">", ">=", "=", "≠")


@dataclass(frozen=True, slots=True)
class Question:
    """One situation of one calculator, under the law of a day."""

    base: KnowledgeBase
    program: Program
    jour: date
    valeurs: Mapping[str, Valeur]


@dataclass(frozen=True, slots=True)
class Reponse:
    """What both say of one step; `eux` is a value, None (non applicable), « indéfini », or an error."""

    question: Question
    nom: str
    nous: Etat
    eux: Any

    @property
    def classe(self) -> str | None:
        """The first class whose predicate holds; None when nothing explains the difference."""
        return next((name for name, holds in CLASSES.items() if holds(self)), None)


def interroger(questions: Sequence[Question]) -> Iterator[Reponse]:
    """Ask publicodes, once for all the questions. Raises RuntimeError when Node or the package is missing."""
    if not (DOSSIER / "node_modules" / "publicodes").is_dir():
        raise RuntimeError("publicodes n'est pas installé : lancez « make publicodes »")
    asked = []
    for question in questions:
        made = exporter_publicodes(question.base, question.program, question.jour)
        names = [etape["nom"] for etape in question.program.json["etapes"] if etape["nom"] in made.regles]
        given = situation_publicodes(question.valeurs)
        asked.append({"texte": made.texte, "cas": [{"situation": given, "noms": names}]})
    ran = subprocess.run(
        ["node", str(DOSSIER / "evaluer.mjs")], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    if ran.returncode:
        raise RuntimeError(f"publicodes s'est arrêté : {ran.stderr}")
    for question, ((answers,), sent) in zip(questions, zip(json.loads(ran.stdout), asked, strict=True), strict=True):
        states = evaluer(question.program, question.jour, question.valeurs).etats
        for name in sent["cas"][0]["noms"]:
            answer = answers.get(name, answers)
            theirs = answer.get("valeur", f"erreur : {answer}")
            yield Reponse(question, name, states[name], theirs)


def _meme_valeur(reponse: Reponse) -> bool:
    """The same value, to the last digit of a floating-point number."""
    ours, theirs = reponse.nous, reponse.eux
    match ours:
        case bool():
            return theirs is ours
        case Fraction():
            return isinstance(theirs, int | float) and not isinstance(theirs, bool) and float(ours) == theirs
        case date():
            return bool(theirs == f"{ours:%d/%m/%Y}")
    return presente(ours) and bool(theirs == ours)


def _meme_absence(reponse: Reponse) -> bool:
    """Not known yet on both sides; or sans objet, or refused, and non applicable."""
    if presente(reponse.nous):
        return False
    return bool(reponse.eux == INDEFINI) if isinstance(reponse.nous, Inconnu) else reponse.eux is None


def _bruit(reponse: Reponse) -> bool:
    """A number that floating point cannot hold: within a billionth of ours, relatively."""
    if not isinstance(reponse.nous, Fraction) or not isinstance(reponse.eux, int | float):
        return False
    exact = float(reponse.nous)
    return abs(reponse.eux - exact) <= TOLERANCE * max(1.0, abs(exact))


def _zero_fois_inconnu(reponse: Reponse) -> bool:
    """For publicodes zero times an unknown is zero; here an unknown answer stays unknown."""
    return isinstance(reponse.nous, Inconnu) and reponse.eux == 0 and not isinstance(reponse.eux, bool)


def _seuil_exact(reponse: Reponse) -> bool:
    """A yes/no or a code that rests on a comparison whose two sides are exactly equal."""
    if not isinstance(reponse.nous, bool | str):
        return False
    situation, trees = _arbres(reponse)
    for tree in trees:
        if tree[0] in COMPARAISONS:
            left, right = situation.evaluer(tree[1]), situation.evaluer(tree[2])
            if isinstance(left, Fraction) and left == right:
                return True
    return False


def _demi_pas(reponse: Reponse) -> bool:
    """A number rounded from exactly half a step, and one step away from ours at most."""
    if not isinstance(reponse.nous, Fraction) or not isinstance(reponse.eux, int | float):
        return False
    situation, trees = _arbres(reponse)
    for tree in trees:
        if tree[0] == "arrondi":
            value, step = situation.evaluer(tree[1]), situation.evaluer(tree[2])
            if isinstance(value, Fraction) and isinstance(step, Fraction) and (2 * value / step) % 2 == 1:
                return abs(float(reponse.nous) - reponse.eux) <= float(step) * (1 + TOLERANCE)
    return False


CLASSES: Mapping[str, Callable[[Reponse], bool]] = {
    "même valeur": _meme_valeur,
    "même absence": _meme_absence,
    "bruit de la virgule flottante": _bruit,
    "demi-pas d'arrondi exact": _demi_pas,
    "rapport exactement au seuil": _seuil_exact,
    "zéro fois inconnu": _zero_fois_inconnu,
}
ACCORDS = ("même valeur", "même absence", "bruit de la virgule flottante")


def _arbres(reponse: Reponse) -> tuple[Situation, list[Any]]:
    """Every tree that the value of a step may rest on."""
    question = reponse.question
    steps = {etape["nom"]: etape["arbre"] for etape in question.program.json["etapes"]}
    found: list[Any] = []
    seen: set[str] = set()

    def visiter(node: Any) -> None:
        if not isinstance(node, list):
            return
        found.append(node) if node and isinstance(node[0], str) else None
        if node[:1] == ["ref"] and node[1] in steps and node[1] not in seen:
            seen.add(node[1])
            visiter(steps[node[1]])
        for item in node[1:] if node and isinstance(node[0], str) else node:
            visiter(item)

    visiter(steps[reponse.nom])
    return Situation(question.program, question.jour, question.valeurs), found
