"""Where the addresses of a subject go when it is named otherwise."""

import pytest

from generator.render.renommage import adresses_deplacees


def test_each_address_that_is_gone_has_the_one_that_takes_its_place() -> None:
    assert adresses_deplacees(["a/", "a/x.csv", "b/"], ["c/", "c/x.csv", "b/"], "a", "c") == {
        "a/": "c/",
        "a/x.csv": "c/x.csv",
    }


def test_an_address_that_nothing_takes_is_named() -> None:
    with pytest.raises(KeyError, match="b/"):
        adresses_deplacees(["a/", "b/"], ["c/"], "a", "c")
