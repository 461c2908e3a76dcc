import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.load import read_document
from generator.load.spelling import places

from .reading import PATH, read


def _underlined(source: str, word: str) -> str:
    """What the carets underline when the word is looked up in the text of `a`."""
    document = read(source)
    text = document.data["a"]
    assert isinstance(text, str)
    location = document.locate_text(("a",), text.index(word), len(word))
    return source.split("\n")[location.line - 1][location.column - 1 :][: location.length]


@pytest.mark.parametrize(
    "source",
    [
        "a: taux = recettes / charges\n",
        "a: taux =\n  recettes\n  / charges\n",
        "a: taux =\n\n    recettes / charges\n",
        "a: 'taux = l''an recettes'\n",
        "a: 'taux\n  = l''an\n\n  recettes'\n",
        'a: "taux = \\"é\\" \\u20ac recettes"\n',
        'a: "taux \\\n  = \\x20 \\n\n  recettes"\n',
        "a: |\n  taux =\n    recettes\n  / charges\n",
        "a: |2\n    taux\n  recettes\n",
        "a: |-  # note\n\n\n  taux\n\n  recettes",
        "a: >\n  taux =\n  recettes\n\n  / charges\n",
        "a: >+\n  taux\n    plus loin\n  recettes\n\n",
        "{a: [x], a2: 1, a3: {a: 1}, b: taux, a: taux = recettes}\n".replace("a: [x], ", ""),
        "a: « 𝄞 » taux recettes\n",
    ],
)
def test_a_word_is_underlined_where_it_is_written(source: str) -> None:
    assert _underlined(source, "taux") == "taux"
    assert _underlined(source, "recettes") == "recettes"


def test_a_doubled_quote_is_underlined_whole() -> None:
    assert _underlined("a: 'l''an'\n", "'") == "''"


def test_an_escape_is_underlined_whole() -> None:
    assert _underlined('a: "x \\u20ac y"\n', "€") == "\\u20ac"


def test_words_on_two_lines_are_underlined_to_the_end_of_the_first() -> None:
    assert _underlined("a: taux de\n  commercialisation\n", "de commercialisation") == "de"


@pytest.mark.parametrize("source", ["a: abc\n", "a: 'abc'\n", 'a: "abc"\n', "a: |\n  abc\n", "a: >-\n  abc\n"])
def test_past_the_end_of_the_text_the_last_character_is_underlined(source: str) -> None:
    document = read(source)
    lines = source.split("\n")
    location = document.locate_text(("a",), 50, 3)
    assert lines[location.line - 1][location.column - 1] == "c"
    assert location.length == 1


def test_an_empty_text_is_placed_at_its_value() -> None:
    document = read("a: ''\n")
    assert document.locate_text(("a",), 0) == document.locate("a")


def test_a_number_has_a_text_too() -> None:
    location = read("a: 1234\n").locate_text(("a",), 2)
    assert (location.line, location.column) == (1, 6)


TEXTS = st.text(st.sampled_from(list("ab é𝄞'\"\\:#-\n ,[]{}x0")), min_size=1, max_size=50)
STYLES = st.sampled_from([None, "'", '"', "|", ">"])


@settings(max_examples=300, deadline=None, database=None)
@given(TEXTS, STYLES, st.booleans(), st.sampled_from([20, 1000]))
def test_every_visible_character_is_found_in_every_style(text: str, style: str, accents: bool, width: int) -> None:
    source = yaml.safe_dump({"a": text}, default_style=style, allow_unicode=accents, width=width)
    document = read_document(PATH, source.encode()).value
    assume(document is not None)
    assert document is not None
    assume(document.data["a"] == text)
    lines = source.split("\n")
    for offset, char in enumerate(text):
        location = document.locate_text(("a",), offset)
        spelt = lines[location.line - 1][location.column - 1 :][: location.length]
        assert len(spelt) == location.length or not lines[location.line - 1]
        if char not in " \n":
            assert spelt in (char, char * 2) or yaml.safe_load(f'"{spelt}"') == char


def test_a_text_is_spelt_once_for_all_the_faults_that_are_told_in_it() -> None:
    document = read("a: >-\n  " + "un mot\n  " * 50 + "fin\n")
    places.cache_clear()
    assert [document.locate_text(("a",), start).line for start in (0, 7, 14)] == [2, 3, 4]
    assert places.cache_info().misses == 1
