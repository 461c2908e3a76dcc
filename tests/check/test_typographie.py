"""The signs of a word processor: what stands for them, once a place."""

import pytest

from generator.check.typographie import _fautes


def corriger(texte: str) -> tuple[str, int]:
    """The text mended, and how many faults were told."""
    found = sorted(_fautes(texte), key=lambda fault: fault[0].start())
    for match, usage in reversed(found):
        texte = texte[: match.start()] + usage.corriger(match[0]) + texte[match.end() :]
    return texte, len(found)


@pytest.mark.parametrize(
    ("ecrit", "attendu", "fautes"),
    [
        # Around a whole value, they stand for the quotes of the file; inside it, for quotation marks.
        ("“Un titre”", "Un titre", 2),
        ("„Un titre“", "Un titre", 2),
        ("“Un titre ”", "Un titre ", 2),
        ("dit “un mot”", "dit « un mot »", 2),
        ("“Un” et “deux”", "« Un » et « deux »", 4),
        ("un oeuf...", "un œuf…", 2),
        ("pourquoi?", "pourquoi ?", 1),
    ],
)
def test_each_sign_is_told_once_and_mended_as_it_is_meant(ecrit: str, attendu: str, fautes: int) -> None:
    assert corriger(ecrit) == (attendu, fautes)
