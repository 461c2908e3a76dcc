"""A page: a header between two `---`, then Markdown."""

from dataclasses import dataclass

from generator.diagnostics import Diagnostic, Location, Outcome, Report
from generator.load import codes

FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`header` keeps its opening fence, so that its lines are those of the file."""

    header: str = ""
    body: str = ""
    body_line: int = 0


def split_page(path: str, text: str) -> Outcome[FrontMatter]:
    """Header and body of a page, or the reason why they cannot be told apart."""
    lines = text.split("\n")
    if lines[0].rstrip(" ") != FENCE:
        message = "cette page ne commence pas par un en-tête entre deux lignes « --- »"
        return _refused(codes.SANS_EN_TETE.at(Location(path), message))
    for index, line in enumerate(lines[1:], start=1):
        if line.rstrip(" ") == FENCE:
            header, body = "\n".join(lines[:index]) + "\n", "\n".join(lines[index + 1 :])
            return Outcome(FrontMatter(header, body, index + 2))
    message = "l'en-tête ouvert ici n'est jamais fermé par une ligne « --- »"
    return _refused(codes.EN_TETE_OUVERT.at(Location(path, length=len(FENCE)), message))


def _refused(diagnostic: Diagnostic) -> Outcome[FrontMatter]:
    return Outcome(FrontMatter(), Report.of([diagnostic]))
