"""Formulas written out again."""

import pytest

from generator.compile.noeud import Arbre
from generator.compile.rediger import rediger

from .langue import compiler


def nommer(tree: Arbre) -> str:
    return f"« {tree[1]} »" if tree[0] == "texte" else str(tree[1])


@pytest.mark.parametrize(
    ("texte", "ecrit"),
    [
        ("recettes - (charges + recettes)", "recettes − (charges + recettes)"),
        ("(recettes - charges) + recettes", "recettes − charges + recettes"),
        ("(recettes + charges) / recettes", "(recettes + charges) / recettes"),
        ("recettes / (2 * charges)", "recettes / (2 × charges)"),
        ("2 * (3 + 4)", "2 × (3 + 4)"),
        ("non rsa et derogation", "non (rsa) et derogation"),
        ("(rsa ou derogation) et rsa", "(rsa ou derogation) et rsa"),
        ("si rsa alors 50 % sinon 30 %", "si rsa alors 50 % sinon 30 %"),
        ("min(recettes, 1 500 €)", "min(recettes ; 1 500 €)"),
        ("duree <= 24 mois", "duree ≤ 24 mois"),
        ("siae = « ACI »", "siae = « ACI »"),
        ("debut < 2021-09-01", "debut < 1er septembre 2021"),
    ],
)
def test_only_the_parentheses_that_matter_are_written(texte: str, ecrit: str) -> None:
    assert rediger(compiler(texte).arbre, nommer) == ecrit
