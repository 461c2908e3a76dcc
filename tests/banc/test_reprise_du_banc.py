"""A bench that is run in parts remembers what it measured, as long as what is measured is the same."""

from pathlib import Path

import pytest

from bench.construction.mesures import Mesures
from bench.construction.poids import Poids
from bench.construction.processus import Passage
from bench.construction.reprise import AutreEtat, etat, garder, reprendre


def une() -> Mesures:
    one = Mesures("nous", 1_000, 997, 900.0, jour="2026-11-26")
    one.froids.append(Passage(10.5, 20.5, 300_000_000, 0))
    one.touches.append(Passage(2.5, 3.5, 200_000_000, 0))
    one.poids = Poids(1_000, 7, 500, 0)
    one.visible += [0.4, None]
    return one


def test_what_was_measured_is_read_back_as_it_was(tmp_path: Path) -> None:
    cut = Mesures("material", 5_000, 5_000, 900.0)
    cut.froids.append(Passage(900.0, 0, 1, None))
    left = Mesures("zensical", 5_000, 5_000, 900.0, absent="non lancé : trop gros")
    garder(tmp_path / "m.json", [une(), cut, left], "a")
    assert reprendre(tmp_path / "m.json", "a") == [une(), cut, left]


def test_what_broke_is_to_be_measured_again(tmp_path: Path) -> None:
    broken = une()
    broken.abandonner()
    garder(tmp_path / "m.json", [broken, une()], "a")
    assert reprendre(tmp_path / "m.json", "a") == [une()]


def test_nothing_is_remembered_before_the_first_part(tmp_path: Path) -> None:
    assert reprendre(tmp_path / "m.json", "a") == []


def test_figures_of_another_state_of_the_repository_are_refused(tmp_path: Path) -> None:
    garder(tmp_path / "m.json", [une()], "a")
    with pytest.raises(AutreEtat, match="un autre état du dépôt"):
        reprendre(tmp_path / "m.json", "b")


def test_the_state_changes_with_what_is_measured_and_with_nothing_else(tmp_path: Path) -> None:
    for path in ("generator/a.py", "site_theme/a.css", "bench/construction/b.py", "mkdocs.yml"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("un", encoding="utf-8")
    first = etat(tmp_path)
    (tmp_path / "bench/RESULTATS.md").write_text("mesuré", encoding="utf-8")
    (tmp_path / "generator/__pycache__").mkdir()
    (tmp_path / "generator/__pycache__/a.pyc").write_text("x", encoding="utf-8")
    assert etat(tmp_path) == first
    (tmp_path / "generator/a.py").write_text("deux", encoding="utf-8")
    assert etat(tmp_path) != first
