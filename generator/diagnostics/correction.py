"""What a program may mend by itself: the text that a diagnostic proposes instead of what it underlines."""

from collections.abc import Iterable

from generator.diagnostics.diagnostic import Diagnostic


def corriger(texte: str, diagnostics: Iterable[Diagnostic]) -> str:
    """The text of one file with what its diagnostics propose, those that overlap a later one left for the next time.

    Lines are those that `\\n` ends; an end `\\r\\n` stays as it is.
    """
    lines = texte.split("\n")
    proposed = sorted((item for item in diagnostics if item.remplacement is not None), key=lambda item: item.location)
    free: tuple[int, float] = (len(lines) + 1, 0)
    for item in reversed(proposed):
        place = item.location
        end = place.column + place.length
        if (place.line, end) > free or place.line > len(lines):
            continue
        line = lines[place.line - 1]
        lines[place.line - 1] = f"{line[: place.column - 1]}{item.remplacement}{line[end - 1 :]}"
        free = (place.line, place.column)
    return "\n".join(lines)
