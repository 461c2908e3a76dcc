"""What makes pages, and notes what they read."""

from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, petit_memento

from generator.pipeline import compile_rules
from generator.render.atelier import Atelier
from generator.render.lecture import _questions
from generator.resolve import KnowledgeBase


@pytest.fixture
def atelier(tmp_path: Path) -> Atelier:
    compiled = compile_rules(petit_memento(tmp_path))
    return Atelier(compiled.base, compiled.programs, AUJOURD_HUI)


def test_an_atelier_made_of_another_notes_in_the_same_register(atelier: Atelier) -> None:
    other = Atelier(atelier.base, atelier.programs, AUJOURD_HUI)
    assert other.registre is atelier.registre


def test_the_words_of_a_text_stay_even_when_what_they_name_is_not_there(atelier: Atelier) -> None:
    assert atelier.nu("Voir [[regle:regle-modele]].") == "Voir Règle modèle."
    assert atelier.nu("Voir [[regle:absente]].").startswith("Voir ")
    assert atelier.diagnostics == []


def test_what_nobody_can_answer_any_more_is_no_answer(atelier: Atelier) -> None:
    for gone in (("inconnue",), ("programme", "parti")):
        assert not atelier.registre.marque(gone)


def test_a_question_about_what_is_gone_is_no_answer(atelier: Atelier, monkeypatch: pytest.MonkeyPatch) -> None:
    def perdue(base: KnowledgeBase) -> str:
        return base.regles["partie"].titre

    monkeypatch.setitem(_questions, "perdue", perdue)
    assert not atelier.registre.marque(("perdue",))
