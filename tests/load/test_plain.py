"""What is read without its places: the same values, and nothing that could be wrong."""

from pathlib import Path

import pytest

from generator.load.front_matter import split_page
from generator.load.plain import plain_values
from generator.load.source import decode
from generator.load.tree import find_files, read_bytes
from generator.load.yaml_reader import read_yaml

RACINE = Path(__file__).parents[2]
CORPUS = sorted((RACINE / "tests" / "corpus").rglob("*.yaml")) + sorted((RACINE / "tests" / "corpus").rglob("*.md"))
ORDINAIRE = """
titre: Un titre
nombre: 12
part: 0.30
du: 2024-07-01
oui: true
rien: null
vide:
cite: "« \\u00e0 » : l'un"
bloc: |
  deux
  lignes
numeros: [9, 12, a]
etapes:
  - nom: x
    valeurs:
      - 1
      - deux
  - nom: y
"""


def entete(path: str, data: bytes) -> str | None:
    """The YAML of a file; None for a file that is refused before its YAML is read."""
    text = decode(path, data)
    if text.failed or not path.endswith(".md"):
        return None if text.failed else text.value
    page = split_page(path, text.value)
    return None if page.failed else page.value.header


def test_an_ordinary_file_has_the_values_that_its_places_give() -> None:
    read = read_yaml("x.yaml", ORDINAIRE).value
    assert read is not None
    # Types and order included.
    assert repr(plain_values(ORDINAIRE)) == repr(read.data)
    assert plain_values(ORDINAIRE) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "- a",
        "a: 1\na: 2",
        "a: &x 1",
        "a: *x",
        "a: !t 1",
        "a: &x {b: 1}",
        "a: {b: 1}",
        "{a: 1}",
        "? [a]\n: 1",
        "? {a: 1}\n: 1",
        "1: a",
        "2024-01-01: a",
        "true: a",
        "<<: a",
        '"": a',
        ": a",
        "a: 2024-02-30",
        f"a: {'9' * 31}",
        "a: [1,2]",
        "a: [x, 1,2]",
        'a: "\\u200b"',
        "a: 1\n---\nb: 2",
        "%YAML 1.2\n---\na: 1",
        "a: [",
        "a: 1\n b: 2",
        "".join(f"{'  ' * depth}a:\n" for depth in range(60)),
    ],
)
def test_what_may_have_to_be_told_is_read_with_its_places(text: str) -> None:
    assert plain_values(text) is None


def test_quotes_make_texts_of_what_would_be_refused_without_them() -> None:
    text = "\"<<\": a\n\"1\": \"2024-02-30\"\n'true': ['1','2']\n"
    assert plain_values(text) == {"<<": "a", "1": "2024-02-30", "true": ["1", "2"]}


def test_of_every_file_of_the_corpus_nothing_that_is_refused_is_read_without_places() -> None:
    seen = 0
    for file in CORPUS:
        header = entete(file.name, file.read_bytes())
        if header is None or (values := plain_values(header)) is None:
            continue
        seen += 1
        read = read_yaml(file.name, header)
        assert tuple(read.report) == (), file
        assert read.value is not None, file
        assert repr(values) == repr(read.value.data), file
    assert seen > 50


def test_nearly_all_files_of_the_memento_are_ordinary() -> None:
    headers = [entete(path, read_bytes(RACINE, path).value) for path in find_files(RACINE).value]
    ordinary = sum(plain_values(header) is not None for header in headers if header is not None)
    assert ordinary > 0.9 * len(headers)
