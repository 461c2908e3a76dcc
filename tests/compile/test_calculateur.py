"""What a calculator names, checked as a whole: warnings, results, examples, charts."""

from datetime import date
from pathlib import Path

import pytest
from petit_memento import lignes, modifier, petit_memento

from generator.compile import evaluer, lire_situation
from generator.pipeline import compile_rules

CALCUL = "rules/calculateurs/calcul-modele.yaml"
FIN = "verifie_le: 2026-01-01\n"


def dit(tmp_path: Path, *changements: tuple[str, str]) -> list[str]:
    """What is told of the model calculator once changed, without its path: `ligne:colonne: CODE message`."""
    petit_memento(tmp_path)
    for ancien, nouveau in changements:
        modifier(tmp_path, CALCUL, ancien, nouveau)
    return [line.removeprefix(f"{CALCUL}:") for line in lignes(compile_rules(tmp_path))]


def avertir(si: str, message: str) -> tuple[str, str]:
    return FIN, f'avertissements:\n  - {{si: {si}, message: "{message}"}}\n{FIN}'


def dessiner(entree: str, resultats: str, entrees: str = "{charges: 10, siae: ACI}") -> tuple[str, str]:
    moving = f"titre: T, entree: {entree}, de: 0, a: 9, pas: 1, date: 2020-01-01"
    chart = f"{{{moving}, entrees: {entrees}, resultats: [{resultats}]}}"
    return FIN, f"graphiques:\n  - {chart}\n{FIN}"


def test_a_warning_is_given_when_its_condition_holds(tmp_path: Path) -> None:
    assert dit(tmp_path, avertir("recettes >= charges", "Recettes de {recettes}.")) == []
    (programme,) = compile_rules(tmp_path).programs
    for recettes, attendu in (("9", ()), ("10", ("Recettes de 10 €.",))):
        situation = lire_situation(programme, {"recettes": recettes, "charges": "10", "siae": "ACI"})
        found = evaluer(programme, date(2020, 1, 1), situation).avertissements
        assert tuple(message.replace("\u00a0", " ").replace("\u202f", " ") for message in found) == attendu


def test_a_name_unknown_to_a_warning_is_told_where_it_is_written(tmp_path: Path) -> None:
    # « recettes > charges » ends at column 27, the text begins at 40, the name eleven signs further.
    assert dit(tmp_path, avertir("recettes > charges", "Il manque {charge} ici.")) == [
        "33:51: MEM302 « charge » inconnu"
    ]


@pytest.mark.parametrize(
    ("si", "attendu"),
    [
        ("recettes", "une condition est attendue ici, pas"),
        ("vrai", "la condition est toujours la même"),
    ],
)
def test_a_warning_hangs_on_a_question(tmp_path: Path, si: str, attendu: str) -> None:
    (told,) = dit(tmp_path, avertir(si, "Un message."))
    assert told.startswith("33:10: ")
    assert attendu in told


def test_the_warnings_wait_for_the_steps_that_they_name(tmp_path: Path) -> None:
    told = dit(tmp_path, ("recettes / charges", "recettes / depenses"), avertir("taux > 1", "Le taux est de {taux}."))
    assert len(told) == 1
    assert "« depenses » inconnu" in told[0]


@pytest.mark.parametrize(
    ("changement", "attendu"),
    [
        (
            ("resultats: [taux, verdict]", "resultats: [taux, verdicts]"),
            "22:19: MEM308 « verdicts » n'est pas une étape",
        ),
        (
            ("entrees: {recettes: 1, charges: 10}", "entrees: {recete: 1, charges: 10}"),
            "« recete » n'est pas une entrée",
        ),
        (("attendu: {taux: 1/10}", "attendu: {tau: 1/10}"), "« tau » n'est pas une étape"),
        (
            ("attendu: {taux: 1/10}", "attendu: {taux: 1/10}, etats: {verdit: inconnu}"),
            "« verdit » n'est pas une étape",
        ),
        (dessiner("recete", "taux"), "« recete » n'est pas une entrée"),
        (dessiner("siae", "taux", "{charges: 10}"), "« siae » n'est pas un nombre"),
        (dessiner("recettes", "taux", "{charge: 10}"), "« charge » n'est pas une entrée"),
        (dessiner("recettes", "tau"), "« tau » n'est pas une étape"),
        (dessiner("recettes", "verdict"), "« verdict » n'est pas un nombre"),
    ],
)
def test_a_name_that_is_not_what_is_asked_for_is_told_once(
    tmp_path: Path, changement: tuple[str, str], attendu: str
) -> None:
    (told,) = dit(tmp_path, changement)
    assert attendu in told


def test_an_example_may_expect_a_value_and_a_state(tmp_path: Path) -> None:
    assert dit(tmp_path, ("attendu: {taux: 1/10}", "attendu: {taux: 1/10}, etats: {verdict: inconnu}")) == []


def test_a_chart_of_an_amount_in_order_says_nothing(tmp_path: Path) -> None:
    assert dit(tmp_path, dessiner("recettes", "taux")) == []
