"""The order in which the tests start, and who makes them."""

import pytest
from ordre import D_ABORD, ICI, ensemble


def test_what_starts_first_exists(request: pytest.FixtureRequest) -> None:
    files = {path.relative_to(ICI).as_posix() for path in ICI.rglob("test_*.py")}
    assert {name for name in D_ABORD if name.endswith(".py")} <= files
    marked = "".join(path.read_text(encoding="utf-8") for path in ICI.rglob("*.py"))
    assert [name for name in D_ABORD if "." not in name and f'xdist_group("{name}")' not in marked] == []
    assert ensemble(request.node) == "test_ordre.py"
