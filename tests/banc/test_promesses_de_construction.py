"""A promise of the construction is held at its limit, not held beyond, not measured without what it needs."""

import pytest

from bench.construction.mesures import Mesures
from bench.construction.poids import Poids
from bench.construction.processus import Passage
from bench.construction.promesses import Promesse, Resultats, promesses

PROMESSES = ("froid", "touchee", "visible", "croissance", "memoire", "sortie")


def mesures(
    moteur: str, taille: int, duree: float = 1, vu: float | None = None, memoire: int = 1, octets: int = 1
) -> Mesures:
    one = Mesures(moteur, taille, taille, 900)
    one.froids.append(Passage(duree, duree, memoire, 0))
    one.touches.append(Passage(3, 3, memoire, 0))
    one.visible = [] if vu is None else [vu, vu + 50, vu - 0.5]
    one.poids = Poids(octets, 1, octets, 0)
    return one


def coupees(moteur: str, taille: int, delai: float) -> Mesures:
    one = Mesures(moteur, taille, taille, delai)
    one.froids.append(Passage(delai, delai, 1, None))
    return one


def resultats(*tous: Mesures) -> Resultats:
    return {(one.moteur, one.taille): one for one in tous}


def tenues(*tous: Mesures) -> dict[str, Promesse]:
    return dict(zip(PROMESSES, promesses(resultats(*tous)), strict=True))


ELAGUE = mesures("material-elague", 1_000, duree=10)


def test_what_is_exactly_at_each_limit_is_held() -> None:
    told = tenues(
        ELAGUE,
        mesures("nous-pages", 1_000, duree=4, vu=1),
        mesures("nous", 1_000, octets=60_000_000),
        mesures("nous-pages", 5_000, duree=22),
        mesures("nous-pages", 20_000, memoire=1_000_000_000),
    )
    assert [one.tenue for one in told.values()] == [True] * 6


def test_what_is_just_beyond_each_limit_is_not() -> None:
    told = tenues(
        ELAGUE,
        mesures("nous-pages", 1_000, duree=4.01, vu=1.01),
        mesures("nous", 1_000, octets=60_001_000),
        mesures("nous-pages", 5_000, duree=22.06),
        mesures("nous-pages", 20_000, memoire=1_000_000_001),
    )
    assert [one.tenue for one in told.values()] == [False] * 6


def test_what_is_under_each_limit_is_told_with_its_figure() -> None:
    told = tenues(
        ELAGUE,
        mesures("nous-pages", 1_000, duree=2, vu=0.5),
        mesures("nous", 1_000, octets=30_000_000),
        mesures("nous-pages", 5_000, duree=10),
        mesures("nous-pages", 20_000, memoire=500_000_000),
    )
    assert [one.mesure for one in told.values()] == [
        "0,20 ×",
        "0,05 × ; par une nouvelle construction : 0,30 ×",
        "0,50 s",
        "5,00 ×",
        "0,50 Go",
        "30,0 ko",
    ]
    assert told["froid"].phrase == "1 000 pages à froid, au plus 0,4 × Material élagué : tenue (0,20 ×)."


def test_a_size_or_an_engine_left_out_is_not_judged() -> None:
    told = tenues(mesures("nous-pages", 1_000, vu=1))
    assert [one.tenue for one in told.values()] == [None, None, True, None, None, None]
    assert [one.tenue for one in tenues(mesures("nous", 1_000)).values()] == [None, None, None, None, None, True]
    assert told["froid"].phrase.endswith(": non mesurée.")


@pytest.mark.parametrize(("delai", "tenue"), [(4.1, False), (4, None), (3, None)])
def test_what_was_cut_is_judged_only_when_its_time_was_already_too_much(delai: float, tenue: bool | None) -> None:
    assert tenues(ELAGUE, coupees("nous-pages", 1_000, delai))["froid"].tenue is tenue


def test_twenty_thousand_pages_that_do_not_finish_are_a_promise_that_is_not_held() -> None:
    told = tenues(coupees("nous-pages", 20_000, 900))["memoire"]
    assert (told.tenue, told.mesure) == (False, "coupé après 900 s")


def test_a_change_that_is_not_seen_in_time_is_a_promise_that_is_not_held() -> None:
    one = mesures("nous-pages", 1_000)
    one.visible = [1, None, 1]
    told = tenues(ELAGUE, one)["touchee"]
    assert (told.tenue, told.mesure) == (False, "plus de 900 s ; par une nouvelle construction : 0,30 ×")
    told = tenues(one)["visible"]
    assert (told.tenue, told.mesure) == (False, "plus de 900 s")


def test_times_are_medians_and_memory_is_the_greatest() -> None:
    one = mesures("nous-pages", 1_000, duree=10, memoire=5)
    one.froids += [Passage(50, 1, 9, 0), Passage(20, 1, 7, 0)]
    assert (one.duree, one.memoire) == (20, 9)


def test_an_engine_that_fails_keeps_none_of_its_figures() -> None:
    one = mesures("nous-pages", 1_000)
    one.abandonner()
    assert (one.duree, one.apres, one.memoire, one.poids, one.echec) == (None, None, None, None, True)
    assert tenues(ELAGUE, one)["froid"].tenue is None


def test_a_run_that_failed_gives_no_time() -> None:
    one = mesures("nous-pages", 1_000)
    one.froids.append(Passage(1, 1, 1, 1))
    assert one.duree is None
