"""The search of the mémento in one file: what a reader types and what the law writes are the same words."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser
from serveur import servir

from generator.render.recherche.analyse import donnees

pytestmark = pytest.mark.xdist_group("parite")
MODULES = Path(__file__).parents[2] / "site_theme" / "assets"
TERMES = [
    {"sigle": "AI", "nom": "Association intermédiaire", "nouveaux": []},
    {"sigle": "DE", "nom": "Demandeur d’emploi", "nouveaux": []},
    {"sigle": "PE", "nom": "Pôle emploi", "nouveaux": ["France Travail"]},
    {"sigle": "France Travail", "nom": "Opérateur public de l’emploi", "nouveaux": []},
]
Appel = Callable[..., Any]


@pytest.fixture(scope="module")
def appel(navigateur: Browser) -> Iterator[Appel]:
    """Evaluate an expression of the modules, with JSON arguments."""
    with servir(MODULES) as address:
        page = navigateur.new_page()
        page.goto(address)

        def appeler(expression: str, *arguments: object) -> Any:
            script = (
                "async (a) => { const m = await import('/monofichier/index.js');"
                " const { Analyseur } = await import('/recherche/analyse.js');"
                f" return {expression}; }}"
            )
            return page.evaluate(script, list(arguments))

        yield appeler
        page.close()


@pytest.mark.parametrize(
    ("requete", "texte", "trouve"),
    [
        ("agrement", "L’agrément ESUS", True),
        ("agréments", "L’agrément ESUS", True),
        ("agr", "L’agrément ESUS", True),
        ("grément", "L’agrément ESUS", False),
        ("480 heures", "plus de 480 heures au total", True),
        ("480 h", "plus de 480 heures au total", True),
        ("article d 5132-34", "Code du travail, article D. 5132-34", True),
        ("5132-34", "Code du travail, article D. 5132-34", True),
        ("D5132-3", "Code du travail, article D. 5132-34", False),
        ("L5132-3", "article L. 5132-3-1", True),
        ("ai", "Une AI recrute", True),
        ("ai", "Une aide", False),
        ("association intermediaire", "Une AI recrute", True),
        ("AI", "Une association intermédiaire recrute", True),
        ("demandeur", "La fin de la période", False),
        ("demandeur", "Un DE inscrit", True),
        ("Pôle emploi", "La convention avec France Travail", True),
        ("PE", "La convention avec France Travail", True),
        ("durée de la convention", "Convention : durée maximale", True),
        ("élection", "L’élection des salariés", True),
        ("24 mois", "pendant vingt-quatre mois", True),
        ("480h", "plus de 480 heures", True),
        ("", "n’importe quoi", True),
    ],
)
def test_a_request_finds_what_answers_it(appel: Appel, requete: str, texte: str, trouve: bool) -> None:
    script = (
        "((analyseur, termes) => m.chercheur(analyseur, a[0], termes)(m.indexer(analyseur, a[1], termes)))"
        "(...((analyseur) => [analyseur, m.lexique(analyseur, a[2])])(new Analyseur(a[3])))"
    )
    assert appel(script, requete, texte, TERMES, dict(donnees())) is trouve
