"""Phrases by their first word."""

from generator.render.recherche.index import _par_premier_mot


def test_a_phrase_that_nobody_would_type_whole_is_left_out() -> None:
    nine = " ".join(["mot"] * 9)
    assert _par_premier_mot([nine, "un deux trois", "un deux"]) == {"un": [["un", "deux"], ["un", "deux", "trois"]]}
