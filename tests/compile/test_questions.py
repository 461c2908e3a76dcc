"""What an input declares besides its type: a name of its own, a condition asked before, a default it could be given."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from generator.compile.essai import PARAMETRES, SIAE, programme_d_essai
from generator.compile.questions import DEFAUTS
from generator.model import Entree, Etape, TypeEntree

UN = Etape(nom="un", libelle="Un", formule="1")
GENRES: dict[str, dict[str, Any]] = {
    "nombre": {"type": TypeEntree.NOMBRE},
    "booleen": {"type": TypeEntree.BOOLEEN},
    "date": {"type": TypeEntree.DATE},
    "choix": {"type": TypeEntree.CHOIX, "liste": "siae"},
}


def entree(nom: str, genre: str = "nombre", **champs: Any) -> Entree:
    return Entree(nom=nom, libelle=nom, **{**GENRES[genre], **champs})


# A calculator asks at least one question.
DEJA = entree("deja")


def dire(*entrees: Entree, etapes: tuple[Etape, ...] = (UN,)) -> list[tuple[str, str, str]]:
    """What is told of a calculator that asks this: code, message, advice."""
    made = programme_d_essai("essai", etapes, (DEJA, *entrees), PARAMETRES, (SIAE,))
    return [(one.code, one.message, one.help) for one in made.report]


@pytest.mark.parametrize(
    ("nom", "sens"),
    [
        ("seuil_exemple", "est déjà le nom d'un paramètre"),
        ("date_reference", "désigne déjà la date dont on applique le droit"),
        ("alors", "est un mot de la langue des formules"),
    ],
)
def test_a_name_that_means_something_else_is_taken_for_an_input_and_for_a_step(nom: str, sens: str) -> None:
    told = [("MEM313", f"« {nom} » {sens}", "")]
    assert dire(entree(nom)) == told
    assert dire(etapes=(UN.model_copy(update={"nom": nom}),)) == told


def test_a_name_near_a_word_is_free() -> None:
    assert dire(entree("alors_que"), entree("seuil")) == []


def test_a_question_waits_for_those_before_it_only() -> None:
    first, second = entree("premiere", "booleen"), entree("seconde", si="premiere")
    assert dire(first, second) == []
    told = "la question « seconde » dépend de « premiere », qui n'est pas posée avant elle"
    assert dire(second, first) == [("MEM306", told, "")]
    itself = entree("seule", "booleen", si="seule")
    assert dire(itself) == [("MEM306", "la question « seule » dépend de « seule », qui n'est pas posée avant elle", "")]


def test_a_question_may_wait_for_a_figure_of_the_law_and_for_the_day() -> None:
    assert dire(entree("age", si="seuil_exemple > 20 % et date_reference >= 2021-09-01")) == []


def test_a_choice_is_narrowed_to_codes_of_its_list() -> None:
    assert dire(entree("siae", "choix", seulement=("AI",))) == []
    impossible = "« ACII » n'est jamais une valeur possible ici"
    assert dire(entree("siae", "choix", seulement=("AI", "ACII"))) == [
        ("MEM309", impossible, "vouliez-vous dire « ACI » ?")
    ]
    assert dire(entree("siae", "choix", seulement=("EITI",))) == [
        ("MEM309", "« EITI » n'est jamais une valeur possible ici", "codes possibles : ACI, AI")
    ]


@pytest.mark.parametrize(
    ("genre", "defaut"),
    [
        ("nombre", 0),
        ("nombre", Decimal("0.5")),
        ("booleen", False),
        ("booleen", True),
        ("date", date(2021, 9, 1)),
        ("choix", "ACI"),
    ],
)
def test_a_default_is_an_answer_that_could_be_given(genre: str, defaut: Any) -> None:
    assert dire(entree("x", genre, defaut=defaut)) == []


@pytest.mark.parametrize(
    ("genre", "defaut", "aide"),
    [
        ("nombre", "dix", ""),
        # In Python true is 1: not here.
        ("nombre", True, ""),
        ("nombre", False, ""),
        ("booleen", "oui", "écrivez true"),
        ("booleen", 0, "écrivez true (oui) ou false (non)"),
        ("date", "2021-09-01", ""),
        ("date", True, ""),
        ("choix", True, ""),
        ("choix", 2, ""),
    ],
)
def test_a_default_of_another_kind_is_told(genre: str, defaut: Any, aide: str) -> None:
    expected = {"nombre": "un nombre", "booleen": "true ou false", "date": "une date AAAA-MM-JJ", "choix": "un code"}
    told = f"« {defaut} » : on attend {expected[genre]}, comme l'entrée"
    assert dire(entree("x", genre, defaut=defaut)) == [("MEM304", told, aide)]
    assert set(expected) == {kind.value for kind in DEFAUTS}


def test_a_default_is_one_of_the_codes_that_are_proposed() -> None:
    told = [("MEM309", "« AI » n'est jamais une valeur possible ici", "vouliez-vous dire « ACI » ?")]
    assert dire(entree("siae", "choix", seulement=("ACI",), defaut="AI")) == told
    assert dire(entree("siae", "choix", seulement=("AI",), defaut="AI")) == []
