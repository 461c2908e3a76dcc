"""Tables for a spreadsheet: `;` between cells and a mark of encoding, as French spreadsheets open them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

NOMBRE = re.compile(r"[-+−]?[0-9](?:[0-9 ,.\u00a0\u202f]*[0-9])?[ \u00a0\u202f]?%?")
# A cell that starts so is run as a formula, in the list of OWASP (« CSV Injection »): full-width forms are read as the
# others, and what a spreadsheet passes over may stand before them.
FORMULES = re.compile(r"[\s\ufeff\"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]")


def ecrire_csv(lignes: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a file; a text that a spreadsheet would run gets an apostrophe, a number stays a number."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
        [neutraliser(text) for text in row] for row in lignes
    )
    return out.getvalue().encode("utf-8-sig")


def neutraliser(text: str) -> str:
    """The text of a cell that no spreadsheet runs: what looks like a formula begins with an apostrophe."""
    inert = NOMBRE.fullmatch(text) or not FORMULES.match(text)
    return text if inert else f"'{text}"
