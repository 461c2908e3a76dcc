"""What was probably meant, when a value is not of the kind that is expected: a sentence to apply as it is."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from generator.model.base import ADRESSE

MOIS = (
    *("janvier", "fevrier", "mars", "avril", "mai", "juin"),
    *("juillet", "aout", "septembre", "octobre", "novembre", "decembre"),
)
EN_CHIFFRES = "écrivez-le avec des chiffres, et un point pour les décimales : 12.31"
OUI, NON = frozenset({"oui", "vrai", "true", "yes"}), frozenset({"non", "faux", "false", "no"})
# A number as people write it, then perhaps its unit.
NOMBRE = re.compile(
    r"(?P<signe>[-−]?)(?P<entier>\d[\d \u00a0\u202f]*?)(?:[.,](?P<reste>\d+))?(?P<unite>\s*[%€]|\s+[^\W\d][^\d]*)?"
)
A_L_ENDROIT = re.compile(r"(?P<an>\d{4})[-/. ](?P<mois>\d{1,2})[-/. ](?P<jour>\d{1,2})")
FRANCAISE = re.compile(r"(?P<jour>\d{1,2})[-/. ](?P<mois>\d{1,2})[-/. ](?P<an>\d{4})")
EN_LETTRES = re.compile(r"(?P<jour>\d{1,2})(?:er)? (?P<mois>[a-z]+) (?P<an>\d{4})")
# What a short list may be made of: further, one line an item reads better.
LISTE_MAX = 60


def en_nombre(value: object) -> str:
    """`12,31 €`, `60 %`, `10 363`, `"60"`."""
    if isinstance(value, list | tuple):
        return "une seule valeur est attendue ici, sans crochets ni tiret"
    match = NOMBRE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        return EN_CHIFFRES
    digits = re.sub(r"\D", "", match["entier"]).lstrip("0") or "0"
    number = f"{'-' if match['signe'] else ''}{digits}{'.' + match['reste'] if match['reste'] else ''}"
    return f"écrivez {number}, sans unité" if match["unite"] else f"écrivez {number}"


def en_entier(value: object) -> str:
    """The same, where a fraction means nothing."""
    said = en_nombre(value)
    return "écrivez-le en chiffres, sans virgule" if said == EN_CHIFFRES else said


def en_date(value: object) -> str:
    """`01/07/2024`, `1er juillet 2024`, `2024-7-1`, `"2024-07-01"`."""
    text = _sans_accents(str(value)).lower().strip()
    for pattern in (A_L_ENDROIT, FRANCAISE, EN_LETTRES):
        match = pattern.fullmatch(text)
        if match is None:
            continue
        word = match["mois"]
        month = int(word) if word.isdigit() else MOIS.index(word) + 1 if word in MOIS else 0
        try:
            day = date(int(match["an"]), month, int(match["jour"]))
        except ValueError:
            return "ce jour n'existe pas ; écrivez l'année, le mois et le jour, comme 2026-06-01"
        return f"écrivez {day.isoformat()}{', sans guillemets' if value == day.isoformat() else ''}"
    return "écrivez l'année, le mois et le jour, comme 2026-06-01"


def en_booleen(value: object) -> str:
    """`oui`, `NON`, `vrai`, `"true"`."""
    word = str(value).strip().lower()
    return f"écrivez {'true' if word in OUI else 'false'}" if word in OUI | NON else "écrivez true (oui) ou false (non)"


def en_texte(value: object) -> str:
    """`2022`, `true`, a reference without quotes, a sentence that holds `: `."""
    match value:
        case bool():
            return f'mettez-le entre guillemets : "{str(value).lower()}"'
        case int() | Decimal() | date():
            return f'mettez-le entre guillemets : "{value}"'
        case None:
            return 'mettez-le entre guillemets : "null"'
        case [[str(held)]]:
            return f'mettez le renvoi entre guillemets : "[[{held}]]"'
        case dict():
            return f"si « {next(iter(value), '')}: » commence une phrase, mettez toute la phrase entre guillemets"
    return "une seule valeur est attendue ici, sans crochets ni tiret"


def en_liste(value: object) -> str:
    """`AI`, `ACI, EI`, `12`, a group whose dash is missing."""
    if isinstance(value, dict):
        return f"mettez un tiret et une espace devant « {next(iter(value), '')}: »"
    text = str(value)
    if len(text) > LISTE_MAX or any(char in text for char in "[]{}:#"):
        return "mettez chaque élément sur sa ligne, après un tiret et une espace"
    return f"mettez-le entre crochets : [{text}]"


def en_tableau(_: object) -> str:
    """A list, or a value alone, where each value has a name."""
    return "donnez un nom à chaque valeur, entre accolades : {nom: valeur}"


def en_groupe(value: object, required: tuple[str, ...]) -> str:
    """A value alone, when a group has one field that must be there; `required` are all of them."""
    if isinstance(value, dict) or not required:
        return ""
    if len(required) == 1 and isinstance(value, str | int):
        return f"écrivez « {required[0]}: {value} »"
    return f"ses champs obligatoires : {', '.join(required)}"


def en_forme(value: str, pattern: str) -> str:
    """How to write a text that has not its form."""
    if pattern == ADRESSE.pattern:
        return "une adresse commence par https:// ou http:// et ne contient ni espace ni guillemet"
    return en_identifiant(value, pattern)


def en_identifiant(value: str, pattern: str) -> str:
    """`Financement et aides` as `financement-et-aides`; underscores where the form wants them."""
    joint = "_" if "_" in pattern else "-"
    words = re.findall(r"[a-z0-9]+", re.sub(r"\bn°", " ", _sans_accents(value).lower()))
    proposed = joint.join(words)
    return f"écrivez {proposed}" if re.fullmatch(pattern, proposed) else ""


def _sans_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", text) if not unicodedata.combining(char))


# The errors of the models that expect a kind of value, and how to get it.
CONSEILS: Mapping[str, Callable[[object], str]] = {
    "string_type": en_texte,
    "int_type": en_entier,
    "quantite": en_nombre,
    "valeur": en_nombre,
    "bool_type": en_booleen,
    "date_type": en_date,
    "tuple_type": en_liste,
    "dict_type": en_tableau,
}
