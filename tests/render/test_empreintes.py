"""Names that carry their content."""

import pytest

from generator.render.empreintes import nommer, noms, sans_empreinte


def test_a_name_carries_the_first_eight_digits_of_the_hash_of_its_content() -> None:
    # printf abc | sha256sum
    assert nommer("assets/memento.css", b"abc") == "assets/fixes/memento.ba7816bf.css"


def test_another_content_has_another_name() -> None:
    assert nommer("assets/a.js", b"abc") != nommer("assets/a.js", b"abd")


def test_only_what_pages_load_is_named_so() -> None:
    files = {
        "assets/memento.js": b"abc",
        "assets/recherche-index.js": b"abc",
        "assets/page/main.js": b"abc",
        "assets/images/plan.svg": b"abc",
        "donnees/dates.json": b"abc",
        "memento.pdf": b"abc",
    }
    assert noms(files) == {
        "assets/memento.js": "assets/fixes/memento.ba7816bf.js",
        "assets/recherche-index.js": "assets/fixes/recherche-index.ba7816bf.js",
    }


@pytest.mark.parametrize(
    ("publie", "ecrit"),
    [
        ("assets/fixes/memento.ba7816bf.css", "assets/memento.css"),
        ("assets/memento.ba7816bf.css", "assets/memento.ba7816bf.css"),
        ("assets/memento.css", "assets/memento.css"),
        ("assets/fixes/memento.pasunhash.css", "assets/fixes/memento.pasunhash.css"),
        ("regles/deadbeef/", "regles/deadbeef/"),
    ],
)
def test_the_name_that_templates_write_is_found_again(publie: str, ecrit: str) -> None:
    assert sans_empreinte(publie) == ecrit
