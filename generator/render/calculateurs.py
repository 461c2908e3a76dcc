"""Calculators: the form, and all that reads without it."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from generator.compile import Program, Refusee, evaluer, lire_situation
from generator.model import Exemple, Scalaire
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page
from generator.render.tableaux import tableau_du_jour


def pages_de_calculateurs(atelier: Atelier) -> Iterator[Page]:
    """One page a calculator, and the index."""
    yield atelier.page(
        "calculateurs.html",
        "calculateurs/",
        "Les calculateurs",
        "Calculer, avec l’article sous chaque étape, au droit de la date choisie.",
        programmes=atelier.programs,
    )
    for program in atelier.programs:
        yield _calculateur(atelier, program)


def _calculateur(atelier: Atelier, program: Program) -> Page:
    calculateur = program.calculateur
    parameters = [p for p in atelier.base.parametres.values() if p.nom in program.json["parametres"]]
    return atelier.page(
        "calculateur.html",
        f"calculateurs/{program.id}/",
        calculateur.titre,
        calculateur.resume,
        source_path=atelier.base.document("calculateur", program.id).path,
        toc=sommaire(
            ("calculer", "Calculer"),
            ("formules", "Les formules"),
            ("montants", "Les montants et seuils"),
            ("exemples", "Exemples"),
            ("limites", "Ce qui n’est pas calculé"),
        ),
        programme=program,
        calculateur=calculateur,
        parametres={p.id: tableau_du_jour(atelier.base, p, atelier.today) for p in parameters},
        exemples=[_exemple(program, exemple) for exemple in calculateur.exemples],
    )


def _exemple(program: Program, exemple: Exemple) -> Mapping[str, Any]:
    """A worked example, what one types to load it, and what it gives."""
    labels = {entree.nom: entree.libelle for entree in program.calculateur.entrees}
    texts = {name: ecrire(value) for name, value in exemple.entrees.items()}
    try:
        content = evaluer(program, exemple.date, lire_situation(program, texts)).json()
    except Refusee as error:
        content = {"resultats": {}, "refus": f"{labels.get(error.nom, error.nom)} : {error.message}"}
    return {
        "exemple": exemple,
        "entrees": {labels[name]: text for name, text in texts.items()},
        "valeurs": {"date": exemple.date.isoformat(), "entrees": texts},
        "resultats": {_libelle(program, name): result for name, result in content["resultats"].items()},
        "refus": content.get("refus"),
    }


def _libelle(program: Program, name: str) -> str:
    return next(etape.libelle for etape in program.calculateur.etapes if etape.nom == name)


def ecrire(value: Scalaire) -> str:
    """A value as one types it in the form."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return value.isoformat() if isinstance(value, date) else str(value).replace(".", ",")
