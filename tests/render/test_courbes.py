"""What is drawn of a figure on a day, and of a calculator that gives nothing."""

from datetime import date

import pytest
from petit_memento import modifier, petit_memento

from generator.compile import Program
from generator.model import Graphique
from generator.pipeline import Build, compile_rules
from generator.render.courbes import courbe_du_calcul, courbes_du_parametre, se_dessine

CALCUL, PLAFOND = "rules/calculateurs/calcul-modele.yaml", "rules/parametres/plafond-modele.yaml"
DESSIN = """graphiques:
  - titre: Le taux
    entree: recettes
    de: 0
    a: 10
    pas: 5
    date: 2020-01-01
    entrees: {charges: 10}
    resultats: [taux]
"""


@pytest.fixture(scope="module")
def construit(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root = petit_memento(tmp_path_factory.mktemp("courbes"))
    modifier(root, CALCUL, "verifie_le:", f"{DESSIN}verifie_le:")
    values = "".join(
        f"  - {{du: {year}-01-01, source: [texte-modele], valeur: {year}}}\n" for year in (2010, 2020, 2030)
    )
    modifier(root, PLAFOND, "  - {du: 2010-01-01, source: [texte-modele], valeur: 30}\n", values)
    compiled = compile_rules(root)
    assert not compiled.failed, list(compiled.report)
    return compiled


@pytest.fixture
def programme(construit: Build) -> Program:
    return construit.programs[0]


@pytest.fixture
def dessin(programme: Program) -> Graphique:
    return programme.calculateur.graphiques[0]


def test_what_is_to_come_is_not_drawn(construit: Build) -> None:
    (courbe,) = courbes_du_parametre(construit.base, construit.base.parametres["plafond-modele"], date(2026, 1, 1))
    # Two steps: 2010 and 2020.
    path = str(courbe.svg).partition('class="m-ligne-0" d="')[2].partition('"')[0]
    assert path.count("V") == 1


def test_a_result_is_drawn_where_it_has_a_value(programme: Program, dessin: Graphique) -> None:
    assert se_dessine(programme, dessin)
    assert courbe_du_calcul(programme, dessin) is not None


@pytest.mark.parametrize(
    "change",
    [
        # An answer that is refused, by all the points or at each of them.
        {"entrees": {"charges": -1}},
        {"de": -10, "a": -5},
    ],
)
def test_a_chart_whose_answers_are_refused_draws_nothing(
    programme: Program, dessin: Graphique, change: dict[str, object]
) -> None:
    refused = dessin.model_copy(update=change)
    assert not se_dessine(programme, refused)
    assert courbe_du_calcul(programme, refused) is None
