from generator.render.crochets import PROFONDEUR, liens_ouverts, sans_code, sans_crochets_seuls


def test_a_bracket_that_nothing_closes_is_written_as_text() -> None:
    assert sans_crochets_seuls("a [ b [c](d)") == "a \\[ b [c](d)"
    assert sans_crochets_seuls("[a](b) et [c][d]") == "[a](b) et [c][d]"


def test_a_paragraph_closes_nothing_of_another() -> None:
    assert sans_crochets_seuls("a [ b\n\nc ] d") == "a \\[ b\n\nc ] d"
    assert sans_crochets_seuls("a [ b\nc ] d") == "a [ b\nc ] d"


def test_brackets_in_code_or_after_a_backslash_are_left() -> None:
    assert sans_crochets_seuls("`[` et \\[") == "`[` et \\["
    assert sans_crochets_seuls("```\n[ [ [\n```\n") == "```\n[ [ [\n```\n"


def test_brackets_too_deep_are_text() -> None:
    deep = "[" * (PROFONDEUR + 1) + "]" * (PROFONDEUR + 1)
    assert sans_crochets_seuls(deep) == f"\\{deep}"


def test_an_address_without_its_end_is_found_where_it_begins() -> None:
    assert liens_ouverts("un [lien](adresse puis (une note)") == (8,)
    assert liens_ouverts("un [lien](adresse) et (une note") == ()
    assert liens_ouverts("un [lien](adresse_(note)) entier") == ()
    assert liens_ouverts("un [lien](<a(b>) entre chevrons") == ()
    assert liens_ouverts("`[a](b`") == ()


def test_code_is_blanked_out_and_all_the_rest_stays_in_its_place() -> None:
    assert sans_code("a `b` c") == "a     c"
    assert sans_code("~~~\nb\n~~~\nc") == "   \n \n   \nc"
    assert sans_code("a ~ b") == "a ~ b"
