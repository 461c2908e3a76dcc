import pytest

from generator.diagnostics import Code, Diagnostic, Location, Severity

DOCSTRING = """Une faute.

    Pourquoi : parce que
    c'est ainsi.

    Remède : corrigez.
    """


def test_a_code_makes_a_diagnostic_of_its_severity() -> None:
    code = Code("MEM999", "f", "p", "r", Severity.AVERTISSEMENT)
    place = Location("a", 2, 3)
    assert code.at(place, "faute", "aide") == Diagnostic("MEM999", "faute", place, "aide", Severity.AVERTISSEMENT)


def test_a_docstring_is_read_as_fault_reason_and_remedy() -> None:
    code = Code.from_docstring("MEM999", DOCSTRING)
    assert (code.faute, code.pourquoi, code.remede) == ("Une faute.", "parce que c'est ainsi.", "corrigez.")


@pytest.mark.parametrize("docstring", [None, "", "Une faute.", "Une faute. Pourquoi : x.", "Faute. Remède : y."])
def test_a_docstring_without_its_three_parts_is_our_own_bug(docstring: str | None) -> None:
    with pytest.raises(ValueError, match="MEM999"):
        Code.from_docstring("MEM999", docstring)
