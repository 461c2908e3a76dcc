"""Tables for a spreadsheet: `;` between cells and a mark of encoding, as French spreadsheets open them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

NOMBRE = re.compile(r"[-−]?[0-9][0-9 ,.]*%?")
# A cell that starts so is run as a formula.
FORMULES = ("=", "+", "-", "@", "\t", "\r")


def ecrire_csv(lignes: Iterable[Sequence[str]]) -> bytes:
    """The bytes of a file; a text that a spreadsheet would run gets an apostrophe, a number stays a number."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows([_cellule(text) for text in row] for row in lignes)
    return out.getvalue().encode("utf-8-sig")


def _cellule(text: str) -> str:
    inert = NOMBRE.fullmatch(text) or not text.startswith(FORMULES)
    return text if inert else f"'{text}"
