from generator.diagnostics import Diagnostic, Location, Outcome, Report, Severity


def _at(path: str, line: int = 1, column: int = 1, severity: Severity = Severity.ERREUR) -> Diagnostic:
    return Diagnostic("MEM001", "faute", Location(path, line, column), severity=severity)


def test_a_report_is_sorted_by_place() -> None:
    report = Report.of([_at("b"), _at("a", 10), _at("a", 2, 5), _at("a", 2, 4)])
    places = [str(item.location) for item in report]
    assert places == ["a:2:4", "a:2:5", "a:10:1", "b:1:1"]


def test_the_same_fault_is_told_once() -> None:
    assert len(list(Report.of([_at("a"), _at("a")]))) == 1


def test_two_reports_make_one() -> None:
    assert list(Report.of([_at("b")]) + Report.of([_at("a"), _at("b")])) == [_at("a"), _at("b")]


def test_only_an_error_makes_an_outcome_fail() -> None:
    warning = _at("a", severity=Severity.AVERTISSEMENT)
    assert not Outcome(1, Report.of([warning])).failed
    assert Outcome(1, Report.of([warning, _at("b")])).failed


def test_errors_and_warnings_are_told_apart() -> None:
    warning = _at("a", severity=Severity.AVERTISSEMENT)
    report = Report.of([warning, _at("b")])
    assert (report.errors, report.warnings) == ((_at("b"),), (warning,))
