"""French at display: dates, numbers, non-breaking spaces, links relative to a page."""

import re
import unicodedata
from datetime import date
from fractions import Fraction
from functools import lru_cache

from markupsafe import Markup, escape

from generator.compile.affichage import afficher_nombre
from generator.compile.calendrier import date_longue
from generator.model import Chiffre, Scalaire

__all__ = [
    "ancre",
    "courte",
    "date_longue",
    "en_code",
    "etendue",
    "lien_relatif",
    "nombre",
    "par_cas",
    "periode",
    "taper",
    "typographier",
    "typographier_une_page",
]

INSECABLE, FINE = "\u00a0", "\u202f"
_UNITES = r"(?:h|mois|ETP|ans?|jours?|heures?|postes?)\b"
# Each begins with the sign that it replaces: the engine looks for that sign alone.
_APOSTROPHE = re.compile(r"'(?<=\w')(?=\w)")
_AVANT_FINE = re.compile(r" (?:(?=[;!?])|(?<=\d )(?=\d{3}(?!\d)))")
# The sign before the space tells first whether any of the four last can be.
_INSECABLES = re.compile(
    r" (?:(?=[:»%€])|(?<=[«\d°.] )"
    rf"(?:(?<=« )|(?<=\d )(?={_UNITES})|(?<=n° )(?=\d)|(?<=\b[LRD]\. )(?=\d)))"
)


@lru_cache(maxsize=8192)
def typographier(texte: str) -> str:
    """Non-breaking spaces and curly apostrophes, as French prints them; the words do not change."""
    return typographier_une_page(texte)


def typographier_une_page(texte: str) -> str:
    """The same of what no other page holds."""
    return _INSECABLES.sub(INSECABLE, _AVANT_FINE.sub(FINE, _APOSTROPHE.sub("’", texte)))


def en_code(texte: str) -> Markup:
    """What stands between backquotes becomes `<code>`; the rest is escaped."""
    parts = [escape(part) for part in texte.split("`")]
    return Markup("").join(Markup("<code>{}</code>").format(part) if i % 2 else part for i, part in enumerate(parts))


def par_cas(formule: str) -> list[str]:
    """The formula of a step, case by case: what separates the operands of a function separates no case."""
    return re.split(r" ; (?=si |sinon )", formule)


@lru_cache(maxsize=8192)
def nombre(valeur: Fraction, unite: str) -> str:
    """A value of a parameter: in `%` it is a number of hundredths."""
    return afficher_nombre(valeur / 100 if unite == "%" else valeur, unite)


def etendue(chiffre: Chiffre) -> str:
    """A figure as its source states it: « 140 000 personnes », « environ 1,3 milliard d'euros », « 40 à 84 M€ »."""
    last = chiffre.valeur if chiffre.jusqu_a is None else chiffre.jusqu_a
    shown = nombre(Fraction(last), chiffre.unite)
    start = "" if chiffre.jusqu_a is None else f"{nombre(Fraction(chiffre.valeur), '')} à "
    return f"{'environ ' if chiffre.environ else ''}{start}{shown}"


def courte(unite: str) -> str:
    """The unit in a table whose caption gives it whole: « €/ETP/an » → « € »."""
    return unite.partition("/")[0]


def periode(du: date, au: date | None) -> str:
    """« depuis le 1er juillet 2024 », « du 1er mai 2008 au 30 juin 2024 »."""
    return f"du {date_longue(du)} au {date_longue(au)}" if au else f"depuis le {date_longue(du)}"


def lien_relatif(depuis: str, vers: str) -> str:
    """The link from one page to another, both urls from the root: the site works from any folder."""
    path, hash_, anchor = vers.partition("#")
    if path == depuis:
        return f"#{anchor}" if hash_ else "./"
    return f"{_relatif(depuis, path)}{hash_}{anchor}"


def _relatif(depuis: str, vers: str) -> str:
    here, up = depuis[: depuis.rfind("/") + 1], ""
    while not vers.startswith(here):
        here, up = here[: here.rfind("/", 0, -1) + 1], f"{up}../"
    return f"{up}{vers[len(here) :]}" or "./"


def taper(value: Scalaire) -> str:
    """A value as one types it in a form."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    return value.isoformat() if isinstance(value, date) else str(value).replace(".", ",")


def ancre(texte: str) -> str:
    """The anchor of a heading or of an acronym: lower case, without accents."""
    plain = unicodedata.normalize("NFKD", texte.replace("œ", "oe").replace("’", " ")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
