"""Values written as Typst code: the one place where what comes from the files meets the language of the paper."""

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.render.filters import typographier


class Contenu(str):
    """Typst code, already written: it is not escaped again."""

    __slots__ = ()


def litteral(valeur: object) -> Contenu:
    """A value as Typst code. A text becomes a string: nothing in it can be read as markup, whatever it holds."""
    match valeur:
        case Contenu():
            return valeur
        case None:
            return Contenu("none")
        case bool():
            return Contenu("true" if valeur else "false")
        case int():
            return Contenu(str(valeur))
        case str():
            return _texte(valeur)
        case Mapping():
            pairs = "".join(f"{litteral(str(key))}: {litteral(item)}, " for key, item in valeur.items())
            return Contenu(f"({pairs or ':'})")
        case tuple() | list():
            return Contenu(f"({''.join(f'{litteral(item)}, ' for item in valeur)})")
    raise TypeError(f"{type(valeur).__name__} ne s'écrit pas en Typst")


# The two signs that mean something in a string, and what would break a line or not print at all.
_ECHAPPES = re.compile(r'["\\\x00-\x1f\x7f\u2028\u2029]')


@lru_cache(maxsize=16384)
def _texte(valeur: str) -> Contenu:
    return Contenu(f'"{_ECHAPPES.sub(_echapper, valeur)}"')


def _echapper(match: re.Match[str]) -> str:
    sign = match[0]
    return f"\\{sign}" if sign in '"\\' else f"\\u{{{ord(sign):x}}}"


def appel(fonction: str, *positions: object, **noms: object) -> Contenu:
    """A call to a function of the templates or of Typst; an underscore in a name is a hyphen there."""
    arguments = [*map(litteral, positions), *(f"{name.replace('_', '-')}: {litteral(v)}" for name, v in noms.items())]
    return Contenu(f"{fonction}({', '.join(arguments)})")


def suite(*parties: object) -> Contenu:
    """Pieces one after the other; what is empty is left out."""
    return Contenu(f"{litteral(tuple(part for part in parties if part))}.join()")


@lru_cache(maxsize=16384)
def mots(texte: str) -> str:
    """A text as it is read: one space between words, French typography. Several documents hold the same texts."""
    return typographier(re.sub(r"[ \t\r\n]+", " ", texte).strip(" "))


def ligne(code: Contenu) -> str:
    """A call as a line of a document."""
    return f"#{code};\n"
