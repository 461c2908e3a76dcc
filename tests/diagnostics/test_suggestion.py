import pytest

from generator.diagnostics import vouliez_vous_dire
from generator.diagnostics.numero import articles_proches
from generator.diagnostics.suggestion import _proches


@pytest.mark.parametrize("word", ["portée", "Portee", "porte", "PORTEE"])
def test_the_nearest_word_is_proposed_whatever_the_case(word: str) -> None:
    assert vouliez_vous_dire(word, ["statut", "portee", "enonce"]) == "vouliez-vous dire « portee » ?"


def test_nothing_is_proposed_when_nothing_is_near() -> None:
    assert vouliez_vous_dire("xyz", ["statut", "portee"]) == ""
    assert vouliez_vous_dire("statut", []) == ""


def test_the_candidate_keeps_its_own_case() -> None:
    assert vouliez_vous_dire("aci", ["ACI", "EI"]) == "vouliez-vous dire « ACI » ?"


ARTICLES = [f"c-trav-{name}" for name in ("l5132-1", "l5132-9", "l5132-11", "l5132-15", "l5132-15-1", "d5132-34")]
ARTICLES += ["c-com-l225-102-1", "loi-2020-1525", "decret-2021-1128"]


@pytest.mark.parametrize(
    ("word", "nearest"),
    [
        ("c-trav-l5132-91", "c-trav-l5132-9"),
        ("c-trav-d5132-9", "c-trav-l5132-9"),
        ("c-trav-l5123-9", "c-trav-l5132-9"),
        ("c-travail-l5132-9", "c-trav-l5132-9"),
        ("c-trav-d5132-43", "c-trav-d5132-34"),
        ("c-trav-l5132-15-3", "c-trav-l5132-15-1"),
        ("c-com-l225-102", "c-com-l225-102-1"),
        ("L. 5132-90", "c-trav-l5132-9"),
    ],
)
def test_an_article_is_near_by_its_number(word: str, nearest: str) -> None:
    assert vouliez_vous_dire(word, ARTICLES).startswith(f"vouliez-vous dire « {nearest} »")


def test_neighbours_of_a_number_are_proposed_from_the_nearest() -> None:
    assert vouliez_vous_dire("c-trav-l5132-205", ARTICLES) == (
        "vouliez-vous dire « c-trav-l5132-15 », « c-trav-l5132-15-1 » ou « c-trav-l5132-11 » ?"
    )


def test_an_article_of_another_chapter_is_not_proposed_because_its_letters_look_alike() -> None:
    assert vouliez_vous_dire("c-trav-l8241-2", ARTICLES) == ""


def test_the_number_of_a_law_is_no_article() -> None:
    assert vouliez_vous_dire("loi-2020-1526", ARTICLES) == "vouliez-vous dire « loi-2020-1525 » ?"
    assert vouliez_vous_dire("decret-2021-1129", ARTICLES) == "vouliez-vous dire « decret-2021-1128 » ?"


def test_where_no_candidate_is_an_article_letters_decide() -> None:
    assert vouliez_vous_dire("aide-l5132", ["aide-l513x", "autre"]) == "vouliez-vous dire « aide-l513x » ?"


def test_the_same_slip_is_compared_with_the_same_names_once() -> None:
    _proches.cache_clear()
    names = [f"nom-{number}" for number in range(500)]
    assert {vouliez_vous_dire("nom-7x", names) for _ in range(400)} == {"vouliez-vous dire « nom-7 » ?"}
    assert _proches.cache_info().misses == 1


def test_what_ends_with_no_number_is_near_no_article() -> None:
    assert articles_proches("c-trav-preambule", ARTICLES) == ()
