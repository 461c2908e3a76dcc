"""What a calculator names, checked as a whole: warnings, results, examples, charts."""

from datetime import date
from pathlib import Path

import pytest
from petit_memento import lignes, modifier, petit_memento

from generator.compile import evaluer, lire_situation
from generator.compile.evaluate import etats
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
        assert etats(programme, date(2020, 1, 1), situation)[1] == found


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


def test_carets_underline_the_whole_fault_and_nothing_else(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, CALCUL, "recettes / charges", "recettes / depenses")
    (found,) = compile_rules(tmp_path).report
    assert (str(found.location), found.location.length) == (f"{CALCUL}:14:25", len("depenses"))
    modifier(tmp_path, CALCUL, "recettes / depenses", "recettes / charges")
    modifier(tmp_path, CALCUL, 'unite: "%"', "unite: €/kg")
    (found,) = compile_rules(tmp_path).report
    assert (str(found.location), found.location.length) == (f"{CALCUL}:13:12", len("€/kg"))


def test_a_condition_and_a_warning_that_use_an_unreadable_figure_are_not_told_again(tmp_path: Path) -> None:
    waiting = ("libelle: Charges, type: nombre,", "libelle: Charges, si: autre_modele > 1, type: nombre,")
    petit_memento(tmp_path)
    text = (tmp_path / "rules/parametres/plafond-modele.yaml").read_text("utf-8")
    strange = text.replace("plafond-modele", "autre-modele").replace('unite: "%"', "unite: kg")
    (tmp_path / "rules/parametres/autre-modele.yaml").write_text(strange, "utf-8")
    for changement in (waiting, avertir("autre_modele > 1", "Un message.")):
        modifier(tmp_path, CALCUL, *changement)
        built = compile_rules(tmp_path)
        assert [one.code for one in built.report] == ["MEM305"]
        assert built.programs == ()
        modifier(tmp_path, CALCUL, *reversed(changement))
    assert len(compile_rules(tmp_path).programs) == 1


def test_the_program_carries_what_its_page_says(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    bounded = 'type: nombre, unite: "%", min: 0, max: 100, defaut: 5'
    asked = f"{{nom: part, libelle: Part, court: part, aide: Une aide., {bounded}}}"
    modifier(tmp_path, CALCUL, "  - {nom: siae, libelle", f"  - {asked}\n  - {{nom: siae, seulement: [ACI], libelle")
    modifier(
        tmp_path, CALCUL, "formule: recettes / charges", "formule: recettes / charges + part\n    regle: regle-modele"
    )
    modifier(
        tmp_path,
        CALCUL,
        "    references: [{source: texte-modele}]\nresultats",
        "    references: [{source: texte-modele, precision: al. 2}]\nresultats",
    )
    (program,) = compile_rules(tmp_path).programs
    content = program.json
    recettes, _, part, siae = content["entrees"]
    assert (recettes["min"], recettes["max"], recettes["defaut"], recettes["options"]) == ("0", None, None, [])
    assert (part["min"], part["max"], part["defaut"]) == ("0", "1", "1/20")
    assert (part["court"], recettes["court"], part["aide"]) == ("part", "Recettes", "Une aide.")
    assert siae["options"] == [{"code": "ACI", "libelle": "Modèle d'ACI"}]
    # Of two figures, the one that is read; of its value, the ratio and not the percentage.
    assert list(content["parametres"]) == ["plafond_modele"]
    (period,) = content["parametres"]["plafond_modele"]["cellules"][""]
    assert period == {
        "du": "2010-01-01",
        "au": None,
        "valeur": "3/10",
        "motif": None,
        "rappel_apres": None,
        "sources": [{"texte": "Texte modèle, article 1", "url": "sources/texte-modele/"}],
    }
    taux, verdict = content["etapes"]
    assert taux["regle"] == {"titre": "Règle modèle", "url": "regles/regle-modele/"}
    assert verdict["regle"] is None
    assert taux["sources"] == [{"texte": "Texte modèle, article 1", "url": "sources/texte-modele/"}]
    assert verdict["sources"][0]["texte"] == "Texte modèle, article 1, al. 2"
    assert (taux["type"], verdict["type"], taux["libelles"]) == ("nombre", "texte", {})
    assert verdict["libelles"] == {"conforme": "conforme", "non-conforme": "non conforme"}


def test_a_figure_read_by_a_condition_or_a_warning_alone_is_carried_too(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, CALCUL, "{si: taux < plafond_modele,", "{si: taux < 30 %,")
    assert list(compile_rules(tmp_path).programs[0].json["parametres"]) == []
    modifier(tmp_path, CALCUL, *avertir("taux > plafond_modele", "Un message."))
    assert list(compile_rules(tmp_path).programs[0].json["parametres"]) == ["plafond_modele"]
    condition = "si: date_reference > 2020-01-01 et 1 €/ETP/an < montant_modele[« ici », « ACI »]"
    modifier(tmp_path, CALCUL, "libelle: Charges,", f'libelle: Charges, "si": "{condition[4:]}",')
    assert set(compile_rules(tmp_path).programs[0].json["parametres"]) == {"plafond_modele", "montant_modele"}
    gap, known = "2020-01-01", "2010-01-01"
    periods = compile_rules(tmp_path).programs[0].json["parametres"]["montant_modele"]["cellules"]["ici/AI"]
    assert [(one["du"], one["au"], one["valeur"]) for one in periods] == [
        (known, "2019-12-31", "50"),
        (gap, "2020-12-31", None),
    ]
    served = compile_rules(tmp_path).programs[0].json["parametres"]["montant_modele"]["cellules"]["ailleurs/ACI"]
    assert [one["rappel_apres"] for one in served] == ["2019-12-31"]


def test_the_unit_of_a_list_of_cases_is_told_where_it_is_declared(tmp_path: Path) -> None:
    assert dit(tmp_path, ("libelle: Verdict\n", "libelle: Verdict\n    unite: €\n")) == [
        "18:12: MEM303 cette étape donne un texte : elle n'a pas d'unité"
    ]


def test_a_step_says_its_unit_but_for_a_percentage(tmp_path: Path) -> None:
    assert dit(tmp_path, ('    unite: "%"\n', "")) == []
    assert dit(tmp_path / "aire", ("formule: recettes / charges", "formule: recettes"), ('    unite: "%"\n', ""))[
        0
    ] == ("13:14: MEM303 la formule donne un nombre en €, l'étape est déclarée sans unité")
