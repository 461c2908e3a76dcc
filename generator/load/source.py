"""The text of a file, once nothing in it can deceive the eye or the parser."""

import codecs
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
        message, help = _encodage(data, error.start)
        before = data[: error.start].decode("utf-8").removeprefix(BOM)
        return Outcome("", Report.of([codes.PAS_UTF8.at(span_of(before, len(before)).at(path), message, help)]))
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


def _encodage(data: bytes, at: int) -> tuple[str, str]:
    """What the first byte that is not UTF-8 says of the file, and what to do."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "ce fichier est enregistré en UTF-16", ""
    if b"\0" in data:
        return "ce fichier n'est pas un texte", "remettez-y son texte, ou retirez-le d'ici"
    char = data[at : at + 1].decode("windows-1252", "replace")
    help = f"en Windows-1252, cet octet est « {char} » : rouvrez-le ainsi, puis enregistrez-le en UTF-8"
    return f"l'octet {data[at]:02X} n'est pas de l'UTF-8", help if char.isalpha() else ""


def _faults(path: str, text: str) -> Iterator[Diagnostic]:
    found = INVISIBLE.findall(text)
    if found:
        first = text.index(found[0])
        message = f"caractère invisible {name_of(found[0])}{_others(len(found) - 1)}"
        help = "enregistrez-le avec les fins de ligne LF" if found[0] == "\r" else ""
        yield codes.CARACTERE_INVISIBLE.at(span_of(text, first).at(path), message, help)
    conflict = CONFLICT.search(text)
    if conflict:
        span = span_of(text, conflict.start(), len(conflict.group()))
        yield codes.CONFLIT.at(span.at(path), "conflit de fusion non résolu")


def _others(count: int) -> str:
    """How many more of the same, for one message by cause."""
    if not count:
        return ""
    return f" (et {count} autre{'s' if count > 1 else ''} dans ce fichier)"
