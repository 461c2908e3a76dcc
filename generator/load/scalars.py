"""What a scalar without quotes means: nearly always its own text."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.diagnostics import Code
from generator.load import codes
from generator.load.node import Value

WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}
NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?P<decimals>\.[0-9]+)?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MAX_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Refusal:
    """A scalar that reads as a number or a date, and cannot be one."""

    code: Code
    message: str


def plain_value(text: str) -> Value | Refusal:
    """`true`, `false`, `null`, a decimal number, an ISO date; anything else is text: `NO`, `12:30`, `1_000`, `010`."""
    if text in WORDS:
        return WORDS[text]
    number = NUMBER.fullmatch(text)
    if number:
        if sum(char.isdigit() for char in text) > MAX_DIGITS:
            return Refusal(codes.NOMBRE_TROP_LONG, f"ce nombre a plus de {MAX_DIGITS} chiffres")
        return Decimal(text) if number["decimals"] else int(text)
    return _date(text) if DATE.fullmatch(text) else text


def _date(text: str) -> date | Refusal:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return Refusal(codes.DATE_INEXISTANTE, f"la date {text} n'existe pas")
