import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import read_document

from .reading import PATH, faults, read


def test_data_are_plain_values_in_the_order_of_the_file() -> None:
    document = read("b: [1, x, {c: true}]\na:\n  - 2\n  -\n    d: null\n")
    assert document.data == {"b": [1, "x", {"c": True}], "a": [2, {"d": None}]}
    assert list(document.data) == ["b", "a"]


def test_every_fault_of_a_file_is_told_at_once() -> None:
    text = "a: &x 1\nb: 2020-02-30\nb: !t 2\n9: {c: 0,5}\n"
    assert faults(text) == ["1:4 MEM003", "2:4 MEM016", "3:1 MEM002", "3:4 MEM005", "4:1 MEM015", "4:8 MEM018"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {b: 1, b: 2}\n", ["1:11 MEM002"]),
        ("a: 1\n'a': 2\n", ["2:1 MEM002"]),
        ("a: 1\na: 2\na: 3\n", ["2:1 MEM002", "3:1 MEM002"]),
        ("- {a: 1, a: 2}\n", ["1:10 MEM002"]),
        ("a:\n  - b: 1\n  - b: 2\n", []),
    ],
)
def test_a_key_is_written_once_in_its_group(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x [1]\n", ["1:4 MEM003"]),
        ("a: !t &x 1\n", ["1:4 MEM005", "1:7 MEM003"]),
        ("a: &x !t 1\n", ["1:4 MEM003", "1:7 MEM005"]),
        ("a: &x\n  !t 1\n", ["1:4 MEM003", "2:3 MEM005"]),
        ("a: *x\n", ["1:4 MEM004"]),
        ("*x : 1\n", ["1:1 MEM004"]),
        ("a: &a {b: *a}\n", ["1:4 MEM003", "1:11 MEM004"]),
        ("a: !!python/object:os.system x\n", ["1:4 MEM005"]),
        ("a: !<tag:yaml.org,2002:int> 1\n", ["1:4 MEM005"]),
        ("a: !x!y z\n", ["1:4 MEM005"]),
        ("a: !\n", ["1:4 MEM005"]),
        ("a: &texte* x\n", ["1:4 MEM003"]),
    ],
)
def test_anchors_aliases_and_tags_are_refused_where_they_stand(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_a_merge_key_is_refused_and_its_text_between_quotes_is_not() -> None:
    assert faults("a:\n  <<: {b: 1}\n") == ["2:3 MEM006"]
    assert read("'<<': 1\n").data == {"<<": 1}


@pytest.mark.parametrize("key", ["1", "1.5", "true", "null", "2020-01-01", "2020-02-30", "[a]", "{a: 1}"])
def test_a_key_that_is_not_text_is_refused(key: str) -> None:
    assert faults(f"{key}: 1\n") == ["1:1 MEM015"]


def test_words_that_yaml_would_convert_are_keys() -> None:
    assert read('on: 1\nNO: 2\n"1": 3\n01: 4\n').data == {"on": 1, "NO": 2, "1": 3, "01": 4}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: {b: 0,01 €}\n", ["1:8 MEM018"]),
        ("a: {b: 1 234,5}\n", ["1:8 MEM018"]),
        ("a: {b: -0,5, c: 2}\n", ["1:8 MEM018"]),
        ("a: {b: 0,5, c: 1,5}\n", ["1:8 MEM018", "1:16 MEM018"]),
        ("a: [1,2,3]\n", ["1:5 MEM018"]),
        ("a: {b: 0, 01 €}\n", ["1:11 MEM018"]),
        ("a: {b, c: 1}\n", ["1:5 MEM018"]),
        ("a: [0,5]\n", ["1:5 MEM018"]),
        ("a: [b: 0,5]\n", ["1:8 MEM018"]),
        ("a: [x,y,z]\n", []),
        ("a: [1, 2]\n", []),
        ("a: {b: '', c: '0,5'}\n", []),
        ("a: 0,5\n", []),
    ],
)
def test_a_comma_does_not_cut_a_number(text: str, expected: list[str]) -> None:
    assert faults(text) == expected


def test_the_number_that_is_cut_is_shown_whole() -> None:
    (diagnostic,) = read_document(PATH, "a: {pas: 0,01 €, b: 1}".encode()).report
    assert (diagnostic.location.column, diagnostic.location.length) == (10, 6)
    assert diagnostic.message == "« 0,01 € » est coupé en deux à la virgule"


@pytest.mark.parametrize("opening", ["[", "{", "[\n", "- ", "? ", "{a: ", "[{a: "])
def test_five_thousand_levels_are_one_fault(opening: str) -> None:
    assert [fault.split()[1] for fault in faults(opening * 5000)] == ["MEM011"]


