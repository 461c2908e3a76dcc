"""The steps of a calculator: in whatever order they are written, each after those it needs, each fault told once."""

from typing import Any

import pytest

from generator.compile.essai import PARAMETRES, SIAE, programme_d_essai
from generator.model import Cas, Entree, Etape, Parametre, TypeEntree

ENTREES = (
    Entree(nom="euros", libelle="Euros", type=TypeEntree.NOMBRE, unite="€"),
    Entree(nom="annees", libelle="Années", type=TypeEntree.NOMBRE, unite="an"),
    Entree(nom="oui", libelle="Oui", type=TypeEntree.BOOLEEN),
    Entree(nom="debut", libelle="Début", type=TypeEntree.DATE),
)


def etape(nom: str, formule: str | None = None, **champs: Any) -> Etape:
    return Etape(nom=nom, libelle=nom.capitalize(), formule=formule, **champs)


def dire(*etapes: Etape, parametres: tuple[Parametre, ...] = PARAMETRES) -> list[tuple[str, str]]:
    made = programme_d_essai("essai", etapes, ENTREES, parametres, (SIAE,))
    # A calculator with a fault is no calculator.
    assert len(made.value) == (not made.report.diagnostics)
    return [(one.code, one.message) for one in made.report]


def arbres(*etapes: Etape) -> dict[str, Any]:
    made = programme_d_essai("essai", etapes, ENTREES, PARAMETRES, (SIAE,))
    assert list(made.report) == []
    return {step["nom"]: step["arbre"] for step in made.value[0].json["etapes"]}


def test_steps_keep_the_order_of_the_file_whatever_they_need() -> None:
    found = arbres(etape("trois", "deux + 1 €"), etape("deux", "un + 1 €"), etape("un", "euros"))
    assert list(found) == ["trois", "deux", "un"]


def test_a_circle_is_told_once_and_what_hangs_on_it_is_not() -> None:
    steps = (etape("un", "deux"), etape("deux", "trois"), etape("trois", "un"), etape("quatre", "un + euros"))
    told = [("MEM306", "ces étapes dépendent l'une de l'autre : un → deux → trois → un")]
    assert dire(*steps) == told
    # Entered by its side, the circle is the same: what leads there is no part of it.
    assert dire(steps[3], *steps[:3]) == told
    assert dire(etape("seule", "seule + 1")) == [("MEM306", "ces étapes dépendent l'une de l'autre : seule → seule")]


def test_two_circles_are_told_both() -> None:
    steps = (etape("a", "b"), etape("b", "a"), etape("c", "d"), etape("d", "c"))
    assert [message for _, message in dire(*steps)] == [
        "ces étapes dépendent l'une de l'autre : a → b → a",
        "ces étapes dépendent l'une de l'autre : c → d → c",
    ]


def test_a_fault_is_told_where_it_is_and_not_in_what_follows_from_it() -> None:
    steps = (etape("un", "euros + 1 h"), etape("deux", "un + 1 €"), etape("trois", "deux * 2"))
    assert dire(*steps) == [("MEM303", "on ne peut pas mêler € et h")]
    # What does not hang on it is read all the same.
    assert {code for code, _ in dire(steps[0], etape("autre", "inconnu"))} == {"MEM302", "MEM303"}


def test_a_reason_rests_on_the_steps_that_it_names() -> None:
    refused = etape("un", cas=(Cas(si="oui", sans_objet="Voir {deux}."), Cas(alors="1 €")))
    assert dire(refused, etape("deux", "euros")) == []
    assert dire(refused, etape("deux", "un"))[0][0] == "MEM306"
    why = etape("un", cas=(Cas(si="oui", refus="Voir {deux}."), Cas(alors="1 €")))
    assert dire(why, etape("deux", "un"))[0][0] == "MEM306"


@pytest.mark.parametrize("champ", ["parce_que", "sans_objet", "refus"])
def test_a_name_unknown_to_a_reason_is_told(champ: str) -> None:
    if champ == "parce_que":
        first = Cas(si="oui", alors="2 €", parce_que="Il y a {euro}.")
    else:
        first = Cas(si="oui", **{champ: "Il y a {euro}."})
    assert dire(etape("un", cas=(first, Cas(alors="1 €")))) == [("MEM302", "« euro » inconnu")]


