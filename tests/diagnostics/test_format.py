"""A report as a person reads it."""

import pytest

from generator.diagnostics import Diagnostic, Location, Report
from generator.diagnostics.format import format_text


@pytest.mark.parametrize("ligne", [None, "", "   "])
def test_a_line_that_shows_nothing_is_left_out(ligne: str | None) -> None:
    report = Report.of([Diagnostic("MEM001", "une faute", Location("a.md", 3, 2), "un conseil")])
    told = format_text(report, lambda *_: ligne, color=False).splitlines()
    assert told[0] == "a.md:3:2: MEM001 une faute"
    assert told[1].strip() == "aide : un conseil"
