"""Our templates call functions and macros as any others do."""

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError

from generator.render.gabarits import Gabarits

MACROS = "{% macro cite(mot) %}<q>{{ mot }}</q>{% endmacro %}"
LISTE = "{% for mot in mots %}{{ m.cite(haut(mot)) }}{% endfor %}"
PAGE = f'{{% import "macros" as m %}}{{% block corps %}}{LISTE}{{% endblock %}}'


def gabarits(**templates: str) -> Gabarits:
    env = Gabarits(loader=DictLoader({"macros": MACROS, **templates}), autoescape=True, undefined=StrictUndefined)
    env.globals["haut"] = str.upper
    return env


def test_what_is_called_in_a_block_in_a_loop_and_in_a_macro_is_escaped_once() -> None:
    assert gabarits(page=PAGE).get_template("page").render(mots=["a", "<b>"]) == "<q>A</q><q>&lt;B&gt;</q>"


def test_what_is_not_defined_is_not_called() -> None:
    with pytest.raises(UndefinedError):
        gabarits(page="{{ inconnu() }}").get_template("page").render()


def test_what_one_page_is_given_is_not_seen_by_the_next() -> None:
    env = gabarits(page="{{ url is defined }}")
    assert env.get_template("page").render(url="a/") == "True"
    assert env.get_template("page").render() == "False"
