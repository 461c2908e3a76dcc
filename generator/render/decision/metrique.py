"""How wide a text is, without a font: enough to cut lines and to size boxes.

The widths are those of DejaVu Sans, in thousandths of the size of the letters. It is the widest of the usual fonts
without serifs: what fits with it fits with Arial, Roboto or Segoe UI. Bold letters are up to 15 % wider on the average
of a line. A sign that is not listed counts as the widest.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

GRAS = 1.15
_CLASSES = {
    200: "\u202f",
    280: "'ijlı",
    320: " \u00a0,.’·IJ",
    340: "/:;\\|",
    375: "ft-",
    400: "()[]!",
    411: "r",
    500: '"*_`°–',
    530: "sz?",
    560: "cçL",
    600: "kFvxyP«»TY",
    636: "oaehnubdgpqES$0123456789{}€",
    700: "ABCKRVXZ",
    775: "DGHNUOQ&",
    838: "w#+<=>^~×−≤≥≠→≈",
    863: "M",
    974: "m%æW@—…",
}
_LARGEURS = {sign: width for width, signs in _CLASSES.items() for sign in signs}
_LA_PLUS_LARGE = 1030


def largeur(texte: str, corps: float, gras: bool = False) -> float:
    """The width of a line, in the unit of `corps`, the size of its letters."""
    return _a_la_taille(_milliemes(texte), corps, gras)


@lru_cache(maxsize=4096)
def _milliemes(texte: str) -> int:
    """The width of a word, in thousandths of the size of its letters: those of its signs, one after the other."""
    return sum(_LARGEURS.get(sign) or _LARGEURS.get(_nue(sign), _LA_PLUS_LARGE) for sign in texte)


def _a_la_taille(milliemes: int, corps: float, gras: bool) -> float:
    return milliemes / 1000 * corps * (GRAS if gras else 1)


def couper(texte: str, place: float, corps: float, gras: bool = False) -> tuple[str, ...]:
    """The lines of a text that must hold in a width: cut after a space, inside a word only when no line can hold it.

    Put end to end, they are the text; the space that ends a line takes no room.
    """
    lines, used = [""], 0
    for word in re.findall(r"[^ ]* ?", texte):
        for piece in _morceaux(word, place, corps, gras):
            words = piece.rstrip(" ")
            if used and words and _a_la_taille(used + _milliemes(words), corps, gras) > place:
                lines.append("")
                used = 0
            lines[-1] += piece
            used += _milliemes(piece)
    return tuple(lines)


def _morceaux(mot: str, place: float, corps: float, gras: bool) -> Iterator[str]:
    """A word in pieces that fit, cut after an opening parenthesis when there is one; at least one sign in each."""
    while largeur(mot.rstrip(" "), corps, gras) > place and len(mot) > 1:
        end = 1
        while largeur(mot[: end + 1], corps, gras) <= place:
            end += 1
        end = mot.rfind("(", 0, end) + 1 or end
        yield mot[:end]
        mot = mot[end:]
    yield mot


def _nue(sign: str) -> str:
    """The letter without its accent."""
    return unicodedata.normalize("NFD", sign)[0]
