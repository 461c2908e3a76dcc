"""What is mended by itself, and where it stops."""

from datetime import date
from pathlib import Path

import pytest
from petit_memento import petit_memento

from generator.adapters import correction
from generator.adapters.correction import _passe, corrections
from generator.diagnostics import Diagnostic, Location, Report

JOUR = date(2026, 11, 23)
PAGE = "content/page.md"
TEXTE = "---\ntitre: Une page\nresume: Un “résumé”.\nsans_source: Rien ici.\n---\n\nVers [[fiche:index]].\n"


def test_the_lock_is_read_and_only_what_changes_is_given(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, {PAGE: TEXTE, "urls.lock": "page/\n"})
    assert corrections(root, JOUR) == {PAGE: (TEXTE, TEXTE.replace("“résumé”", "« résumé »"))}
    assert (root / PAGE).read_text(encoding="utf-8") == TEXTE


def test_it_stops_even_when_each_pass_uncovers_another_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(correction, "PASSES", 1)
    root = petit_memento(tmp_path, {PAGE: TEXTE})
    assert list(corrections(root, JOUR)) == [PAGE]


def test_a_file_that_nothing_can_mend_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("un\n", encoding="utf-8")
    past = Diagnostic("MEM520", "faute", Location("a.md", 9, 1, 2), remplacement="1")
    assert list(_passe(tmp_path, {"a.md"}, Report.of([past]))) == []
