"""Charts: where lines break, what is written, what is never drawn."""

import re
from datetime import date

import pytest
from petit_memento import avec_le_vrai, vrai_memento

from generator.pipeline import Build
from generator.render.courbes import courbe_du_calcul, courbes_du_parametre
from generator.render.graphique import Axe, Serie, graphique, pas_rond

pytestmark = avec_le_vrai

AXE = Axe(0, 10, ((0, "0"), (10, "10")))


@pytest.mark.parametrize(
    ("brut", "pas"), [(0.9, 1), (1, 1), (1.01, 2), (2.4, 5), (5, 5), (7, 10), (4790, 5000), (0.012, 0.02)]
)
def test_the_marks_of_an_axis_are_round(brut: float, pas: float) -> None:
    assert pas_rond(brut) == pytest.approx(pas)


def chemins(svg: str) -> list[str]:
    return re.findall(r'class="m-ligne-\d" d="([^"]*)"', svg)


def test_a_line_joins_its_points_and_breaks_where_there_is_no_value() -> None:
    [path] = chemins(graphique("t", [Serie("a", ((0, 0.0), (5, 10.0), (6, None), (10, 5.0)))], AXE, "€"))
    # 70 to 580 px wide, 246 (zero) up to 26 (ten): the middle is at 325.
    assert path == "M70.0 246.0L325.0 26.0H376.0M580.0 136.0"


def test_a_step_holds_until_the_next_point() -> None:
    [path] = chemins(graphique("t", [Serie("a", ((0, 5.0), (5, 10.0), (10, None)), paliers=True)], AXE, "€"))
    assert path == "M70.0 136.0H325.0V26.0H580.0"


def test_a_title_cannot_break_the_drawing() -> None:
    assert "<script>" not in graphique("<script>", [Serie("<b>", ((0, 1.0),)), Serie("b", ((0, 1.0),))], AXE, "€")


@pytest.fixture(scope="module")
def bati() -> Build:
    return vrai_memento()


def test_a_figure_known_at_three_dates_has_a_chart_and_the_others_none(bati: Build) -> None:
    base, day = bati.base, date(2026, 11, 23)
    [smic] = courbes_du_parametre(base, base.parametres["smic-horaire"], day)
    assert len(chemins(smic.svg)) == 1
    assert list(courbes_du_parametre(base, base.parametres["ai-plafond-heures"], day)) == []


def test_the_lines_break_in_the_gap_of_2021_and_stop_after_the_last_known_year(bati: Build) -> None:
    base = bati.base
    first = next(courbes_du_parametre(base, base.parametres["aide-au-poste-socle"], date(2026, 11, 23)))
    aci, ei, *_ = chemins(first.svg)
    assert aci.count("M") == 2, "inconnu du 1er janvier au 30 septembre 2021"
    assert ei.count("M") == 1
    ends = [float(re.findall(r"H([\d.]+)", path)[-1]) for path in (aci, ei)]
    assert ends[0] < ends[1] < 580, "l'ACI n'est connu que pour 2024, l'EI que pour 2025"


def test_a_calculator_is_drawn_with_its_table(bati: Build) -> None:
    program = next(program for program in bati.programs if program.id == "aide-au-poste")
    drawn = courbe_du_calcul(program, program.calculateur.graphiques[0])
    assert drawn is not None
    assert drawn.colonnes[0] == "Postes d'insertion occupés, en équivalent temps plein"
    # 10 × 23 921 × 1,05 = 251 170,50.
    assert ("10 ETP", "251 170,50 €/an", "239 210 €/an") in drawn.lignes
