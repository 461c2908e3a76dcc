"""Formulas on their own: what is tried without a file has the units and the faults of what is written in one."""

import pytest

from generator.compile.essai import ENTREES, PARAMETRES, SIAE, programme_d_essai, programme_illustre
from generator.compile.operations import OPERATIONS, Illustration
from generator.model import Cas, Etape, Parametre, TypeEntree


def unites(*etapes: Etape) -> dict[str, str]:
    made = programme_d_essai("essai", etapes, ENTREES, PARAMETRES, (SIAE,))
    assert list(made.report) == []
    return {step["nom"]: step["unite"] for step in made.value[0].json["etapes"]}


def etape(nom: str, formule: str, **champs: str) -> Etape:
    return Etape(nom=nom, libelle=nom, formule=formule, **champs)


def test_a_step_has_the_unit_of_its_formula_whatever_the_order() -> None:
    steps = (etape("trois", "deux * 2"), etape("deux", "un + 1 €"), etape("un", "recettes - charges"))
    assert unites(*steps) == {"trois": "€", "deux": "€", "un": "€"}
    assert unites(etape("un", "montant_exemple[siae] * etp"), etape("deux", "rsa"), etape("trois", "age")) == {
        "un": "€/an",
        "deux": "",
        "trois": "",
    }


def test_a_unit_that_is_declared_is_kept() -> None:
    assert unites(etape("un", "duree", unite="mois")) == {"un": "mois"}


def test_a_list_of_cases_has_the_unit_of_the_first_that_gives_a_value() -> None:
    cases = (Cas(si="rsa", sans_objet="Rien."), Cas(si="qpv", alors="duree"), Cas(alors="6 mois"))
    assert unites(Etape(nom="un", libelle="Un", cas=cases)) == {"un": "an"}


def test_a_figure_without_a_readable_unit_is_told_alone() -> None:
    strange = PARAMETRES[0].model_copy(update={"unite": "kg"})
    figures: tuple[Parametre, ...] = (strange, PARAMETRES[1])
    for formula in ("seuil_exemple * 2", "recettes"):
        made = programme_d_essai("essai", (etape("un", formula),), ENTREES, figures, (SIAE,))
        assert [one.code for one in made.report] == ["MEM305"]
        # What uses it cannot be compiled; the others are.
        assert len(made.value) == (formula == "recettes")


@pytest.mark.parametrize("champ", ["si", "formule"])
def test_what_uses_an_unreadable_unit_is_not_told_again(champ: str) -> None:
    strange = PARAMETRES[0].model_copy(update={"unite": "kg"})
    asked = ENTREES[0].model_copy(update={"si": "seuil_exemple > 1"} if champ == "si" else {"unite": "kg"})
    figures = (strange,) if champ == "si" else ()
    made = programme_d_essai("essai", (etape("un", "recettes + 1 €"),), (asked,), figures)
    assert [one.code for one in made.report] == ["MEM305"]
    assert made.value == ()


def test_an_example_asks_for_what_it_answers_or_for_something() -> None:
    made = programme_illustre(Illustration("etp * 2", {"etp": "1", "siae": "ACI"}, "2 ETP"))
    assert [question["nom"] for question in made.json["entrees"]] == ["etp", "siae"]
    assert [question["nom"] for question in programme_illustre(Illustration("1", {}, "1")).json["entrees"]] == [
        "recettes"
    ]
    (cases,) = programme_illustre(OPERATIONS["cas"].exemple).json["etapes"]
    assert [reason for _, _, reason in cases["arbre"][1:]] == [
        "La part des recettes est sous le seuil.",
        "La part des recettes atteint le seuil.",
    ]
    with pytest.raises(ValueError, match="« zut » inconnu"):
        programme_illustre(Illustration("zut", {}, ""))


def test_the_inputs_of_the_examples_are_of_every_kind() -> None:
    assert {entree.type for entree in ENTREES} == set(TypeEntree)
