"""What cannot be put in order without touching anything else stays as it is."""

import pytest

from generator.load import read_document
from generator.validate.rangement import ranger

REGLE = "rules/parametres/essai.yaml"


def range_(chemin: str, texte: str) -> str:
    document = read_document(chemin, texte.encode()).value
    assert document is not None
    return ranger(document, texte)


def test_fields_are_put_in_the_order_of_the_model_with_their_comments() -> None:
    assert range_(REGLE, "titre: Un\n# qui\nid: essai\n") == "# qui\nid: essai\ntitre: Un\n"


@pytest.mark.parametrize(
    ("chemin", "texte"),
    [
        ("content/ailleurs/nulle.yaml", "titre: Un\nid: essai\n"),
        (REGLE, "{titre: Un, id: essai}\n"),
    ],
)
def test_what_is_of_no_kind_or_on_one_line_stays(chemin: str, texte: str) -> None:
    assert range_(chemin, texte) == texte
