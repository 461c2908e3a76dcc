from generator.diagnostics import Location


def test_a_place_is_written_as_editors_read_it() -> None:
    assert str(Location("rules/a.yaml", 3, 7, 4)) == "rules/a.yaml:3:7"


def test_a_place_begins_at_the_first_character_of_the_file() -> None:
    assert str(Location("a")) == "a:1:1"


def test_places_sort_by_number_and_not_by_text() -> None:
    assert Location("a", 2) < Location("a", 10) < Location("b", 1)
