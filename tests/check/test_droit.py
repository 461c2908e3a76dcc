"""The real law of the repository, on figures read again in the texts."""

from datetime import date
from fractions import Fraction

import pytest
from petit_memento import vraies_regles

from generator.model.regle import Regle
from generator.resolve.periodes import valeur_au

BASE = vraies_regles().base


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
        (("metropole", "EI"), date(2023, 12, 31), 12081),
        (("metropole", "EI"), date(2024, 1, 1), 12218),
        (("metropole", "ACI"), date(2024, 10, 31), 23458),
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


def _texts(rule: Regle) -> str:
    """Every word of a rule a reader sees, all versions together."""
    parts = [
        text
        for version in rule.versions
        for text in (version.enonce, version.en_pratique, *version.exceptions, version.note, version.changement)
        if text
    ]
    return " ".join(parts)


def test_the_aid_to_the_contrat_passerelle_of_2024_comes_from_the_forgotten_arrete_of_april() -> None:
    amount = BASE.parametres["passerelle-montant"]
    values = [valeur_au(amount, (), day) for day in (date(2023, 12, 31), date(2024, 1, 1), date(2024, 10, 31))]
    assert [period.valeur for period in values if period] == [2304, 2330, 2330]


def test_the_contrat_passerelle_is_for_ei_and_aci_alone() -> None:
    assert set(BASE.regles["contrat-passerelle-conditions"].siae) == {"EI", "ACI"}
    assert set(BASE.calculateurs["contrat-passerelle"].siae) == {"EI", "ACI"}


def test_the_decret_of_the_contrat_de_professionnalisation_is_of_december_2020() -> None:
    assert BASE.sources["decret-2020-1741"].date == date(2020, 12, 29)


def test_no_rule_grants_the_exonerations_that_ended_on_the_first_of_january_2019() -> None:
    speaking = [
        rule
        for rule in BASE.regles.values()
        if (law := rule.au(date(2026, 11, 25)))
        and "exonération" in law.enonce.lower()
        and {"AI", "ACI"} & set(rule.siae)
    ]
    assert [rule.id for rule in speaking] == ["exonerations-ai-aci"]
    assert [version.du for version in speaking[0].droit] == [date(2019, 1, 1)]
    assert "Depuis le 1er janvier 2019, l'allègement général" in _texts(speaking[0])
    assert "décrit encore l'ancien régime" in _texts(speaking[0])


def test_the_cross_reference_of_the_cdi_inclusion_of_aci_is_quoted_and_flagged() -> None:
    words = _texts(BASE.regles["cdi-inclusion-plafond"])
    assert "D. 5132-43-5" in words
    assert "D. 5132-43-11" in words


def test_the_sixteen_hours_of_article_r_5132_18_are_flagged_and_bind_nobody() -> None:
    rule = BASE.regles["ai-480-heures"]
    law = rule.au(date(2026, 11, 25))
    assert law is not None
    assert "16 heures" in (law.note or "")
    assert "seize heures" not in " ".join(version.enonce for regle in BASE.regles.values() for version in regle.droit)


def test_the_end_of_the_eiti_experiment_is_said_with_its_doubt_of_one_day() -> None:
    rule = BASE.regles["eiti-experimentation"]
    assert rule.droit[-1].au == date(2026, 12, 22)
    assert "le 22 ou le 23 décembre" in _texts(rule)


def test_the_smic_of_may_2022_does_not_take_the_date_openfisca_gives_to_its_arrete() -> None:
    lines = [line for line in BASE.parametres["smic-horaire"].valeurs if line.du == date(2022, 5, 1)]
    assert len(lines) == 1
    assert "19 mai" not in (lines[0].precision or "")


def test_thirty_six_months_of_suspension_are_a_rule_of_the_platform_and_not_of_the_code() -> None:
    law = BASE.regles["parcours-suspension"].au(date(2026, 11, 25))
    assert law is not None
    assert "trente-six" not in law.enonce
    assert "règle de gestion" in (law.note or "")
    assert "Règle de gestion" in (BASE.parametres["pass-iae-suspension-max"].note or "")


def test_a_prolonged_parcours_is_counted_from_its_first_day() -> None:
    for parametre, mois in (("parcours-duree-max-senior", 84), ("parcours-duree-max-handicap", 60)):
        period = valeur_au(BASE.parametres[parametre], (), date(2026, 11, 25))
        assert period is not None
        assert period.valeur == mois
    assert "parcours entier" in _texts(BASE.regles["parcours-prolongation-senior"])


def test_articles_changed_since_they_were_read_are_gaps() -> None:
    for identifier in ("contrat-pro-publics", "contrat-pro-engagements"):
        rule = BASE.regles[identifier]
        assert rule.au(date(2026, 3, 27)) is not None
        assert rule.au(date(2026, 11, 25)) is None
        assert rule.lacunes
