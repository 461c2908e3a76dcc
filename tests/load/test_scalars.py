from datetime import date
from decimal import Decimal

import pytest

from generator.load import codes
from generator.load.scalars import Refusal, plain_value

from .reading import read

TEXTS = [
    "NO", "no", "yes", "on", "Off", "y", "True", "TRUE", "False", "Null", "NULL", "~",
    "12:30", "35:00", "1_000", "010", "01", "09", "-01", "1e3", "1.5e3", ".5", "5.", "+1", "- 1", "--1",
    "0x1F", "0o17", "0b1", ".inf", "-.inf", ".nan", "1,5", "5%", "1 234", "١٢", "²",
    "2020-2-3", "2020-02", "2020-02-03T10:00:00", "2020-W01-1", "=", "€", "nul",
]  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_not_exactly_a_value_stays_text(text: str) -> None:
    assert plain_value(text) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("0", 0),
        ("-0", 0),
        ("7", 7),
        ("-12", -12),
        ("1000", 1000),
        ("20200203", 20200203),
        ("0.5", Decimal("0.5")),
        ("-0.10", Decimal("-0.10")),
        ("20204.50", Decimal("20204.50")),
        ("0.1234567890123456789012345678", Decimal("0.1234567890123456789012345678")),
        ("2020-02-29", date(2020, 2, 29)),
        ("0001-01-01", date(1, 1, 1)),
    ],
)
def test_exact_words_numbers_and_dates_are_values(text: str, value: object) -> None:
    read_value = plain_value(text)
    assert read_value == value
    assert type(read_value) is type(value)


@pytest.mark.parametrize("text", ["2020-02-30", "2021-02-29", "2021-13-01", "2021-00-10", "2021-01-00", "0000-01-01"])
def test_a_date_that_does_not_exist_is_refused(text: str) -> None:
    assert plain_value(text) == Refusal(codes.DATE_INEXISTANTE, f"la date {text} n'existe pas")


@pytest.mark.parametrize("text", ["9" * 31, "-" + "9" * 5000, "0." + "1" * 30])
def test_a_number_of_more_than_thirty_digits_is_refused(text: str) -> None:
    assert plain_value(text) == Refusal(codes.NOMBRE_TROP_LONG, "ce nombre a plus de 30 chiffres")


def test_a_number_of_thirty_digits_is_read() -> None:
    assert plain_value("9" * 30) == 10**30 - 1


@pytest.mark.parametrize("quoted", ['"true"', "'true'", "|-\n  true", ">-\n  true"])
def test_a_quoted_or_block_scalar_is_text(quoted: str) -> None:
    assert read(f"a: {quoted}\n").data == {"a": "true"}


def test_a_value_left_empty_is_an_empty_text() -> None:
    assert read("a:\nb: ''\n").data == {"a": "", "b": ""}
