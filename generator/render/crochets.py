"""Brackets that nothing closes: no link, but what an engine of Markdown reads a long time to know it."""

import re
from collections.abc import Iterator

_CODE = re.compile(
    r"^(```+|~~~+)[^\n]*\n.*?^\1[ \t]*$|(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\2(?!`)", re.DOTALL | re.MULTILINE
)
# Nobody writes so many brackets inside one another.
PROFONDEUR = 20
# A bracket, what a backslash hides, the end of a paragraph.
CROCHET = re.compile(r"\\.|\[|\]|\n[ \t]*\n")
# The same of round ones, and where an address begins, between chevrons perhaps.
PARENTHESE = re.compile(r"\\.|\]\((?:[ \t]*<[^<>\n]*>)?|\(|\)|\n[ \t]*\n")


def etendues_de_code(text: str) -> tuple[tuple[int, int], ...]:
    """Where code stands, if any: most texts have none."""
    return tuple(match.span() for match in _CODE.finditer(text)) if "`" in text or "~~~" in text else ()


def sans_code(text: str) -> str:
    """The same text, code blanked out: all the rest stays in its place."""
    parts, cursor = [], 0
    for start, end in etendues_de_code(text):
        parts += [text[cursor:start], re.sub(r"[^\n]", " ", text[start:end])]
        cursor = end
    return "".join((*parts, text[cursor:]))


def sans_crochets_seuls(text: str) -> str:
    """The same Markdown, brackets that nothing closes in their paragraph written as text."""
    parts, cursor = [], 0
    for start in sorted(_ouverts(text, CROCHET, ("[",), "]")):
        parts += [text[cursor:start], "\\"]
        cursor = start
    return "".join((*parts, text[cursor:]))


def liens_ouverts(text: str) -> tuple[int, ...]:
    """Where the addresses of links begin that nothing closes in their paragraph."""
    opened = _ouverts(text, PARENTHESE, ("(", "]("), ")")
    return tuple(start for start in opened if text.startswith("](", start))


def _ouverts(text: str, tokens: re.Pattern[str], opening: tuple[str, ...], closing: str) -> Iterator[int]:
    """Where stand the signs that open and are never closed, or too far away; code is set aside."""
    code = iter(etendues_de_code(text))
    span = next(code, None)
    opened: list[int] = []
    for match in tokens.finditer(text):
        while span and span[1] <= match.start():
            span = next(code, None)
        if span and span[0] <= match.start():
            continue
        if match[0].startswith(opening):
            if len(opened) == PROFONDEUR:
                yield opened.pop(0)
            opened.append(match.start())
        elif match[0] == closing and opened:
            opened.pop()
        elif match[0][0] == "\n":
            yield from opened
            opened = []
    yield from opened
