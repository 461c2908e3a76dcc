"""Printed documents are composed once for the same words, the same day and the same way of composing."""

from datetime import date
from pathlib import Path

import pytest

from generator.adapters import documents
from generator.adapters.composition import Incomposable
from generator.adapters.documents import Documents
from generator.adapters.reserve import Reserve

JOUR = date(2026, 11, 23)


@pytest.fixture
def composes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that were composed."""
    seen: list[str] = []

    def composer(source: str, jour: date) -> bytes:
        seen.append(source)
        return f"%PDF- {source} {jour}".encode()

    monkeypatch.setattr(documents, "composer", composer)
    return seen


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


def test_a_source_that_typst_refuses_says_so() -> None:
    with pytest.raises(Incomposable, match="ne peut pas être composé"):
        Documents({"a.pdf": "#panic()"}, JOUR, Reserve()).obtenir()
