import re

import pytest

from generator.diagnostics import Code
from generator.load import codes


@pytest.mark.parametrize("code", codes.CODES, ids=lambda code: code.code)
def test_a_code_explains_itself_in_whole_sentences(code: Code) -> None:
    for text in (code.faute, code.pourquoi, code.remede):
        assert re.fullmatch(r"[A-ZÀ-Ý«].+\.", text)


def test_codes_are_numbered_once_from_one() -> None:
    assert [code.code for code in codes.CODES] == [f"MEM{number:03}" for number in range(1, len(codes.CODES) + 1)]


def test_every_code_of_the_module_is_listed() -> None:
    assert {value.code for value in vars(codes).values() if isinstance(value, Code)} == {c.code for c in codes.CODES}
