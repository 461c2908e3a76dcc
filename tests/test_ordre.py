"""The order in which the tests start, and who makes them."""

import pytest
from ordre import D_ABORD, ICI, ensemble


def test_what_starts_first_exists(request: pytest.FixtureRequest) -> None:
    files = {path.relative_to(ICI).as_posix() for path in ICI.rglob("test_*.py")}
    assert {name for name in D_ABORD if name.endswith(".py")} <= files
    marked = "".join(path.read_text(encoding="utf-8") for path in ICI.rglob("*.py"))
    assert [name for name in D_ABORD if "." not in name and f'xdist_group("{name}")' not in marked] == []
    assert ensemble(request.path) == "test_ordre.py"


def test_the_tests_of_a_group_are_given_to_one_process() -> None:
    together = {ensemble(ICI / name) for name in ("test_depot.py", "recherche/test_moteur.py", "render/test_agenda.py")}
    assert together == {"vrai-memento"}
    assert ensemble(ICI / "site_theme/test_parite.py") == ensemble(ICI / "site_theme/test_choix.py") == "parite"
    assert ensemble(ICI / "lecteurs/test_pages.py") == "lecteurs/test_pages.py"
