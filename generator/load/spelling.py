"""How the text of a scalar is spelt in its file: where each of its characters stands."""

import re
from collections.abc import Iterator
from functools import lru_cache

BLANK = " \n"

# One character of the text, as it may be spelt in each style.
_UNITS = {
    "'": re.compile(r"''|.", re.DOTALL),
    '"': re.compile(r"\\(?:x.{2}|u.{4}|U.{8}|.)|.", re.DOTALL),
}
_UNIT = re.compile(r".", re.DOTALL)

# What may stand between two visible characters: indentation, folds, and the escapes of blanks.
_BLANKS = {'"': re.compile(r"(?:[ \n]|\\[ \nn]|\\x(?:20|0[aA])|\\u00(?:20|0[aA])|\\U000000(?:20|0[aA]))*")}
_BLANK = re.compile(r"[ \n]*")


# A text with one fault often has others, which are told one after the other.
@lru_cache(maxsize=8)
def places(text: str, raw: str, style: str) -> tuple[tuple[int, int], ...]:
    """`spelling`, remembered for the last texts that were asked."""
    return tuple(spelling(text, raw, style))


def spelling(text: str, raw: str, style: str) -> Iterator[tuple[int, int]]:
    """Start and end, in `raw`, of each character of `text`.

    Exact for visible characters: folding, chomping and indentation only ever add or drop blanks, so the visible
    ones stand in the same order on both sides. A blank gets a place between its neighbours.
    """
    unit, blanks = _UNITS.get(style, _UNIT), _BLANKS.get(style, _BLANK)
    at = _opening(raw, style)
    for char in text:
        visible = char not in BLANK
        if visible and (skipped := blanks.match(raw, at)):
            at = skipped.end()
        spelt = unit.match(raw, at)
        end = spelt.end() if spelt else at
        yield at, end
        if visible or (
            spelt and blanks.fullmatch(spelt.group())
        ):  # pragma: no branch: a blank that nothing spells stays put
            at = end


def _opening(raw: str, style: str) -> int:
    """Where the text begins: after the quote, or under the line of `|` and `>`."""
    if style in ("'", '"'):
        return 1
    return raw.find("\n") + 1 if style in ("|", ">") else 0
