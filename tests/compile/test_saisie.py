"""What people type."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from generator.compile.saisie import Refusee, lire_date, lire_entree

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
