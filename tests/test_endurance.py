"""What « make endurance » tells."""

from pathlib import Path

import endurance
import pytest


def test_what_failed_once_is_told_with_how_many_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MEMENTO_SITE", str(tmp_path))
    told = [["a::une_fois", "a::toujours"], ["a::toujours"], []]
    monkeypatch.setattr(endurance, "passer", lambda *_: told.pop(0))
    assert endurance.main(3, ()) == 1
    assert capsys.readouterr().out.splitlines()[-2:] == ["2 fois sur 3 : a::toujours", "1 fois sur 3 : a::une_fois"]


def test_a_test_that_fails_is_named_and_tests_that_are_not_there_are_no_success(tmp_path: Path) -> None:
    tried = tmp_path / "test_essai.py"
    tried.write_text("def test_juste():\n    pass\n\n\ndef test_faux():\n    assert False\n", encoding="utf-8")
    (found,) = endurance.passer([str(tried)], tmp_path / "passage.xml", "-p", "no:cacheprovider")
    assert found.endswith("test_essai::test_faux")
    with pytest.raises(RuntimeError, match=r"absent\.py"):
        endurance.passer([str(tmp_path / "absent.py")], tmp_path / "passage.xml")
