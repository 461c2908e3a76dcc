import pytest

from .reading import faults, read

PAGE = "content/a.md"


def test_a_page_is_a_header_and_a_body() -> None:
    page = read("---\ntitre: Accueil\n---\n\n# Bonjour\n", PAGE)
    assert page.data == {"titre": "Accueil"}
    assert (page.body, page.body_line) == ("\n# Bonjour\n", 4)
    assert str(page.locate("titre")) == "content/a.md:2:8"


def test_the_body_may_be_empty() -> None:
    page = read("---\ntitre: x\n---", PAGE)
    assert (page.body, page.body_line) == ("", 4)


def test_a_rule_of_dashes_in_the_body_belongs_to_the_body() -> None:
    assert read("---\ntitre: x\n---\na\n\n---\nb\n", PAGE).body == "a\n\n---\nb\n"


def test_spaces_after_a_fence_do_not_matter() -> None:
    assert read("--- \ntitre: x\n---  \nb", PAGE).body == "b"


@pytest.mark.parametrize(
    "text", ["", "# Titre\n", "\n---\ntitre: x\n---\n", "----\ntitre: x\n---\n", " ---\na: 1\n---\n"]
)
def test_a_page_without_a_header_is_refused(text: str) -> None:
    assert faults(text, PAGE) == ["1:1 MEM019"]


@pytest.mark.parametrize("text", ["---", "---\n", "---\ntitre: x\n", "---\ntitre: x\n ---\ntexte\n"])
def test_a_header_that_is_not_closed_is_refused(text: str) -> None:
    assert faults(text, PAGE) == ["1:1 MEM020"]


def test_a_header_goes_through_the_same_reader_as_a_rule() -> None:
    assert faults("---\na: 1\na: *x\nb: 2020-02-30\n---\n", PAGE) == ["3:1 MEM002", "3:4 MEM004", "4:4 MEM016"]


def test_an_empty_header_is_refused() -> None:
    assert faults("---\n---\ntexte\n", PAGE) == ["1:1 MEM013"]


def test_the_body_is_not_read_as_fields() -> None:
    assert read("---\na: 1\n---\n*gras* : [ {\n", PAGE).body == "*gras* : [ {\n"
