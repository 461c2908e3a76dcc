import pytest

from generator.load.source import decode

from .reading import faults, read


def test_windows_line_ends_keep_places_right() -> None:
    assert faults("a: 1\r\nb: 2\r\na: 3\r\n") == ["3:1 MEM002"]
    page = read("---\r\ntitre: x\r\n---\r\nUn\r\nDeux\r\n", "content/a.md")
    assert (page.data, page.body, page.body_line) == ({"titre": "x"}, "Un\nDeux\n", 4)


def test_a_byte_order_mark_at_the_start_is_ignored() -> None:
    document = read("\ufeffa: 1\n")
    assert document.data == {"a": 1}
    assert document.locate_key("a").column == 1


def test_a_byte_order_mark_does_not_move_the_first_bad_byte() -> None:
    assert faults(b"\xef\xbb\xbfa: \xff\n") == ["1:4 MEM007"]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"\xe9", "1:1"),
        (b"a: 1\nb: \xe9t\xe9\n", "2:4"),
        ("a: é€𝄞".encode() + b"\xc3", "1:7"),
        (b"a: \xed\xa0\x80\n", "1:4"),
        ("a: 1\n".encode("utf-16"), "1:1"),
        (b"a: \xc0\xaf\n", "1:4"),
    ],
)
def test_the_first_byte_that_is_not_utf8_is_shown(data: bytes, place: str) -> None:
    assert faults(data) == [f"{place} MEM007"]


@pytest.mark.parametrize("char", "\x00\x07\x0b\x0c\x1b\x7f\x85\x9f\u200b\u2028\u2029\u202e\u2066\ufeff\ufffe\uffff")
def test_invisible_characters_are_refused(char: str) -> None:
    assert faults(f"a: é{char}b\n") == ["1:5 MEM009"]


def test_a_carriage_return_alone_is_refused() -> None:
    assert faults("a: 1\rb: 2\n") == ["1:5 MEM009"]


@pytest.mark.parametrize("char", ["\xad", "\xa0", "\u202f", "\u200d", "👩‍🔧", "é", "𝄞"])
def test_typography_and_emoji_are_text(char: str) -> None:
    assert read(f"a: x{char}x\n").data == {"a": f"x{char}x"}


def test_invisible_characters_are_counted_in_one_message() -> None:
    report = decode("a", b"\x07x\x07\n\x07").report
    assert [item.message for item in report] == ["caractère invisible U+0007 (et 2 autres dans ce fichier)"]


def test_tabs_are_refused_in_fields_and_left_in_markdown() -> None:
    assert faults("a:\t1\n") == ["1:3 MEM008"]
    assert faults("---\na: x # \tnote\n---\n", "content/a.md") == ["2:8 MEM008"]
    assert read("---\na: x\n---\n\tcode\n", "content/a.md").body == "\tcode\n"


@pytest.mark.parametrize("mark", ["<<<<<<< HEAD", ">>>>>>> x", "||||||| base", "<<<<<<<"])
def test_marks_of_a_merge_conflict_are_refused(mark: str) -> None:
    assert faults(f"a: 1\n{mark}\nb: 2\n") == ["2:1 MEM021"]


def test_a_heading_underlined_with_equal_signs_is_not_a_conflict() -> None:
    assert read("---\na: x\n---\nTitre\n=======\n", "content/a.md").body == "Titre\n=======\n"


def test_other_encodings_are_named() -> None:
    (wide,) = decode("a", "é: 1\n".encode("utf-16")).report
    assert wide.message == "ce fichier est enregistré en UTF-16"
    (binary,) = decode("a", b"\x89PNG\r\n\x1a\n\x00").report
    assert binary.message == "ce fichier n'est pas un texte"
    (western,) = decode("a", "né".encode("windows-1252")).report
    assert western.help.startswith("en Windows-1252, cet octet est « é »")


def test_old_line_ends_are_told_how_to_change() -> None:
    (found,) = decode("a", b"a: 1\rb: 2\r").report
    assert found.help == "enregistrez-le avec les fins de ligne LF"
