"""What is changed in the code, and what it takes to notice it."""

from pathlib import Path

import mutants
import pytest
from mutants import Mutant
from mutations_du_code import CIBLES, choisir, equivalents, tous

SOURCE = '''"""Un module."""

SEUIL = 3


class Compte:
    """Une classe."""

    @property
    def plein(self) -> bool:
        """Trois ou plus."""
        assert self.total is not None
        return self.total >= 3


def regle(jour: int = 4, *, tard: bool = False) -> int | None:
    """Un docstring reste."""
    print(jour)
    if jour < 5 and not tard:
        return jour + 1
    jour -= 2
    return [un for [un] in zip(range(jour), strict=True) if un]


def vide() -> None:
    return None
'''


@pytest.fixture
def changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Mutant]:
    (tmp_path / "un.py").write_text(SOURCE, encoding="utf-8")
    monkeypatch.setattr(mutants, "RACINE", tmp_path)
    return {one.mutation: one for one in mutants.mutants("un.py")}


def test_each_small_change_is_made_once(changes: dict[str, Mutant]) -> None:
    assert set(changes) == {
        "self.total >= 3 → self.total > 3",
        "self.total >= 3 → self.total >= 4",
        "self.total >= 3 → None",
        "print(jour) → pass",
        "jour < 5 and (not tard) → True",
        "jour < 5 and (not tard) → False",
        "jour < 5 and (not tard) → jour < 5 or not tard",
        "jour < 5 and (not tard) → jour < 5 and tard",
        "jour < 5 → jour <= 5",
        "jour < 5 → jour < 6",
        "jour + 1 → None",
        "jour + 1 → jour - 1",
        "jour + 1 → jour + 2",
        "jour -= 2 → jour += 2",
        "2 → 3",
        "[un for [un] in zip(range(jour), strict=True) if un] → None",
        "for [un] in zip(range(jour), strict=True) if un → for [un] in zip(range(jour), strict=True) if True",
    }


def test_a_mutant_says_where_it_is_and_is_named_without_its_line(changes: dict[str, Mutant]) -> None:
    one = changes["self.total >= 3 → self.total > 3"]
    assert str(one) == "un.py:13: Compte.plein : self.total >= 3 → self.total > 3"
    assert one.nom == "un.py Compte.plein : self.total >= 3 → self.total > 3"
    # Python says that a decorated function begins at its decorator.
    assert one.premiere == 9


def test_the_code_of_a_mutant_is_that_of_the_function_changed(changes: dict[str, Mutant]) -> None:
    space: dict[str, object] = {}
    exec(SOURCE, space)
    rule = space["regle"]
    assert callable(rule)
    assert (rule(4), rule(5)) == (5, [1, 2])
    rule.__code__ = mutants.code(changes["jour < 5 → jour <= 5"])  # type: ignore[attr-defined]
    assert (rule(4), rule(5)) == (5, 6)


def test_two_changes_that_read_alike_have_two_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "un.py").write_text("def f(a):\n    return (a + 1) * (a + 1)\n", encoding="utf-8")
    monkeypatch.setattr(mutants, "RACINE", tmp_path)
    names = [one.nom for one in mutants.mutants("un.py")]
    assert names.count("un.py f : a + 1 → a - 1") == 1
    assert names.count("un.py f : a + 1 → a - 1 (2)") == 1


def test_what_is_said_equivalent_exists_and_has_a_reason() -> None:
    names = {one.nom for cible in CIBLES for one in tous(cible)}
    assert [name for name in equivalents() if name not in names] == []
    assert all(len(reason) > 20 for reason in equivalents().values())


def test_a_sample_is_the_same_for_the_same_seed_and_holds_no_equivalent() -> None:
    first = choisir("dates", 1, 30, ())
    assert first == choisir("dates", 1, 30, ())
    assert first != choisir("dates", 2, 30, ())
    assert len(first) == 30
    assert not {one.nom for one in choisir("dates", 1, None, ())} & equivalents().keys()
