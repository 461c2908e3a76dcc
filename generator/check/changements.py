"""Every change of law has an example before it and an example after it."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from generator.check.promesse import Tout, promesse
from generator.compile.calendrier import date_longue
from generator.diagnostics import Code, Diagnostic


@promesse("MEM510")
def changements_illustres(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un changement du droit n'a pas d'exemple avant lui, ou après lui.

    Pourquoi : un calcul juste aujourd'hui et faux la veille ne se voit que si l'on calcule aux deux dates.

    Remède : ajoutez l'exemple qui manque, à une date où s'applique le droit que personne n'a encore vérifié, au mieux
    la veille et le jour même du changement.
    """
    for program in tout.calculateurs:
        calculateur = program.calculateur
        days = sorted(exemple.date for exemple in calculateur.exemples)
        document = tout.base.document("calculateur", program.id)
        for start, end in pairwise((date.min, *sorted(calculateur.changements), date.max)):
            if calculateur.changements and not any(start <= day < end for day in days):
                index = calculateur.changements.index(start if start != date.min else end)
                yield code.at(document.locate("changements", index), _phrase(start, end))


def _phrase(start: date, end: date) -> str:
    if start == date.min:
        return f"aucun exemple avant le {date_longue(end)}"
    if end == date.max:
        return f"aucun exemple à compter du {date_longue(start)}"
    return f"aucun exemple du {date_longue(start)} à la veille du {date_longue(end)}"
