"""A promise of the search that is not held is told, and only that one."""

from dataclasses import replace

from bench.recherche.mesures import Vitesse
from bench.recherche.notes import Essai
from bench.recherche.promesses import non_tenues

TENUE = Vitesse(premier=300, p50=1, p95=16, touches=800)
GRANDE = replace(TENUE, p95=60)


def essais(premiers: int, suivants: int, perdus: int, *, a_part: bool = False) -> list[Essai]:
    """Some first, some second, some lost."""
    ranks = [1] * premiers + [2] * suivants + [None] * perdus
    return [Essai(rank, 1, "mots", a_part) for rank in ranks]


def test_what_is_exactly_at_each_limit_is_held() -> None:
    assert list(non_tenues(essais(90, 8, 2), 350_000, [TENUE], GRANDE)) == []


def test_each_figure_beyond_its_limit_is_told() -> None:
    slow = Vitesse(premier=301, p50=1, p95=16.1, touches=800)
    told = list(non_tenues(essais(89, 8, 3), 350_001, [TENUE, slow], replace(GRANDE, p95=60.1)))
    assert told == [
        "Non tenu : 98 % dans les 3 premiers (97,0 %).",
        "Non tenu : 90 % en premier (89,0 %).",
        "Non tenu : index de 350\u202f000 octets au plus (350\u202f001).",
        "Non tenu : premier résultat en 300 ms (301).",
        "Non tenu : 16 ms par touche au 95e centile (16,1).",
        "Non tenu : 60 ms par touche au 95e centile, sur 5 000 pages (60,1).",
    ]


def test_an_index_that_nobody_fetched_was_not_measured() -> None:
    assert list(non_tenues(essais(10, 0, 0), 0, [TENUE], GRANDE)) == [
        "Non tenu : index de 350\u202f000 octets au plus (0)."
    ]


def test_queries_kept_apart_may_not_do_much_worse() -> None:
    tried = essais(200, 0, 0) + essais(96, 4, 0, a_part=True)
    assert list(non_tenues(tried, 1, [TENUE], GRANDE)) == [
        "Non tenu : mises à part à 3 points du réglage, en premier (4,0)."
    ]


def test_queries_kept_apart_may_do_better() -> None:
    tried = essais(96, 4, 0) + essais(100, 0, 0, a_part=True)
    assert list(non_tenues(tried, 1, [TENUE], GRANDE)) == []
