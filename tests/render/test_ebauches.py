"""What a draft is made of: texts that are read back as they were given, lines added where they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.load import read_document
from generator.load.document import Document
from generator.model import Modele, Regle
from generator.render.ebauches.insertion import Illisible, _nouveau_genre, ajouter, inserer, relire
from generator.render.ebauches.lignes import champ, commentaire, facultatifs, liste, scalaire
from generator.render.ebauches.question import Question
from generator.render.ebauches.questions import abreger
from generator.render.marques import MARQUE, a_completer, marques

PATH = "rules/essai.yaml"
MOTS = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=60)


def document(text: str) -> Document:
    found = read_document(PATH, text.encode()).value
    assert found is not None
    return found


@given(MOTS)
def test_any_text_is_read_back_as_itself(text: str) -> None:
    assert document(f"a: {scalaire(text)}\n").data == {"a": text}


@given(st.lists(MOTS, min_size=1, max_size=4))
def test_any_list_is_read_back_as_itself(texts: list[str]) -> None:
    assert document("\n".join(liste("a", texts)) + "\n").data == {"a": texts}


@pytest.mark.parametrize(
    "text", ["oui", "true", "2026-01-01", "12", "a: b", "# non", "[x]", "« oui »", "null", '"', "-"]
)
def test_what_looks_like_something_else_stays_a_text(text: str) -> None:
    assert document(f"a: {scalaire(text)}\n").data == {"a": text}


def test_a_long_text_is_folded_and_read_back() -> None:
    text = " ".join(["Une phrase assez longue pour ne pas tenir sur une ligne : elle est pliée."] * 4)
    lines = list(champ("enonce", text, 4))
    assert all(len(line) <= 120 for line in lines)
    assert document("a:\n  - b: 1\n" + "\n".join(lines) + "\n").data["a"][0]["enonce"] == text  # type: ignore[index]


@pytest.mark.parametrize(
    ("titre", "attendu"),
    [
        ("La durée du parcours", "duree-du-parcours"),
        ("L’accueil, à deux", "accueil-a-deux"),
        ("Œuvrer", "oeuvrer"),
        ("Les", "les"),
        ("Un deux trois quatre cinq six sept huit neuf dix", "deux-trois-quatre-cinq-six-sept-huit-neuf"),
    ],
)
def test_an_identifier_is_made_of_the_words_of_the_title(titre: str, attendu: str) -> None:
    assert abreger(titre) == attendu


BLOC = """\
sujets:
  # un commentaire
  regle:
    - aa   # le premier
    - cc
  # celui d'après
  source:
  - zz
fin: oui
"""


@pytest.mark.parametrize(
    ("nom", "avant"), [("ab", "    - cc\n"), ("AAA", "    - cc\n"), ("zz", "  # celui d'après\n"), ("a", "    - aa ")]
)
def test_a_line_is_added_in_its_place_and_comments_stay(nom: str, avant: str) -> None:
    made = inserer(document(BLOC), BLOC, ("sujets", "regle"), nom, [nom])
    assert made == BLOC.replace(avant, f"    - {nom}\n{avant}")


def test_dashes_at_the_margin_of_their_key_stay_there() -> None:
    made = inserer(document(BLOC), BLOC, ("sujets", "source"), "aa", ["aa"])
    assert made == BLOC.replace("  - zz", "  - aa\n  - zz")
    assert ajouter(document(BLOC), BLOC, ("sujets", "source"), ["zzz"]) == BLOC.replace("  - zz\n", "  - zz\n  - zzz\n")


@pytest.mark.parametrize(("nom", "attendu"), [("a", "[a, b, d]"), ("c", "[b, c, d]"), ("e", "[b, d, e]")])
def test_a_list_between_brackets_stays_on_its_line(nom: str, attendu: str) -> None:
    text = "sujets: {regle: [b, d], source: [x]}   # note\n"
    made = inserer(document(text), text, ("sujets", "regle"), nom, [nom])
    assert made == text.replace("[b, d]", attendu)


def test_a_list_between_brackets_of_things_with_fields_is_left_to_a_person() -> None:
    text = "termes: [{sigle: A}]\n"
    with pytest.raises(Illisible):
        inserer(document(text), text, ("termes",), "B", ["sigle: B"], "sigle")


def test_what_is_not_read_back_as_expected_is_refused() -> None:
    relire(PATH, "a: [b]\n", {"a": ["b"]})
    with pytest.raises(Illisible):
        relire(PATH, "a: [b]\n", {"a": ["c"]})


def test_a_mark_is_found_at_the_start_of_a_field_or_of_a_paragraph() -> None:
    text = (
        f'---\na: "{a_completer("ceci")}"\nb: on lit {MARQUE} au milieu\nc: ["{MARQUE}"]\n---\n\n'
        f"- {MARQUE} : cela\n\n```\n{MARQUE}\n```\n\nMot {MARQUE}\n"
    )
    page = read_document("content/essai.md", text.encode()).value
    assert page is not None
    found = [(place.line, place.column, place.length, words) for place, words in marques(page)]
    assert found == [(2, 5, 11, "ceci"), (4, 6, 11, ""), (7, 3, 11, "cela")]


def test_an_example_is_shown_as_one_types_it() -> None:
    several = Question("themes", "Thèmes", (Regle, "themes"))
    assert several.aide.endswith("exemple : parcours-et-contrats")


@pytest.mark.parametrize(
    ("texte", "chemin"),
    [
        ("sujets: {regle: [a]}\n", ("sujets", "source")),
        ("sujets: {regle: []}\n", ("sujets", "regle")),
        ("sujets: {regle: a}\n", ("sujets", "regle")),
        ("sujets: {regle: a}\n", ("sujets", "regle", "a")),
        ("sujets:\n  regle:\n    -\n      aa\n", ("sujets", "regle")),
    ],
)
def test_a_list_that_is_not_there_or_is_oddly_written_is_left_to_a_person(texte: str, chemin: tuple[str, ...]) -> None:
    with pytest.raises(Illisible):
        ajouter(document(texte), texte, chemin, ["b"])


@pytest.mark.parametrize(
    ("avant", "apres"),
    [
        # The dashes of a list may stand under its key itself.
        (
            "sujets:\n  regle:\n  - a\n\n  # le reste\n  terme: [b]\nfin: 1\n",
            "sujets:\n  regle:\n  - a\n  source:\n    - x\n\n  # le reste\n  terme: [b]\nfin: 1\n",
        ),
        ("sujets:\n  regle: [a]", "sujets:\n  regle: [a]\n  source:\n    - x"),
    ],
)
def test_a_new_kind_comes_after_the_whole_of_the_one_before(avant: str, apres: str) -> None:
    assert _nouveau_genre(document(avant), avant, "regle", "source", "x") == apres


def test_a_first_kind_of_all_is_left_to_a_person() -> None:
    with pytest.raises(Illisible):
        _nouveau_genre(document("sujets: {}\n"), "sujets: {}\n", None, "regle", "x")


def test_a_field_that_says_nothing_has_no_comment_and_a_full_model_no_suggestion() -> None:
    class Muet(Modele):
        nom: str

    assert list(commentaire(Muet, "nom")) == []
    assert list(facultatifs(Muet, ())) == []
