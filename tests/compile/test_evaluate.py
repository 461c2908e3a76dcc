"""A whole calculator: states, periods, warnings, trace."""

import re
from datetime import date
from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento, relire

from generator.compile import Evaluation, Program, evaluer, lire_situation, refus
from generator.compile.evaluate import etats

CALCUL = "rules/calculateurs/calcul-modele.yaml"


@pytest.fixture
def programme(tmp_path: Path) -> Program:
    """The model calculator, its rate replaced by an amount of an indexed parameter."""
    petit_memento(tmp_path)
    modifier(tmp_path, CALCUL, "{nom: siae, libelle: Structure, type: choix, liste: siae}", LIEU)
    modifier(tmp_path, CALCUL, "resultats: [taux, verdict]", "resultats: [aide, taux, verdict]")
    modifier(tmp_path, CALCUL, "  - nom: verdict\n", ETAPE + "  - nom: verdict\n")
    built = relire(tmp_path)
    assert built.report.errors == ()
    return built.programs[0]


LIEU = """{nom: siae, libelle: Structure, type: choix, liste: siae}
  - {nom: lieu, libelle: Lieu, type: choix, liste: territoire, defaut: ici}"""
ETAPE = """  - nom: aide
    libelle: Aide
    unite: €/ETP/an
    formule: montant_modele[lieu, siae]
    references: [{source: texte-modele}]
"""


def aide(programme: Program, jour: str, **textes: str) -> tuple[object, tuple[str, ...]]:
    evaluation: Evaluation = evaluer(programme, date.fromisoformat(jour), lire_situation(programme, textes))
    result = evaluation.json()["resultats"]["aide"]
    return result.get("exact") or result.get("message") or result.get("questions"), evaluation.avertissements


@pytest.mark.parametrize(
    ("jour", "textes", "attendu"),
    [
        ("2009-12-31", {"siae": "ACI"}, "Montant modèle : inconnu avant le 1er janvier 2010"),
        ("2010-01-01", {"siae": "ACI"}, "100"),
        ("2019-12-31", {"siae": "ACI"}, "100"),
        ("2020-01-01", {"siae": "ACI"}, "110"),
        ("2019-12-31", {"siae": "AI"}, "50"),
        (
            "2020-12-31",
            {"siae": "AI"},
            "Montant modèle : inconnu du 1er janvier 2020 au 31 décembre 2020 (montant non retrouvé)",
        ),
        ("2021-01-01", {"siae": "AI"}, "Montant modèle : inconnu au 1er janvier 2021"),
        ("2015-01-01", {"siae": "AI", "lieu": "ailleurs"}, "Montant modèle : aucune valeur pour ailleurs / AI"),
        ("2015-01-01", {}, ["siae"]),
    ],
)
def test_outside_what_is_known_the_answer_is_unknown(
    programme: Program, jour: str, textes: dict[str, str], attendu: object
) -> None:
    assert aide(programme, jour, **textes)[0] == attendu


def test_the_last_known_value_warns_from_the_day_it_is_no_longer_sure(programme: Program) -> None:
    value, warnings = aide(programme, "2019-12-31", siae="ACI", lieu="ailleurs")
    assert (value, warnings) == ("80", ())
    value, warnings = aide(programme, "2020-01-01", siae="ACI", lieu="ailleurs")
    assert value == "80"
    assert warnings == (
        "Montant modèle : dernier montant connu, en vigueur depuis le 1er janvier 2010, vérifié le 1er janvier 2026 "
        "(aucun montant postérieur)",
    )


def test_the_trace_shows_words_values_reason_and_dated_sources(programme: Program) -> None:
    situation = lire_situation(programme, {"recettes": "1", "charges": "10", "siae": "ACI"})
    content = evaluer(programme, date(2020, 6, 1), situation).json()
    steps = {step["id"]: step for step in content["etapes"]}
    assert steps["taux"]["formule"] == "Recettes / Charges"
    assert steps["taux"]["substitution"] == "1 € / 10 €"
    assert steps["verdict"]["substitution"] == "10 % < 30 % : vrai"
    assert steps["verdict"]["parce_que"] == "10 % est inférieur au plafond."
    assert steps["aide"]["sources"] == ["Texte modèle, article 1"]
    assert content["resultats"]["verdict"]["code"] == "conforme"
    assert content["resultats"]["taux"]["unite"] == "%"
    assert "unite" not in content["resultats"]["verdict"]
    assert "code" not in content["resultats"]["taux"]


def test_what_can_be_answered_is_and_the_rest_names_its_questions(programme: Program) -> None:
    content = evaluer(programme, date(2020, 6, 1), lire_situation(programme, {"siae": "ACI"})).json()
    assert content["resultats"]["aide"]["exact"] == "110"
    assert content["resultats"]["taux"] == {"etat": "inconnu", "questions": ["recettes", "charges"]}
    assert content["questions"] == ["recettes", "charges"]


def test_the_receipt_changes_with_the_computation_and_not_with_the_words(tmp_path: Path) -> None:
    def receipt(ancien: str, nouveau: str) -> str:
        folder = tmp_path / str(abs(hash((ancien, nouveau))))
        petit_memento(folder)
        if ancien:
            modifier(folder, CALCUL, ancien, nouveau)
        return str(relire(folder).programs[0].json["empreinte"])

    before = receipt("", "")
    assert re.fullmatch(r"[0-9a-f]{16}", before)
    assert receipt("libelle: Taux", "libelle: Autres mots") == before
    assert receipt("taux < plafond_modele", "taux <= plafond_modele") != before


def test_the_first_result_that_is_refused_says_why(programme: Program) -> None:
    before, after = date(2009, 12, 31), date(2020, 6, 1)
    unknown = "Montant modèle : inconnu avant le 1er janvier 2010"
    for day, textes, why in (
        (before, {"siae": "ACI", "recettes": "1", "charges": "0"}, unknown),
        (before, {"recettes": "1", "charges": "0"}, "division par zéro"),
        (after, {"recettes": "1"}, None),
    ):
        found = evaluer(programme, day, lire_situation(programme, textes))
        assert found.refus == why
        assert refus(programme, found.etats) == why


def test_a_batch_has_the_states_and_the_warnings_without_the_words(programme: Program) -> None:
    situation = lire_situation(programme, {"siae": "ACI", "lieu": "ailleurs", "recettes": "1", "charges": "10"})
    for day in (date(2019, 12, 31), date(2020, 1, 1)):
        states, warnings = etats(programme, day, situation)
        whole = evaluer(programme, day, situation)
        assert states == {name: whole.etats[name] for name in ("taux", "aide", "verdict")}
        assert (states["aide"], states["verdict"]) == (80, "conforme")
        assert warnings == whole.avertissements
        assert len(warnings) == (day.year == 2020)
