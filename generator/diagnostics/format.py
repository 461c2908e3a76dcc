"""A report as a person reads it in a terminal, or as a tool reads it in JSON."""

import json
from collections.abc import Callable, Iterator

from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.explications import adresse_du_code
from generator.diagnostics.report import Report

ReadLine = Callable[[str, int], str | None]

ROUGE, JAUNE, GRIS, GRAS, FIN = "\033[31m", "\033[33m", "\033[2m", "\033[1m", "\033[0m"
# As wide as the number of a line.
MARGE = " " * 6


def format_text(report: Report, read_line: ReadLine, *, color: bool = False) -> str:
    """Each diagnostic with its line, carets under the fault, the help, and how to learn more; then the count.

    `read_line(path, number)` gives a line of a file without its end, or None when there is none.
    """
    blocks = ["\n".join(_lines(item, read_line, color)) for item in report]
    return "\n\n".join([*blocks, _count(report)])


def format_json(report: Report) -> str:
    """A JSON array, one object per diagnostic; `page` is the path of its explanation on the site."""
    rows = [
        {
            "code": item.code,
            "severite": item.severity.value,
            "message": item.message,
            "fichier": item.location.path,
            "ligne": item.location.line,
            "colonne": item.location.column,
            "longueur": item.location.length,
            "aide": item.help,
            "remplacement": item.remplacement,
            "page": f"/{adresse_du_code(item.code)}",
        }
        for item in report
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _lines(item: Diagnostic, read_line: ReadLine, color: bool) -> Iterator[str]:
    tint = ROUGE if item.severity is Severity.ERREUR else JAUNE
    yield f"{peindre(str(item.location), GRAS, color)}: {peindre(item.code, tint, color)} {item.message}"
    line = read_line(item.location.path, item.location.line)
    if line is not None and line.strip():
        length = max(1, min(item.location.length, len(line) - item.location.column + 1))
        yield montrer_ligne(item.location.line, line, color=color)
        yield souligner(line, item.location.column, length, tint, color=color)
    if item.help:
        yield f"{MARGE}aide : {item.help}"
    yield peindre(f"{MARGE}explication : memento expliquer {item.code}", GRIS, color)


def montrer_ligne(number: int, line: str, *, color: bool = False) -> str:
    """A line of a file after its number."""
    return peindre(f"{number:>5} │ ", GRIS, color) + line


def souligner(line: str, column: int, length: int, tint: str, *, color: bool = False) -> str:
    """What goes under `montrer_ligne`: carets under some of it."""
    # A caret under a tab keeps the tab, so that both lines align in any terminal.
    margin = "".join("\t" if char == "\t" else " " for char in line[: column - 1])
    return peindre(f"{MARGE}│ ", GRIS, color) + margin + peindre("^" * length, tint, color)


def peindre(text: str, tint: str, color: bool) -> str:
    """A text in a colour, or as it is."""
    return f"{tint}{text}{FIN}" if color else text


def _count(report: Report) -> str:
    errors, warnings = len(report.errors), len(report.warnings)
    if not errors and not warnings:
        return "Tout est en ordre."
    return f"{_plural(errors, 'erreur')}, {_plural(warnings, 'avertissement')}."


def _plural(count: int, word: str) -> str:
    return f"{count} {word}{'s' if count >= 2 else ''}"
