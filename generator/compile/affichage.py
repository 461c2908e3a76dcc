"""Values as a reader sees them: French numbers, with ordinary spaces (pages put the non-breaking ones)."""

from datetime import date
from fractions import Fraction
from functools import lru_cache

from generator.compile.calendrier import date_longue
from generator.compile.types import Type, TypeNombre, TypeTexte
from generator.compile.unites import ECRITURES
from generator.compile.valeurs import Valeur

DECIMALES, DECIMALES_MAX = 2, 8
PLURIELS = {singulier: pluriel for pluriel, singulier in ECRITURES.items()}


def afficher(value: Valeur, type_: Type) -> str:
    """« 30,68 % », « 14 mars 2023 », « oui », the label of a code."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return date_longue(value)
    if isinstance(value, Fraction):
        assert isinstance(type_, TypeNombre)
        return afficher_nombre(value, type_.unite.texte)
    assert isinstance(type_, TypeTexte)
    return dict(type_.libelles).get(value, value)


@lru_cache(maxsize=8192)
def afficher_nombre(value: Fraction, unite: str = "") -> str:
    """Two decimals, or as many as it takes not to look like a round number that it is not (« 29,999 % »)."""
    shown = value * 100 if unite == "%" else value
    decimals = DECIMALES
    while shown.denominator != 1 and _round(shown, decimals) == _round(shown, 0) and decimals <= DECIMALES_MAX:
        decimals += 1
    about = "≈ " if decimals > DECIMALES_MAX else ""
    number = about + _decimal(_round(shown, min(decimals, DECIMALES_MAX)), money=unite.startswith("€"))
    unit = PLURIELS.get(unite, unite) if abs(shown) >= 2 else unite
    return f"{number} {unit}" if unit else number


def _round(value: Fraction, decimals: int) -> Fraction:
    """Half away from zero."""
    scaled = abs(value) * 10**decimals
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Fraction(whole if value >= 0 else -whole, 10**decimals)


def _decimal(value: Fraction, *, money: bool) -> str:
    """A fraction whose denominator is a power of ten, written out."""
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    if digits and money:
        digits = max(digits, 2)
    whole, rest = divmod(abs(value).numerator * 10**digits // abs(value).denominator, 10**digits)
    text = f"{whole:,}".replace(",", " ") + (f",{rest:0{digits}d}" if digits else "")
    return f"−{text}" if value < 0 else text