def test_fifty_levels_are_read() -> None:
    assert faults("a: " + "[" * 49 + "]" * 49) == []
    assert faults("a: " + "[" * 50 + "]" * 50) == ["1:53 MEM011"]


def test_an_alias_bomb_does_not_unfold() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 30)]
    start = time.monotonic()
    assert len(faults("\n".join(lines))) == 30 + 29 * 10
    assert time.monotonic() - start < 2


@pytest.mark.parametrize("text", ["", "\n\n", "# note\n", "---\n", "---\n# note\n", "--- \n...\n", "\ufeff", "   "])
def test_an_empty_file_is_refused(text: str) -> None:
    assert faults(text) == ["1:1 MEM013"]


@pytest.mark.parametrize(
    ("text", "place"), [("texte\n", "1:1"), ("- a\n", "1:1"), ("\n[a]\n", "2:1"), ("''\n", "1:1"), ("null\n", "1:1")]
)
def test_a_file_that_is_not_a_group_of_fields_is_refused(text: str, place: str) -> None:
    assert faults(text) == [f"{place} MEM014"]


def test_one_document_may_open_with_dashes_and_no_second_one_follows() -> None:
    assert read("---\na: 1\n").data == {"a": 1}
    assert faults("---\na: 1\n---\nb: 2\n") == ["3:1 MEM012"]
    assert faults("---\n---\n") == ["2:1 MEM012"]


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\t", "\\x1b", "\\u202e", "\\N", "\\L", "\\uFEFF"])
def test_an_escape_does_not_bring_back_an_invisible_character(escape: str) -> None:
    assert faults(f'a: "é{escape}b"\n') == ["1:6 MEM009"]


def test_a_line_break_may_be_escaped() -> None:
    assert read('a: "un\\ndeux"\n').data == {"a": "un\ndeux"}


PATHS = st.sampled_from(["rules/a.yaml", "content/a.md"])
OPENINGS = st.sampled_from([b"", b"---\n", b"a: ", b"---\na: ", b"\xef\xbb\xbfa: {"])
SIGNS = st.text(st.sampled_from(list("ab1é𝄞:-?,[]{}&*!|>'\"%@`#\n  \r\t0.<~\\_")), max_size=60)


def _holds(path: str, data: bytes) -> None:
    """Data or errors, never both, never an exception; each place exists in the file."""
    outcome = read_document(path, data)
    assert (outcome.value is None) == outcome.failed
    lines = data.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    for item in outcome.report:
        line = lines[item.location.line - 1]
        assert 1 <= item.location.column <= max(1, len(line))
        assert item.location.column - 1 + item.location.length <= max(1, len(line))


@settings(max_examples=300, deadline=None, database=None)
@given(PATHS, OPENINGS, st.binary(max_size=80))
def test_any_bytes_give_data_or_diagnostics(path: str, opening: bytes, data: bytes) -> None:
    _holds(path, opening + data)


@settings(max_examples=300, deadline=None, database=None)
@given(PATHS, OPENINGS, SIGNS)
def test_any_signs_give_data_or_diagnostics(path: str, opening: bytes, text: str) -> None:
    _holds(path, opening + text.encode())


@settings(max_examples=100, deadline=None, database=None)
@given(PATHS, st.text(max_size=80))
def test_any_text_gives_data_or_diagnostics(path: str, text: str) -> None:
    _holds(path, text.encode("utf-8", "surrogatepass"))


def test_a_group_that_lacks_its_dash_is_told_once_and_so_is_each_of_the_next() -> None:
    text = "v:\n  - du: 1\n    au: 2\n    du: 3\n    au: 4\n    du: 5\n    au: 6\n"
    assert faults(text) == ["4:5 MEM002", "6:5 MEM002"]
    first, _ = read_document(PATH, text.encode()).report
    assert first.help == "supprimez l'un des deux ; si un nouvel élément commence ici, mettez un tiret devant"


def test_a_field_twice_among_others_is_told_without_a_dash() -> None:
    (told,) = read_document(PATH, b"a: 1\nb: 2\nb: 3\n").report
    assert told.help == ""


def test_a_comma_between_digits_is_proposed_as_a_point() -> None:
    (told,) = read_document(PATH, "a: {b: 4405,50 €}\n".encode()).report
    assert told.help.startswith('écrivez 4405.50 pour un nombre, "4405,50 €" entre guillemets pour un texte')


def test_a_figure_that_opens_a_value_without_quotes_is_told_where_it_opens() -> None:
    for text in ("a: {{ smic_horaire }}\n", "a: {{ smic_horaire }} de plus\n", "a: {{smic_horaire}}\n"):
        (told,) = read_document(PATH, text.encode()).report
        assert (told.code, told.location.column, told.location.length) == ("MEM015", 4, 2)
        assert told.help == "mettez tout le texte entre guillemets doubles"
