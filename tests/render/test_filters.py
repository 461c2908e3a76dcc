"""French at display."""

from datetime import date
from fractions import Fraction

import pytest

from generator.render.filters import ancre, courte, date_longue, lien_relatif, nombre, par_cas, periode, typographier


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("20 204,50 €", "20\u202f204,50\u00a0€"),
        ("1 234 567", "1\u202f234\u202f567"),
        ("30 %", "30\u00a0%"),
        ("Oui ; non ! vraiment ?", "Oui\u202f; non\u202f! vraiment\u202f?"),
        ("« ainsi » : voilà", "«\u00a0ainsi\u00a0»\u00a0: voilà"),
        ("480 h par an, 24 mois, 3 ans", "480\u00a0h par an, 24\u00a0mois, 3\u00a0ans"),
        ("le n° 9 de l'article D. 5132-34", "le n°\u00a09 de l’article D.\u00a05132-34"),
        ("en 2024 12 postes", "en 2024 12\u00a0postes"),
    ],
)
def test_spaces_that_french_does_not_break(written: str, shown: str) -> None:
    assert typographier(written) == shown


def test_typography_is_stable() -> None:
    once = typographier("« 1 000 € » : l'aide ?")
    assert typographier(once) == once


def test_the_first_of_a_month_is_written_1er() -> None:
    assert date_longue(date(2021, 9, 1)) == "1er septembre 2021"
    assert date_longue(date(2023, 3, 14)) == "14 mars 2023"


def test_a_period_is_open_or_closed() -> None:
    assert periode(date(2024, 7, 1), None) == "depuis le 1er juillet 2024"
    assert periode(date(2008, 5, 1), date(2024, 6, 30)) == "du 1er mai 2008 au 30 juin 2024"


def test_a_figure_is_exact_and_keeps_its_unit() -> None:
    assert nombre(Fraction(30), "%") == "30 %"
    assert nombre(Fraction("12.31"), "€/h") == "12,31 €/h"
    assert nombre(Fraction("12.1"), "€/h") == "12,10 €/h"
    assert nombre(Fraction(23921), courte("€/ETP/an")) == "23 921 €"


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("regles/x/", "regles/y/", "../y/"),
        ("regles/x/", "", "../../"),
        ("", "regles/x/", "regles/x/"),
        ("", "", "./"),
        ("r/x/2024-07-01/", "sources/t/", "../../../sources/t/"),
        ("regles/x/", "glossaire/#aci", "../../glossaire/#aci"),
        ("glossaire/", "glossaire/#aci", "#aci"),
        ("calculateurs/x/", "assets/calcul/main.js", "../../assets/calcul/main.js"),
    ],
)
def test_a_link_is_relative_to_its_page(page: str, target: str, link: str) -> None:
    assert lien_relatif(page, target) == link


def test_an_anchor_has_neither_accent_nor_apostrophe() -> None:
    assert ancre("Qui décide d’une dérogation ?") == "qui-decide-d-une-derogation"
    assert ancre("PASS IAE") == "pass-iae"


def test_a_formula_is_cut_case_by_case_and_not_inside_a_function() -> None:
    formula = "si A > 1 alors max(A ; B) ; si B alors refus : non ; sinon arrondi(A ; 1 ; inferieur)"
    assert par_cas(formula) == [
        "si A > 1 alors max(A ; B)",
        "si B alors refus : non",
        "sinon arrondi(A ; 1 ; inferieur)",
    ]
    assert par_cas("max(A ; B)") == ["max(A ; B)"]
