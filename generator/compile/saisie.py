"""What people type, read as the values of a program; what cannot be read is refused in French, input by input."""

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from typing import Any

from generator.compile.affichage import afficher_nombre
from generator.compile.calendrier import ANNEE_MAX, ANNEE_MIN
from generator.compile.program import Program
from generator.compile.unites import ECRITURES
from generator.compile.valeurs import Valeur
from generator.diagnostics import vouliez_vous_dire

LONGUEUR_MAX = 30
_NOMBRE = re.compile(r"([+\-\u2212]?)(\d[\d \u00a0\u202f]*)(?:[.,](\d+))?", re.ASCII)
_DATE_FR = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
# A bound, read once from its text.
_borne = lru_cache(maxsize=4096)(Fraction)
_OUI, _NON = frozenset({"oui", "true"}), frozenset({"non", "false"})


class Refusee(ValueError):
    """An input that cannot be taken; `nom` is the input, the message a French sentence without its final stop."""

    def __init__(self, nom: str, message: str) -> None:
        super().__init__(message)
        self.nom, self.message = nom, message


def lire_situation(programme: Program, textes: Mapping[str, str]) -> dict[str, Valeur]:
    """Every input of a situation; empty means not given. Raises Refusee on the first that cannot be read."""
    questions = {entree["nom"]: entree for entree in programme.json["entrees"]}
    values: dict[str, Valeur] = {}
    for name, text in textes.items():
        if name not in questions:
            help = vouliez_vous_dire(name, questions) or f"entrées possibles : {', '.join(questions)}"
            raise Refusee(name, f"entrée inconnue ; {help}")
        if text.strip():
            values[name] = lire_entree(questions[name], text)
    return values


def lire_entree(entree: Mapping[str, Any], texte: str) -> Valeur:
    """One input of a program, from its text. Raises Refusee."""
    text = texte.strip()
    match entree["type"]:
        case "nombre":
            return _nombre(entree, text)
        case "booleen":
            if text.casefold() in _OUI | _NON:
                return text.casefold() in _OUI
            raise Refusee(entree["nom"], f"« {_court(text)} » : répondez par oui ou par non")
        case "date":
            return lire_date(entree["nom"], text)
    return _choix(entree, text)


def lire_date(nom: str, texte: str) -> date:
    """AAAA-MM-JJ or JJ/MM/AAAA, a day that exists between 1900 and 2200. Raises Refusee."""
    french = _DATE_FR.fullmatch(texte.strip())
    iso = f"{french[3]}-{int(french[2]):02d}-{int(french[1]):02d}" if french else texte.strip()
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", iso, re.ASCII):
        raise Refusee(nom, f"« {_court(texte)} » n'est pas une date : écrivez par exemple 2021-09-01 ou 01/09/2021")
    try:
        day = date.fromisoformat(iso)
    except ValueError:
        raise Refusee(nom, f"la date {_court(texte)} n'existe pas") from None
    if not ANNEE_MIN <= day.year <= ANNEE_MAX:
        raise Refusee(nom, f"la date doit être entre {ANNEE_MIN} et {ANNEE_MAX}")
    return day


def _nombre(entree: Mapping[str, Any], texte: str) -> Fraction:
    unit, name = entree["unite"], entree["nom"]
    if len(texte) > LONGUEUR_MAX:
        raise Refusee(name, "nombre trop long")
    match = _NOMBRE.fullmatch(_sans_unite(texte, unit))
    if match is None:
        raise Refusee(name, f"« {_court(texte)} » n'est pas un nombre : écrivez par exemple 1 234,5")
    sign, whole, decimals = match[1], "".join(match[2].split()), match[3] or ""
    value = Fraction(int(whole + decimals), 10 ** len(decimals))
    value = -value if sign in ("-", "\u2212") else value
    value = value / 100 if unit == "%" else value
    low, high = entree["min"], entree["max"]
    if low is not None and value < _borne(low):
        raise Refusee(name, f"doit être au moins {afficher_nombre(_borne(low), unit)}")
    if high is not None and value > _borne(high):
        raise Refusee(name, f"doit être au plus {afficher_nombre(_borne(high), unit)}")
    if entree["entier"] and value.denominator != 1:
        raise Refusee(name, "doit être un nombre entier")
    return value


def _sans_unite(texte: str, unite: str) -> str:
    """The digits, when the unit of the input is written after them."""
    for writing in _ecritures(unite):
        if texte.endswith(writing):
            return texte.removesuffix(writing).strip()
    return texte


@cache
def _ecritures(unite: str) -> frozenset[str]:
    """How a unit is written."""
    return frozenset({unite, *(plural for plural, single in ECRITURES.items() if single == unite)} - {""})


def _choix(entree: Mapping[str, Any], texte: str) -> str:
    codes = [option["code"] for option in entree["options"]]
    for code in codes:
        if code.casefold() == texte.casefold():
            return str(code)
    question = vouliez_vous_dire(texte, codes)
    message = f"« {_court(texte)} » n'est pas proposé : choisissez parmi {', '.join(codes)}"
    raise Refusee(entree["nom"], f"{message} ; {question}" if question else message)


def _court(texte: str) -> str:
    return texte if len(texte) <= LONGUEUR_MAX else f"{texte[:LONGUEUR_MAX]}…"
