"""What a contributor got wrong, as values: code, place, sentence, remedy. Knows nothing of the mémento."""

from generator.diagnostics.code import Code
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.location import Location
from generator.diagnostics.report import Outcome, Report
from generator.diagnostics.suggestion import plus_proche, vouliez_vous_dire

__all__ = ["Code", "Diagnostic", "Location", "Outcome", "Report", "Severity", "plus_proche", "vouliez_vous_dire"]
