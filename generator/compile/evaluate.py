"""What a program means: the reference evaluator. The browser's gives the same JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from generator.compile.program import Program
from generator.compile.situation import Situation
from generator.compile.trace import Trace
from generator.compile.valeurs import Etat, Inconnu, Refus, Valeur


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
        return refus(self.programme, self.etats)


def refus(programme: Program, etats: Mapping[str, Etat]) -> str | None:
    """Why the first refused result is refused, or None."""
    names = programme.calculateur.resultats
    return next((etat.message for name in names if isinstance(etat := etats[name], Refus)), None)


def etats(programme: Program, jour: date, entrees: Mapping[str, Valeur]) -> tuple[dict[str, Etat], tuple[str, ...]]:
    """The state of every step and the warnings, without the trace: all that a batch or a chart needs."""
    situation = Situation(programme, jour, entrees)
    states = {etape["nom"]: situation.renvoi(etape["nom"]) for etape in programme.json["etapes"]}
    avertir(situation)
    return states, tuple(situation.avertissements)


def avertir(situation: Situation) -> None:
    """Add the cautions of the calculator to those of the parameters that were read."""
    for item in situation.programme.json["avertissements"]:
        if situation.evaluer(item["arbre"]) is True:
            situation.avertissements[situation.phrase(item["message"])] = None


def evaluer(programme: Program, jour: date, entrees: Mapping[str, Valeur]) -> Evaluation:
    """Compute every step under the law of a day. `entrees` holds checked values in base form (30 % is 3/10)."""
    situation = Situation(programme, jour, entrees)
    trace = Trace(situation)
    steps = [trace.ligne(etape) for etape in programme.json["etapes"]]
    avertir(situation)
    results = programme.json["resultats"]
    content: dict[str, Any] = {
        "calculateur": programme.id,
        "date": jour.isoformat(),
        "resultats": {name: trace.resultat(name) for name in results},
    }
    states = [situation.renvoi(name) for name in results]
    asked = {name for state in states if isinstance(state, Inconnu) for name in state.questions}
    if asked:
        content["questions"] = [name for name in situation.questions if name in asked]
    content["avertissements"] = list(situation.avertissements)
    content["etapes"] = steps
    return Evaluation(programme, situation.etats, tuple(situation.avertissements), content)
