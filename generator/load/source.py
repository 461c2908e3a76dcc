"""The text of a file, once nothing in it can deceive the eye or the parser."""

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Outcome, Report
from generator.load import codes
from generator.load.node import Span

BOM = "\ufeff"

# Tabs are told apart (MEM008). The rest: C0 and C1 controls, other line ends, zero-width and bidirectional marks,
# byte order marks, non-characters. The soft hyphen and the joiners of emoji are text.
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
CONFLICT = re.compile(r"^(?:<{7}|\|{7}|>{7})(?: .*)?$", re.MULTILINE)


def decode(path: str, data: bytes) -> Outcome[str]:
    """The text with `\\n` line ends and without its leading byte order mark."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"l'octet {data[error.start]:02X} n'est pas de l'UTF-8"
        before = data[: error.start].decode("utf-8").removeprefix(BOM)
        return Outcome("", Report.of([codes.PAS_UTF8.at(span_of(before, len(before)).at(path), message)]))
    text = text.removeprefix(BOM).replace("\r\n", "\n")
    return Outcome(text, Report.of(_faults(path, text)))


def tabs(path: str, text: str) -> Iterator[Diagnostic]:
    """The first tab, if any, and how many follow."""
    first = text.find("\t")
    if first >= 0:
        yield codes.TABULATION.at(span_of(text, first).at(path), f"tabulation{_others(text.count(chr(9)) - 1)}")


def span_of(text: str, index: int, length: int = 1) -> Span:
    """The place of a character of a text whose lines end with `\\n`."""
    return Span(text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index), length)


def name_of(char: str) -> str:
    """A character that does not show, by its number."""
    return f"U+{ord(char):04X}"


def _faults(path: str, text: str) -> Iterator[Diagnostic]:
    found = INVISIBLE.findall(text)
    if found:
        first = text.index(found[0])
        message = f"caractère invisible {name_of(found[0])}{_others(len(found) - 1)}"
        yield codes.CARACTERE_INVISIBLE.at(span_of(text, first).at(path), message)
    conflict = CONFLICT.search(text)
    if conflict:
        span = span_of(text, conflict.start(), len(conflict.group()))
        yield codes.CONFLIT.at(span.at(path), "conflit de fusion non résolu")


def _others(count: int) -> str:
    """How many more of the same, for one message by cause."""
    if not count:
        return ""
    return f" (et {count} autre{'s' if count > 1 else ''} dans ce fichier)"
