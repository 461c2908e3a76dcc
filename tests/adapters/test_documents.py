"""Printed documents are composed once for the same words, the same day and the same way of composing."""

import threading
from collections.abc import Callable
from concurrent.futures import CancelledError
from datetime import date
from pathlib import Path

import pytest

from generator.adapters import documents
from generator.adapters.composition import Composition, Incomposable, composer
from generator.adapters.documents import MEMOIRE, PAR_OCTET, Documents, memoire
from generator.adapters.reserve import Reserve

JOUR = date(2026, 11, 23)
PATIENCE = 20


class Fausse:
    """Stands for a process that composes; what it composes ends when it is told."""

    faites: list[str]
    finir: Callable[[str], object]

    def __init__(self, source: str, jour: date) -> None:
        self.source, self.jour = source, jour
        self.faites.append(source)

    def resultat(self) -> bytes:
        self.finir(self.source)
        return f"%PDF- {self.source} {self.jour}".encode()

    def abandonner(self) -> None:
        pass


@pytest.fixture
def composes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were composed."""
    Fausse.faites = []
    Fausse.finir = staticmethod(lambda source: source)
    monkeypatch.setattr(documents, "Composition", Fausse)
    return Fausse.faites


def test_only_the_document_whose_words_have_changed_is_composed_again(tmp_path: Path, composes: list[str]) -> None:
    Documents({"a.pdf": "un", "b.pdf": "deux"}, JOUR, Reserve(tmp_path / "r")).obtenir()
    made = Documents({"a.pdf": "un", "b.pdf": "trois"}, JOUR, Reserve(tmp_path / "r")).obtenir()
    assert made == {"a.pdf": b"%PDF- un 2026-11-23", "b.pdf": b"%PDF- trois 2026-11-23"}
    assert sorted(composes) == ["deux", "trois", "un"]


def test_another_day_is_another_document(tmp_path: Path, composes: list[str]) -> None:
    Documents({"a.pdf": "un"}, JOUR, Reserve(tmp_path / "r")).obtenir()
    Documents({"a.pdf": "un"}, date(2026, 11, 24), Reserve(tmp_path / "r")).obtenir()
    assert composes == ["un", "un"]


def test_another_typst_is_another_document(
    tmp_path: Path, composes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    Documents({"a.pdf": "un"}, JOUR, Reserve(tmp_path / "r")).obtenir()
    monkeypatch.setattr(documents, "FACON", (b"99.0", b""))
    Documents({"a.pdf": "un"}, JOUR, Reserve(tmp_path / "r")).obtenir()
    assert composes == ["un", "un"]


@pytest.mark.usefixtures("composes")
@pytest.mark.parametrize(
    ("taille", "ensemble"), [(1000, 2), (MEMOIRE // 2 // PAR_OCTET, 1), (2 * MEMOIRE // PAR_OCTET, 1)]
)
def test_documents_are_composed_together_only_as_memory_allows(
    taille: int, ensemble: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(documents.os, "cpu_count", lambda: 2)
    lock, now, most = threading.Lock(), 0, 0
    two = threading.Barrier(2)

    def finir(_: str) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        if ensemble == 2:
            two.wait(PATIENCE)
        with lock:
            now -= 1

    Fausse.finir = staticmethod(finir)
    made = Documents({f"{rank}.pdf": str(rank) * taille for rank in range(2)}, JOUR, Reserve()).obtenir()
    assert len(made) == 2
    assert most == ensemble


def test_a_book_of_the_real_size_is_thought_to_take_half_a_gigabyte() -> None:
    # The whole mémento of November 2026: 633,000 signs, 444 MB at its peak.
    assert 444_000_000 < memoire("x" * 633_000) < 500_000_000


def test_a_process_of_its_own_gives_the_same_bytes() -> None:
    source = "#set document(title: [Un titre])\n= Un titre\nDes mots."
    assert Composition(source, JOUR).resultat() == composer(source, JOUR)


def test_a_source_that_typst_refuses_says_so() -> None:
    with pytest.raises(Incomposable, match="ne peut pas être composé"):
        Documents({"a.pdf": "#panic()"}, JOUR, Reserve()).obtenir()


def test_a_process_that_is_killed_is_told_with_what_to_do() -> None:
    composition = Composition("= Un", JOUR)
    composition.abandonner()
    with pytest.raises(Incomposable, match=r"la mémoire a pu manquer \(code -9\) ; « --sans-documents »"):
        composition.resultat()


@pytest.mark.usefixtures("composes")
def test_what_nobody_needs_any_more_is_not_called_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    class Vraie(Composition):
        def resultat(self) -> bytes:
            begun.set()
            return super().resultat()

    monkeypatch.setattr(documents, "Composition", Vraie)
    # It would last for ever.
    made = Documents({"a.pdf": "#let f(n) = { while true { n += 1 } }\n#f(0)"}, JOUR, Reserve())
    assert begun.wait(PATIENCE)
    made.abandonner()
    with pytest.raises(CancelledError):
        made.obtenir()
