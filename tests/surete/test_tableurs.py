"""What leaves for another program: spreadsheets, calendars, feeds, paper."""

import csv
import io

import pytest

from generator.render.exports.agenda import echapper
from generator.render.exports.tableur import ecrire_csv, neutraliser
from generator.render.papier.ecriture import litteral

# The signs of OWASP's list, their full-width forms, and what a spreadsheet passes over before them.
FORMULES = [
    '=HYPERLINK("https://ailleurs.example";"x")',
    "+1+1",
    "-1+1",
    "-cmd|' /C calc'!A0",
    "@SUM(1;1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    " =1+1",
    "\u00a0=1+1",
    '"=1+1',
    "＝1+1",
    "＋1",
    "－1+1",
    "＠SUM(1)",
    "-",
    "- un point",
    "-5 €",
    "+33 1 02 03 04 05 x",
]


@pytest.mark.parametrize("text", FORMULES)
def test_what_a_spreadsheet_would_run_is_text(text: str) -> None:
    assert neutraliser(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["-5", "−5", "+33", "-5,25", "-1 000,5", "-12\u202f000", "-3 %", "0", "2020-01-01", "a=b", "L'ACI", "", "5-4"],
)
def test_numbers_and_words_stay_what_they_are(text: str) -> None:
    assert neutraliser(text) == text


def test_no_text_leaves_its_cell() -> None:
    rows = [['x;"y"', "a\nb", "=1;2"], ["1", "2", "3"]]
    read = csv.reader(io.StringIO(ecrire_csv(rows).decode("utf-8-sig"), newline=""), delimiter=";")
    assert list(read) == [['x;"y"', "a\nb", "'=1;2"], ["1", "2", "3"]]


def test_no_text_leaves_its_line_in_a_calendar() -> None:
    assert echapper("a;b,c\\d\nEND:VEVENT\r\nATTACH:x\rY") == "a\\;b\\,c\\\\d\\nEND:VEVENT\\nATTACH:x\\nY"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"); #eval("1")', '"\\"); #eval(\\"1\\")"'),
        ("\\", '"\\\\"'),
        ('\\"', '"\\\\\\""'),
        ("#let x = 1", '"#let x = 1"'),
        ("$ x $ *y* <z> @w `v`", '"$ x $ *y* <z> @w `v`"'),
        ("a\nb\u2028c", '"a\\u{a}b\\u{2028}c"'),
    ],
)
def test_no_text_leaves_its_string_on_paper(text: str, code: str) -> None:
    assert litteral(text) == code
    assert litteral({text: [text]}) == f"({code}: ({code}, ), )"