def test_the_reasons_wait_for_the_steps_to_be_right() -> None:
    one = etape("un", cas=(Cas(si="oui", alors="2 €", parce_que="{zut}"), Cas(alors="1 €")))
    assert [message for _, message in dire(one, etape("deux", "rien"))] == ["« rien » inconnu"]


def test_cases_without_a_value_are_told() -> None:
    only = etape("un", cas=(Cas(si="oui", sans_objet="Non."), Cas(refus="Jamais.")))
    assert dire(only) == [("MEM304", "aucun cas ne donne de valeur")]


def test_a_condition_of_a_case_answers_yes_or_no_and_not_always_the_same() -> None:
    def told(si: str) -> list[tuple[str, str]]:
        return dire(etape("un", cas=(Cas(si=si, alors="1 €"), Cas(alors="2 €"))))

    assert told("euros > 1 €") == []
    assert told("euros") == [("MEM304", "une condition est attendue ici, pas un nombre en €")]
    assert told("vrai") == [("MEM310", "la condition est toujours la même")]
    assert told("zut") == [("MEM302", "« zut » inconnu")]


def test_a_fault_in_a_result_of_a_case_leaves_the_step_without_a_tree() -> None:
    step = etape("un", cas=(Cas(si="oui", alors="zut"), Cas(alors="2 €")))
    assert dire(step, etape("deux", "un + 1 h")) == [("MEM302", "« zut » inconnu")]
    both = etape("un", cas=(Cas(si="zut", alors="zot"), Cas(alors="2 €")))
    assert {message for _, message in dire(both)} == {"« zut » inconnu", "« zot » inconnu"}


def test_cases_that_do_not_agree_are_told_once() -> None:
    step = etape("un", cas=(Cas(si="oui", alors="euros"), Cas(alors="2 h")))
    told = "ici un nombre en h, ailleurs un nombre en € : les branches doivent s'accorder"
    assert dire(step, etape("deux", "un + 1 €")) == [("MEM303", told)]


def test_cases_are_brought_to_one_unit() -> None:
    found = arbres(etape("un", cas=(Cas(si="oui", alors="annees"), Cas(alors="6 mois", parce_que="Court."))))
    assert found["un"] == [
        "cas",
        [["ref", "oui"], ["ref", "annees"], None],
        [None, ["convertir", ["nombre", "6", "mois"], "1/12"], "Court."],
    ]


def test_cases_that_give_no_value_keep_their_place() -> None:
    cases = (Cas(si="oui", sans_objet="Rien."), Cas(si="euros > 1 €", refus="Trop."), Cas(alors="euros"))
    assert [outcome for _, outcome, _ in arbres(etape("un", cas=cases))["un"][1:]] == [
        ["sans_objet", "Rien."],
        ["refus", "Trop."],
        ["ref", "euros"],
    ]


@pytest.mark.parametrize(
    ("formule", "unite", "dit"),
    [
        ("euros", "€", []),
        ("annees", "mois", []),
        ("euros / 100 €", "%", []),
        ("30 %", None, []),
        ("oui", None, []),
        ("euros", "h", [("MEM303", "la formule donne un nombre en €, l'étape est déclarée h")]),
        ("euros / 2 €", "€", [("MEM303", "la formule donne un nombre sans unité, l'étape est déclarée €")]),
        ("oui", "€", [("MEM303", "cette étape donne oui ou non : elle n'a pas d'unité")]),
        ("debut", "jour", [("MEM303", "cette étape donne une date : elle n'a pas d'unité")]),
        ("euros", "kg", [("MEM305", "l'unité « kg » n'existe pas")]),
    ],
)
def test_a_step_gives_what_it_declares(formule: str, unite: str | None, dit: list[tuple[str, str]]) -> None:
    assert dire(etape("un", formule, unite=unite)) == dit


@pytest.mark.parametrize(("formule", "aide"), [("euros", "écrivez « unite: € »"), ("euros / 2 €", "retirez « unite »")])
def test_a_step_that_declares_another_unit_is_told_what_to_write(formule: str, aide: str) -> None:
    (told,) = programme_d_essai("essai", (etape("un", formule, unite="h"),), ENTREES).report
    assert told.help == aide


def test_dashes_that_cut_a_figure_are_the_only_thing_told() -> None:
    # Read as a difference, it would lead to « seuil » and « exemple », which lead back.
    steps = (etape("seuil", "seuil-exemple"), etape("exemple", "seuil"))
    assert dire(*steps) == [("MEM302", "« seuil-exemple » inconnu")]
