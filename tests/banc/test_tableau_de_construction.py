"""The report of the construction says what was measured, cut, left out, and what it promises."""

from collections.abc import Iterable
from datetime import date

import pytest

from bench.construction import tableau as rapport
from bench.construction.mesures import Mesures
from bench.construction.moteurs import MOTEURS, Moteur
from bench.construction.poids import Poids
from bench.construction.processus import Passage
from bench.construction.promesses import promesses


@pytest.fixture(autouse=True)
def _sans_versions(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the machine has installed is not asked."""
    for engine in {type(engine) for engine in MOTEURS}:
        monkeypatch.setattr(engine, "version", lambda self: f"version de {self.nom}")


def mesures(moteur: str, pages: int, duree: float | None) -> Mesures:
    one = Mesures(moteur, pages, pages, 900)
    one.froids.append(Passage(duree or 900, 2 * (duree or 900), 50_000_000, 0 if duree else None))
    if duree:
        one.touches.append(Passage(duree / 4, duree / 2, 50_000_000, 0))
        one.poids = Poids(20_000 * pages, 7, 10_000 * pages, 0)
    return one


def rendre(tous: Iterable[Mesures]) -> str:
    results = {(one.moteur, one.taille): one for one in tous}
    engines: list[Moteur] = [engine for engine in MOTEURS if any(code == engine.code for code, _ in results)]
    return rapport.tableau(date(2026, 11, 26), engines, results, promesses(results), (3, 1, 7))


def test_a_line_gives_time_memory_output_and_their_cost_a_page() -> None:
    told = rendre([mesures("nous", 1_000, 10)])
    assert "| le mémento entier | 1\u202f000 | 10,0 | 20,0 | 50 | 10,0 | 20,0 | 7 | 20,0 | 10,0 |" in told
    assert "| le mémento entier | 1\u202f000 | 2,5 | 5,0 | 0,25 |  |" in told


def test_what_was_cut_or_not_run_says_so() -> None:
    left = Mesures("material", 5_000, 5_000, 900, absent="non lancé : trop gros")
    told = rendre([mesures("nous", 5_000, None), left])
    assert "| le mémento entier | 5\u202f000 | plus de 900 s |" in told
    assert "| Material | 5\u202f000 | non lancé : trop gros |" in told


def test_growth_needs_two_sizes() -> None:
    assert "Croissance" not in rendre([mesures("nous", 100, 1)])
    told = rendre([mesures("nous", 100, 1), mesures("nous", 1_000, 100)])
    assert "| le mémento entier | 100, 1\u202f000 | 2,00 | 2,00 | 1,00 |" in told


def test_a_change_that_the_server_never_shows_says_so() -> None:
    one = mesures("nous", 1_000, 10)
    one.visible.append(None)
    assert "| 0,25 | plus de 900 |" in rendre([one])


def test_the_time_until_a_change_is_seen_is_given_in_seconds() -> None:
    one = mesures("nous", 1_000, 10)
    one.visible += [0.834, 9, 0.5]
    assert "| 0,25 | 0,83 |" in rendre([one])


def test_what_was_measured_in_parts_says_so() -> None:
    one = mesures("nous", 1_000, 10)
    one.jour = "2026-11-24"
    assert "Mesuré en plusieurs fois, du 2026-11-24 au 2026-11-26 :" in rendre([one])
    one.jour = "2026-11-26"
    assert "Mesuré le 2026-11-26 :" in rendre([one])


def test_each_promise_is_told() -> None:
    assert rendre([mesures("nous", 1_000, 10)]).count("\n- ") == 6
