import re

import pytest
from yaml import MarkedYAMLError

from generator.load import read_document
from generator.load.lines import Lines
from generator.load.syntax import syntax_diagnostic

from .reading import PATH, faults

CASES = [
    ('a: "x\nb: 1\n', "1:4", "ce guillemet n'est jamais fermé"),
    ("a: 'x\nb: 1\n", "1:4", "ce guillemet n'est jamais fermé"),
    ('a: "x\n---\nb: 1\n', "1:4", "ce guillemet n'est jamais fermé"),
    ("a: [1, 2\nb: 1\n", "1:4", "ce crochet « [ » n'est pas fermé, ou une virgule y manque"),
    ("a: {b: [1, 2}\n", "1:8", "ce crochet « [ » n'est pas fermé, ou une virgule y manque"),
    ("a: {x: 1\nb: 2\n", "1:4", "cette accolade « { » n'est pas fermée, ou une virgule y manque"),
    ("a: {x: 1", "1:4", "cette accolade « { » n'est pas fermée, ou une virgule y manque"),
    ("a: b: c\n", "1:5", "« : » ne peut pas apparaître dans une valeur sans guillemets"),
    ("a: 1\n b: 2\n", "2:2", "cette ligne ou la précédente est mal décalée, ou il manque « : » à la précédente"),
    ("a\nb: 1\n", "2:1", "cette ligne ou la précédente est mal décalée, ou il manque « : » à la précédente"),
    ("x: 1\na:b\nc: 1\n", "2:2", "il manque une espace après les deux-points"),
    ("a:\n  - b\n  -c\n", "3:3", "il manque une espace après le tiret"),
    ("a:\n  - b: 1\n   \u00a0c: 2\n", "3:4", "une espace insécable n'en est pas une pour YAML"),
    ("a: 1\nb:\u00a02\nc: 3\n", "2:3", "une espace insécable n'en est pas une pour YAML"),
    ("x: 1\na\nb: 1\n", "2:1", "il manque « : » après le nom du champ, ou cette ligne est mal décalée"),
    ("a:\n    b: 1\n  c: 2\n", "3:3", "cette ligne est mal décalée"),
    ("a: 1\n- b\n", "2:1", "cette ligne est mal décalée"),
    ('a: "x" y\n', "1:8", "ce texte suit une valeur déjà terminée"),
    ("a: [1]]\n", "1:7", "ce texte suit une valeur déjà terminée"),
    ("a: @x\n", "1:4", "« @ » ne peut pas se trouver ici"),
    ("a: `x`\n", "1:4", "« ` » ne peut pas se trouver ici"),
    ("a: ]\n", "1:4", "« ] » ne peut pas se trouver ici"),
    ("a: [b, , c]\n", "1:8", "« , » ne peut pas se trouver ici"),
    ("- a\nb: 1\n", "2:1", "un tiret est attendu ici, ou cette ligne est mal décalée"),
    ("a: - b\n", "1:4", "une liste ne peut pas commencer ici"),
    ("a: |x\n  y\n", "1:5", "rien ne peut suivre « | » ou « > » sur la même ligne"),
    ('a: "\\q"\n', "1:5", "« \\ » est suivi d'un signe inconnu"),
    ('a: "\\ud800"\n', "1:7", "« \\ » est suivi d'un signe inconnu"),
    ("%YAML 1.1\n---\na: 1\n", "1:1", "une ligne ne peut pas commencer par « % »"),
    ("%YAML 9.0\n---\na: 1\n", "1:1", "une ligne ne peut pas commencer par « % »"),
    ("%x\n---\na: 1\n", "1:1", "une ligne ne peut pas commencer par « % »"),
    ("a: 1\n...\nb: 2\n", "3:1", "ce texte suit la fin du contenu"),
    ("a: [1,", "1:6", "il manque une valeur ici"),
]


@pytest.mark.parametrize(("text", "place", "message"), CASES)
def test_a_mistake_is_said_in_french_where_the_hand_must_go(text: str, place: str, message: str) -> None:
    (diagnostic,) = read_document(PATH, text.encode()).report
    location = diagnostic.location
    assert (diagnostic.code, f"{location.line}:{location.column}", diagnostic.message) == ("MEM001", place, message)


def test_places_count_characters_and_not_bytes() -> None:
    (diagnostic,) = read_document(PATH, "é: 𝄞€: x\n".encode()).report
    assert str(diagnostic.location) == f"{PATH}:1:6"


def test_the_first_line_that_is_wrong_is_not_told_twice() -> None:
    report = read_document(PATH, b"a: &x 1\nb: *x y\n").report
    assert [item.code for item in report] == ["MEM003", "MEM004"]


def test_no_word_of_the_parser_reaches_the_reader() -> None:
    english = re.compile(r"\b(found|expected|while|scanning|parsing|token|mapping|block)\b")
    for text, _, _ in CASES:
        for item in read_document(PATH, text.encode()).report:
            assert not english.search(item.message + item.help)


def test_a_complaint_the_parser_never_made_before_gets_a_general_sentence() -> None:
    diagnostic = syntax_diagnostic(PATH, MarkedYAMLError(problem="something new"), Lines.of("a: 1\n"))
    assert (diagnostic.code, str(diagnostic.location)) == ("MEM001", f"{PATH}:1:1")
    assert diagnostic.message == "le fichier ne peut pas être lu à partir d'ici"


def test_a_field_without_a_name_is_told() -> None:
    assert faults('"": 1\n') == ["1:1 MEM015"]
