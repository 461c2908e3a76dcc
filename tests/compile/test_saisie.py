"""What people type."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from generator.compile.essai import programme_illustre
from generator.compile.operations import OPERATIONS
from generator.compile.saisie import Refusee, lire_date, lire_entree, lire_situation

F = Fraction


def entree(type_: str = "nombre", **champs: Any) -> dict[str, Any]:
    base = {"nom": "x", "type": type_, "unite": "", "min": None, "max": None, "entier": False, "options": []}
    return {**base, **champs}


@pytest.mark.parametrize(
    ("texte", "unite", "valeur"),
    [
        ("1 234,5", "€", F(2469, 2)),
        ("1234.5", "€", F(2469, 2)),
        ("1\u202f234,50 €", "€", F(2469, 2)),
        ("30", "%", F(3, 10)),
        ("30%", "%", F(3, 10)),
        ("30 %", "%", F(3, 10)),
        ("−2", "", F(-2)),
        ("+2", "", F(2)),
        ("2 ans", "an", F(2)),
        ("010", "", F(10)),
    ],
)
def test_numbers_are_read_as_french_people_write_them(texte: str, unite: str, valeur: Fraction) -> None:
    assert lire_entree(entree(unite=unite), texte) == valeur


@pytest.mark.parametrize(
    "texte",
    ["abc", "1e999", "NaN", "Infinity", "½", "٣", "<script>", "1,2,3", ",5", "5,", "0x10", "--1", "2 €", "1_000"],
)
def test_what_is_not_a_number_is_refused(texte: str) -> None:
    with pytest.raises(Refusee, match="n'est pas un nombre"):
        lire_entree(entree(), texte)


def test_a_number_too_long_is_refused() -> None:
    with pytest.raises(Refusee, match="nombre trop long"):
        lire_entree(entree(), "9" * 400)


def test_bounds_are_inclusive_and_told() -> None:
    bounded = entree(unite="%", min="0", max="1/10")
    assert lire_entree(bounded, "10") == F(1, 10)
    assert lire_entree(bounded, "0") == 0
    with pytest.raises(Refusee, match="doit être au plus 10 %"):
        lire_entree(bounded, "10,01")
    with pytest.raises(Refusee, match="doit être au moins 0 %"):
        lire_entree(bounded, "-0,01")


def test_an_integer_is_asked_for() -> None:
    with pytest.raises(Refusee, match="nombre entier"):
        lire_entree(entree(entier=True), "1,5")


def test_answers_and_choices() -> None:
    options = [{"code": "ACI", "libelle": ""}, {"code": "EI", "libelle": ""}]
    assert lire_entree(entree("booleen"), "OUI") is True
    assert lire_entree(entree("choix", options=options), "aci") == "ACI"
    with pytest.raises(Refusee, match="répondez par oui ou par non"):
        lire_entree(entree("booleen"), "peut-être")
    with pytest.raises(Refusee, match="choisissez parmi ACI, EI ; vouliez-vous dire « ACI »"):
        lire_entree(entree("choix", options=options), "ACII")


def test_dates_are_read_in_two_writings() -> None:
    assert lire_date("x", "2021-09-01") == lire_date("x", "1/9/2021") == date(2021, 9, 1)


@pytest.mark.parametrize(
    "texte", ["2021-02-30", "31/02/2021", "2021", "demain", "1899-12-31", "2201-01-01", "20210901"]
)
def test_a_day_that_does_not_exist_is_refused(texte: str) -> None:
    with pytest.raises(Refusee):
        lire_date("x", texte)


def test_a_choice_far_from_all_is_answered_by_the_list_and_a_near_one_by_a_question() -> None:
    choice = entree("choix", options=[{"code": "ACI"}, {"code": "AI"}])
    with pytest.raises(Refusee) as far:
        lire_entree(choice, "zzzzzz")
    assert far.value.message == "« zzzzzz » n'est pas proposé : choisissez parmi ACI, AI"
    with pytest.raises(Refusee) as near:
        lire_entree(choice, "ACII")
    assert near.value.message == ("« ACII » n'est pas proposé : choisissez parmi ACI, AI ; vouliez-vous dire « ACI » ?")


def test_a_number_of_thirty_signs_is_the_longest() -> None:
    assert lire_entree(entree(), "9" * 30) == 10**30 - 1
    with pytest.raises(Refusee, match="nombre trop long"):
        lire_entree(entree(), "9" * 31)


def test_a_bound_of_zero_is_a_bound() -> None:
    assert lire_entree(entree(min="0", max="0"), "0") == 0
    for texte, message in (("-1", "doit être au moins 0"), ("1", "doit être au plus 0")):
        with pytest.raises(Refusee) as told:
            lire_entree(entree(min="0", max="0"), texte)
        assert told.value.message == message


def test_only_an_input_in_whole_numbers_refuses_a_part_of_one() -> None:
    assert lire_entree(entree(entier=True), "12") == 12
    assert lire_entree(entree(), "1,5") == F(3, 2)


def test_a_sign_is_read_before_a_percentage() -> None:
    assert lire_entree(entree(unite="%"), "\u22122,5 %") == F(-1, 40)
    assert lire_entree(entree(unite="%"), "-2,5 %") == F(-1, 40)


@pytest.mark.parametrize("texte", ["3 jours", "3 jour", "3jours", "3"])
def test_a_unit_is_written_in_the_singular_or_the_plural_or_not_at_all(texte: str) -> None:
    assert lire_entree(entree(unite="jour"), texte) == 3


@pytest.mark.parametrize("texte", ["3 mois", "3 ans", "3 h"])
def test_a_unit_of_another_input_is_no_number(texte: str) -> None:
    with pytest.raises(Refusee) as told:
        lire_entree(entree(unite="jour"), texte)
    message = f"« {texte} » n'est pas un nombre : écrivez par exemple 1 234,5"
    assert (told.value.nom, told.value.message) == ("x", message)


@pytest.mark.parametrize(("texte", "valeur"), [("oui", True), ("True", True), ("NON", False), (" false ", False)])
def test_yes_and_no_are_read_in_two_words_each(texte: str, valeur: bool) -> None:
    assert lire_entree(entree("booleen"), texte) is valeur


def test_the_first_and_the_last_day_of_the_calendar_are_days() -> None:
    assert lire_date("x", " 1900-01-01 ") == date(1900, 1, 1)
    assert lire_date("x", "31/12/2200") == date(2200, 12, 31)
    assert lire_entree(entree("date"), "2/1/2021") == date(2021, 1, 2)
    for texte, message in (
        ("31/12/1899", "la date doit être entre 1900 et 2200"),
        ("01/01/2201", "la date doit être entre 1900 et 2200"),
        ("30/02/2021", "la date 30/02/2021 n'existe pas"),
        ("hier", "« hier » n'est pas une date : écrivez par exemple 2021-09-01 ou 01/09/2021"),
    ):
        with pytest.raises(Refusee) as told:
            lire_date("x", texte)
        assert (told.value.nom, told.value.message) == ("x", message)


def test_what_is_quoted_in_a_refusal_is_cut_after_thirty_signs() -> None:
    for texte, cite in (("a" * 30, "a" * 30), ("a" * 31, f"{'a' * 30}…")):
        with pytest.raises(Refusee) as told:
            lire_entree(entree("booleen"), texte)
        assert told.value.message == f"« {cite} » : répondez par oui ou par non"


def test_a_situation_is_read_input_by_input_and_an_empty_answer_is_none() -> None:
    programme = programme_illustre(OPERATIONS["+"].exemple)
    assert lire_situation(programme, {"recettes": "1", "subventions": "  "}) == {"recettes": 1}
    for nom, message in (
        ("recette", "entrée inconnue ; vouliez-vous dire « recettes » ?"),
        ("zzz", "entrée inconnue ; entrées possibles : recettes, subventions"),
    ):
        with pytest.raises(Refusee) as told:
            lire_situation(programme, {nom: "1"})
        assert (told.value.nom, told.value.message) == (nom, message)
