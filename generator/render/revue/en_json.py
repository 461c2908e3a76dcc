"""A review for a program: every difference, values exact."""

import json
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generator.diagnostics import Diagnostic
from generator.render.revue import Revue
from generator.render.revue.controles import controles


def en_json(revue: Revue, depuis: str, jour: date, machine: tuple[str, ...] = ()) -> str:
    """Dates are ISO; numbers are texts, `num/den` when they do not end; null where there is nothing."""
    content = {
        "depuis": depuis,
        "etat_au": jour,
        "change": not revue.vide,
        "sujets": [asdict(sujet) for sujet in revue.sujets],
        "montants": {name: [asdict(move) for move in moves] for name, moves in revue.montants.items()},
        "calculateurs": [asdict(calcul) for calcul in revue.calculs],
        "adresses": asdict(revue.adresses),
        "signalements": {
            "nouveaux": [_signalement(item) for item in revue.gagnes],
            "disparus": [_signalement(item) for item in revue.perdus],
            "autres": revue.restants,
        },
        "machine": machine,
        "a_verifier": controles(revue),
    }
    return json.dumps(content, ensure_ascii=False, indent=2, default=_exact)


def _signalement(item: Diagnostic) -> dict[str, object]:
    place = item.location
    return {
        "code": item.code,
        "severite": item.severity.value,
        "fichier": place.path,
        "ligne": place.line,
        "message": item.message,
    }


def _exact(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Fraction | Decimal):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no JSON form")
