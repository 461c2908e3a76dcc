"""The law of a day, rule by rule."""

from datetime import date
from pathlib import Path

from petit_memento import petit_memento

from generator.pipeline import compile_rules
from generator.render.atelier import Atelier
from generator.render.au import groupes_du_jour
from generator.render.signalement import _sujets


def test_before_the_first_version_that_is_known_the_law_is_not_known(tmp_path: Path) -> None:
    base = compile_rules(petit_memento(tmp_path)).base
    (line,) = groupes_du_jour(base, date(2009, 12, 31))["inconnu"]
    assert line.mots == "avant la première version connue, du 1er janvier 2010"


def test_a_rule_that_has_not_begun_is_told_of_by_its_versions_alone(tmp_path: Path) -> None:
    compiled = compile_rules(petit_memento(tmp_path))
    day = date(2009, 12, 31)
    found = _sujets(Atelier(compiled.base, compiled.programs, day))
    assert found["regles/regle-modele/"] == ("regle:regle-modele", "2009-12-31")
    assert found["r/regle-modele/2010-01-01/"] == ("regle:regle-modele", "2010-01-01")
