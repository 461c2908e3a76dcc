"""Dropping a folder under tests/corpus/invalides/ is adding a test: the folder is laid over tests/corpus/base/."""

from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, batir, lignes, petit_memento

from generator import check, compile, load, render, resolve, validate
from generator.pipeline import build, verify

INVALIDES = Path(__file__).parent / "corpus" / "invalides"
VALIDES = sorted((Path(__file__).parent / "corpus" / "valides").iterdir())
DOSSIERS = sorted(path for path in INVALIDES.iterdir() if not path.name.startswith("MEM0"))
# MEM505 needs a page that nothing links to, and every page has its index: tests/check/test_orphelins.py makes one.
# MEM408 needs what the first verification lets through: tests/render/test_admission.py writes it in a page.
A_PART = {"MEM408", "MEM505"}


def test_the_base_is_in_order(tmp_path: Path) -> None:
    assert lignes(batir(petit_memento(tmp_path))) == []


@pytest.mark.parametrize("dossier", VALIDES, ids=lambda path: path.name)
def test_another_way_of_writing_the_same_is_accepted(tmp_path: Path, dossier: Path) -> None:
    assert lignes(batir(petit_memento(tmp_path, surcouche=dossier))) == []


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: path.name)
def test_a_fault_is_told_once_at_its_place(tmp_path: Path, dossier: Path) -> None:
    expected = (dossier / "attendu.txt").read_text(encoding="utf-8").splitlines()
    assert lignes(batir(petit_memento(tmp_path, surcouche=dossier))) == expected
    assert any(f" {dossier.name[:6]} " in line for line in expected)


@pytest.mark.parametrize("dossier", DOSSIERS, ids=lambda path: path.name)
def test_verifying_tells_the_same_as_building_but_for_what_only_pages_show(tmp_path: Path, dossier: Path) -> None:
    root = petit_memento(tmp_path, surcouche=dossier)
    of_pages = {promise.code.code for promise in check.PAGES}
    built = [item for item in build(root, AUJOURD_HUI).report if item.code not in of_pages]
    assert list(verify(root, AUJOURD_HUI).report) == built


def test_every_code_has_a_fixture_and_an_explanation() -> None:
    stages = (load, validate, resolve, compile, render, check)
    codes = [code for stage in stages for code in stage.CODES]
    assert len({code.code for code in codes}) == len(codes)
    fixtures = {path.name[:6] for path in INVALIDES.iterdir()}
    made_by_hand = {"MEM010", "MEM022", "MEM024", *A_PART}
    assert {code.code for code in codes} - fixtures == made_by_hand
    for code in codes:
        assert all((code.faute, code.pourquoi, code.remede))


def test_the_hundreds_digit_says_the_stage() -> None:
    for digit, stage in enumerate((load, validate, resolve, compile, render, check)):
        assert all(code.code.startswith(f"MEM{digit}") for code in stage.CODES)
