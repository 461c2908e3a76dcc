"""The real law of the repository, on figures read again in the texts."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from generator.pipeline import compile_rules
from generator.resolve.periodes import valeur_au

BASE = compile_rules(Path(__file__).parents[2]).base


@pytest.mark.parametrize(
    ("cellule", "jour", "montant"),
    [
        (("metropole", "ACI"), date(2018, 1, 1), 19897),
        (("metropole", "ETTI"), date(2019, 12, 31), 4472),
        (("metropole", "ETTI"), date(2020, 1, 1), 4299),
        (("metropole", "EI"), date(2021, 9, 30), 10751),
        (("metropole", "AI"), date(2021, 10, 1), 1428),
        (("metropole", "ACI"), date(2022, 7, 31), 21850),
        (("metropole", "ACI"), date(2022, 8, 1), 22289),
        (("metropole", "EI"), date(2024, 12, 31), 12459),
        (("metropole", "EI"), date(2025, 1, 1), 13304),
        (("mayotte", "ACI"), date(2024, 11, 1), 18070),
        (("detention", "EI"), date(2020, 6, 1), 6388),
    ],
)
def test_the_amounts_of_the_aide_au_poste(cellule: tuple[str, ...], jour: date, montant: int) -> None:
    period = valeur_au(BASE.parametres["aide-au-poste-socle"], cellule, jour)
    assert period is not None
    assert period.valeur == montant


@pytest.mark.parametrize(("siae", "jour"), [("AI", date(2021, 3, 1)), ("ACI", date(2021, 9, 30))])
def test_amounts_that_were_not_found_are_gaps(siae: str, jour: date) -> None:
    period = valeur_au(BASE.parametres["aide-au-poste-socle"], ("metropole", siae), jour)
    assert period is not None
    assert period.valeur is None


def test_the_smic_was_not_raised_on_the_first_of_january_2025() -> None:
    smic = BASE.parametres["smic-horaire"]
    values = [valeur_au(smic, (), day) for day in (date(2024, 12, 31), date(2025, 1, 1), date(2026, 1, 1))]
    assert [period.valeur for period in values if period] == [Fraction("11.88"), Fraction("11.88"), Fraction("12.02")]


def test_the_proposal_of_the_pacte_never_becomes_the_law_of_aci() -> None:
    rule = BASE.regles["aci-plafond-commercialisation"]
    for day in (date(2019, 9, 10), date(2024, 7, 1), date(2026, 11, 23)):
        law = rule.au(day)
        assert law is not None
        assert law.portee == "prescriptif"
        assert "recettes" in law.enonce
    assert [proposal.adoption for proposal in rule.propositions] == ["non-adoptee-dans-le-code"]


def test_the_glossary_holds_the_sixty_one_acronyms_of_the_pacte_and_the_names_of_today() -> None:
    assert sum(terme.pacte for terme in BASE.termes) == 61
    assert {"DREETS", "DDETS", "France Travail", "PASS IAE"} <= {terme.sigle for terme in BASE.termes}


def test_the_measures_have_all_their_actions() -> None:
    found = {numero: len(mesure.actions) for numero, mesure in BASE.mesures.items()}
    assert {1: 5, 9: 3, 27: 5, 28: 4}.items() <= found.items()


def test_every_calculator_has_eight_examples_at_least() -> None:
    assert all(len(calculateur.exemples) >= 8 for calculateur in BASE.calculateurs.values())
