"""What a program mends by itself, one place at a time."""

from generator.diagnostics import Diagnostic, Location
from generator.diagnostics.correction import corriger


def propose(line: int, column: int, length: int, instead: str) -> Diagnostic:
    return Diagnostic("MEM520", "faute", Location("a", line, column, length), remplacement=instead)


def test_each_place_takes_what_is_proposed_from_the_end_to_the_start() -> None:
    assert corriger("un deux\ntrois", [propose(1, 1, 2, "1"), propose(1, 4, 4, "2"), propose(2, 1, 5, "3")]) == "1 2\n3"


def test_of_two_that_overlap_the_later_is_written_and_the_other_waits() -> None:
    # « deux » (4 to 8) and « un deux » (1 to 8): the first one to start waits for the next time.
    assert corriger("un deux", [propose(1, 1, 7, "12"), propose(1, 4, 4, "2")]) == "un 2"


def test_a_place_that_is_no_more_in_the_text_changes_nothing() -> None:
    assert corriger("un", [propose(7, 1, 2, "1")]) == "un"
