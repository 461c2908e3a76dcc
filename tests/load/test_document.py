import gc

import pytest

from generator.load import Document, Mapping, read_document
from generator.load.document import _arbre

from .reading import read

TEXT = """\
id: smic
valeurs:
  - du: 2020-01-01
    valeur: {EI: 10, AI: "11"}
  - du: 2021-01-01
    note: |
      Une note
vide:
"""


@pytest.fixture(scope="module")
def document() -> Document:
    return read(TEXT)


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        ((), (1, 1, 2)),
        (("id",), (1, 5, 4)),
        (("valeurs",), (3, 3, 1)),
        (("valeurs", 0), (3, 5, 2)),
        (("valeurs", 0, "du"), (3, 9, 10)),
        (("valeurs", 0, "valeur"), (4, 13, 18)),
        (("valeurs", 0, "valeur", "AI"), (4, 26, 4)),
        (("valeurs", 1, "note"), (6, 11, 1)),
        (("vide",), (8, 5, 1)),
    ],
)
def test_the_place_of_a_value(document: Document, keys: tuple[str | int, ...], place: tuple[int, int, int]) -> None:
    location = document.locate(*keys)
    assert (location.line, location.column, location.length) == place


@pytest.mark.parametrize(
    ("keys", "place"),
    [
        (("id",), (1, 1, 2)),
        (("valeurs",), (2, 1, 7)),
        (("valeurs", 1), (5, 5, 2)),
        (("valeurs", 0, "valeur"), (4, 5, 6)),
        (("valeurs", 0, "valeur", "AI"), (4, 22, 2)),
    ],
)
def test_the_place_of_a_key(document: Document, keys: tuple[str | int, ...], place: tuple[int, int, int]) -> None:
    location = document.locate_key(*keys)
    assert (location.line, location.column, location.length) == place


@pytest.mark.parametrize(
    "keys", [("absent",), ("absent", "x", 3), (0,), ("valeurs", 9), ("valeurs", "du"), ("id", "x")]
)
def test_what_does_not_exist_is_placed_at_its_nearest_parent(document: Document, keys: tuple[str | int, ...]) -> None:
    parents = {"valeurs": ("valeurs",), "id": ("id",)}
    expected = document.locate(*parents.get(str(keys[0]), ()))
    assert document.locate(*keys) == document.locate_key(*keys) == document.locate_text(keys, 0, expected.length)


def test_the_path_is_in_every_place(document: Document) -> None:
    assert str(document.locate("id")) == "rules/a.yaml:1:5"


def test_the_places_of_a_file_are_not_kept_and_are_read_again_when_they_are_asked_for() -> None:
    def nodes() -> int:
        gc.collect()
        return sum(isinstance(one, Mapping) for one in gc.get_objects())

    _arbre.cache_clear()
    before = nodes()
    read = read_document("rules/essai.yaml", b"titre: Un\ngroupe:\n  champ: deux\n").value
    assert read is not None
    assert nodes() == before
    assert read.locate("groupe", "champ").line == 3
    assert nodes() > before


def test_a_name_that_comes_in_several_files_is_one_text() -> None:
    one, other = (read_document(f"rules/{name}.yaml", b"source: texte-modele\n").value for name in ("a", "b"))
    assert one is not None
    assert other is not None
    assert next(iter(one.data)) is next(iter(other.data))
    assert one.data["source"] is other.data["source"]
