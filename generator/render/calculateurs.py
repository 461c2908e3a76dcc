"""Calculators: the form, and all that reads without it."""

from collections.abc import Iterator, Mapping
from typing import Any

from generator.compile import Program, Refusee, evaluer, lire_situation
from generator.model import Exemple
from generator.render.atelier import Atelier, sommaire
from generator.render.citations import citer_un_calcul
from generator.render.commande import Commande
from generator.render.courbes import courbes_du_parametre
from generator.render.decision import LECTURE, decision, dessiner
from generator.render.filters import taper
from generator.render.graphiques import graphiques
from generator.render.lecture import noms_des_parametres
from generator.render.site import Page
from generator.render.tableaux import tableau_du_jour


def pages_de_calculateurs(atelier: Atelier) -> Iterator[Commande]:
    """One page a calculator, and the index."""
    yield Commande(_index)
    for program in atelier.programs:
        yield Commande(_calculateur, (program.id,))
        yield Commande(_integrer, (program.id,))


def _index(atelier: Atelier) -> Page:
    by_theme = {
        theme: [program for program in atelier.programs if program.calculateur.themes[0] == theme]
        for theme in atelier.base.themes
    }
    return atelier.page(
        "calculateurs.html",
        "calculateurs/",
        "Les calculateurs",
        "Calculer, avec l’article sous chaque étape, au droit de la date choisie.",
        mots=("simulateurs", "simulation", "estimer une aide", "outil de calcul"),
        toc=sommaire(*((theme, atelier.base.themes[theme].titre) for theme, found in by_theme.items() if found)),
        themes={theme: found for theme, found in by_theme.items() if found},
    )


def _integrer(atelier: Atelier, name: str) -> Page:
    program = atelier.programme(name)
    return atelier.page(
        "integrer.html",
        f"calculateurs/{program.id}/integrer/",
        program.calculateur.titre,
        program.calculateur.resume,
        source_path=atelier.base.document("calculateur", program.id).path,
        programme=program,
        calculateur=program.calculateur,
    )


def fichiers_des_arbres(atelier: Atelier) -> dict[str, bytes]:
    """The drawing of each calculator, by its url."""
    return {
        f"calculateurs/{program.id}/arbre.svg": dessiner(decision(atelier.base, program, atelier.today)).svg.encode()
        for program in atelier.programs
    }


def _calculateur(atelier: Atelier, name: str) -> Page:
    program = atelier.programme(name)
    calculateur = program.calculateur
    tree = decision(atelier.base, program, atelier.today)
    names = noms_des_parametres(atelier.base)
    parameters = [atelier.base.parametres[names[nom]] for nom in names if nom in program.json["parametres"]]
    return atelier.page(
        "calculateur.html",
        f"calculateurs/{program.id}/",
        calculateur.titre,
        calculateur.resume,
        source_path=atelier.base.document("calculateur", program.id).path,
        toc=sommaire(
            ("calculer", "Calculer"),
            ("formules", "Les formules"),
            ("arbre", "L’arbre de décision"),
            *((("montants", "Les montants et seuils"),) if parameters else ()),
            *((("graphiques", "En un graphique"),) if calculateur.graphiques else ()),
            ("exemples", "Exemples"),
            ("limites", "Ce qui n’est pas calculé"),
            ("citer", "Citer"),
            ("integrer", "L’intégrer à un autre site"),
        ),
        programme=program,
        calculateur=calculateur,
        arbre=tree,
        dessin=dessiner(tree),
        lecture=LECTURE,
        parametres={p.id: tableau_du_jour(atelier.base, p, atelier.today) for p in parameters},
        courbes={p.id: tuple(courbes_du_parametre(atelier.base, p, atelier.today)) for p in parameters},
        graphiques=tuple(graphiques(atelier, program)),
        citation=citer_un_calcul(atelier, program),
        exemples=[_exemple(program, exemple) for exemple in calculateur.exemples],
    )


def _exemple(program: Program, exemple: Exemple) -> Mapping[str, Any]:
    """A worked example, what one types to load it, and what it gives."""
    labels = {entree.nom: entree.libelle for entree in program.calculateur.entrees}
    texts = {name: taper(value) for name, value in exemple.entrees.items()}
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
