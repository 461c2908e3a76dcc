"""The styles of the theme, less what can match nothing."""

import pytest

from generator.adapters.feuille_du_theme import classes, elaguer, mots


@pytest.mark.parametrize(
    ("css", "garde"),
    [
        (".a{top:0}.b{top:1}", ".a{top:0}"),
        (".a,.b{top:0}", ".a{top:0}"),
        ("p,.b .a{top:0}", "p{top:0}"),
        (".a.b{top:0}.a>.b:hover{top:0}", ""),
        ("p:not(.b){top:0}", "p:not(.b){top:0}"),
        (":is(.b,p){top:0}", ":is(.b,p){top:0}"),
        (".a:not(:is(.b,[title='},'])){top:0}", ".a:not(:is(.b,[title='},'])){top:0}"),
        ("@media print{.b{top:0}}", ""),
        ("@media print{.a{top:0}.b{top:0}}", "@media print{.a{top:0}}"),
        ("@supports (top:0){@media print{.a{top:0}}}", "@supports (top:0){@media print{.a{top:0}}}"),
        ("@keyframes x{0%{top:0}to{top:1px}}", "@keyframes x{0%{top:0}to{top:1px}}"),
        ('@charset "utf-8";.a{top:0}', '@charset "utf-8";.a{top:0}'),
        (".a{background:url('data:;}{,')}", ".a{background:url('data:;}{,')}"),
        ('.a::after{content:"}\\""}.b{top:0}', '.a::after{content:"}\\""}'),
        (".a/* .b{ */{top:0}", ".a{top:0}"),
        ("p\\,.b,q{top:0}", "q{top:0}"),
        (".a{content:\\}}.b{top:0}", ".a{content:\\}}"),
        ("[data-x~=b]{top:0}", "[data-x~=b]{top:0}"),
    ],
)
def test_only_a_selector_that_asks_for_an_unknown_class_is_left_out(css: str, garde: str) -> None:
    assert elaguer(css, {"a"}) == garde


def test_the_classes_of_pages_are_those_of_their_elements() -> None:
    assert classes(['<p class="a b"><i class="c">class="', "<p>"]) == {"a", "b", "c"}


def test_whatever_word_a_script_writes_may_be_a_class() -> None:
    assert {"md-tooltip2--active", "x"} <= mots(['x.classList.toggle("md-tooltip2--active",1)'])
