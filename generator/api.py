"""The calculators from Python.

    from generator.api import Memento

    memento = Memento.lire(".")
    reponse = memento.calculer("aide-au-poste", "2024-06-01", siae="ACI", etp=10, taux_modulation="5 %")
    reponse["resultats"]["total"]["exact"]        # "246309": a reduced fraction, in the unit of the result

Answers are given as one types them in the form: a text (« 1 234,5 », « 5 % », « oui »), or an int, a Decimal, a bool, a
date; a number for a `%` is in hundredths. A float is refused: it is not the number one wrote.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from generator.compile import Program, Refusee, evaluer, lire_situation
from generator.compile.saisie import lire_date
from generator.diagnostics import vouliez_vous_dire
from generator.pipeline import compile_rules

__all__ = ["CalculateurInconnu", "Memento", "MementoFautif", "Refusee"]

Reponse = str | int | Decimal | bool | date


class MementoFautif(ValueError):
    """The folder holds errors: its report is the message, a line a diagnostic."""


class CalculateurInconnu(LookupError):
    """No calculator has that name."""


@dataclass(frozen=True, slots=True)
class Memento:
    """The calculators of a mémento, by identifier."""

    programmes: Mapping[str, Program]

    @classmethod
    def lire(cls, racine: str | Path) -> "Memento":
        """Read the folder that holds `rules/` and `content/`. Raises MementoFautif."""
        built = compile_rules(Path(racine))
        if built.failed:
            raise MementoFautif("\n".join(f"{item.location}: {item.code} {item.message}" for item in built.report))
        return cls({program.id: program for program in built.programs})

    def programme(self, identifiant: str) -> Program:
        """One calculator, with its inputs, steps and examples. Raises CalculateurInconnu."""
        if identifiant not in self.programmes:
            known = vouliez_vous_dire(identifiant, self.programmes) or f"calculateurs : {', '.join(self.programmes)}"
            raise CalculateurInconnu(f"le calculateur « {identifiant} » n'existe pas ; {known}")
        return self.programmes[identifiant]

    def calculer(self, identifiant: str, jour: date | str, **reponses: Reponse) -> dict[str, Any]:
        """The results, warnings and trace under the law of a day, as `memento calculer --format json` gives them.

        What is missing is `"etat": "inconnu"`; what cannot be computed, `"etat": "erreur"` with its message.
        Raises CalculateurInconnu, Refusee (its `nom` is the input), TypeError on a float.
        """
        program = self.programme(identifiant)
        day = jour if isinstance(jour, date) else lire_date("date", jour)
        texts = {name: _ecrire(name, answer) for name, answer in reponses.items()}
        return evaluer(program, day, lire_situation(program, texts)).json()


def _ecrire(nom: str, reponse: Reponse) -> str:
    if isinstance(reponse, bool):
        return "oui" if reponse else "non"
    if isinstance(reponse, str):
        return reponse
    if isinstance(reponse, date):
        return reponse.isoformat()
    if isinstance(reponse, int | Decimal):
        return f"{reponse:f}" if isinstance(reponse, Decimal) else str(reponse)
    raise TypeError(f"{nom} : donnez un texte, un entier, un Decimal, un booléen ou une date, pas {reponse!r}")
