"""Formulas written out again."""

from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento

from generator.compile.noeud import Arbre
from generator.compile.rediger import clauses, rediger
from generator.pipeline import compile_rules

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
        ("1 + (2 + 3)", "1 + 2 + 3"),
        ("1 - (2 - 3)", "1 − (2 − 3)"),
        ("(1 - 2) - 3", "1 − 2 − 3"),
        ("2 * (3 * 4)", "2 × 3 × 4"),
        ("2 / (3 / 4)", "2 / (3 / 4)"),
        ("2 / 3 / 4", "2 / 3 / 4"),
        ("2 * (3 / 4)", "2 × 3 / 4"),
        ("-(recettes + charges)", "−(recettes + charges)"),
        ("-recettes + charges", "−recettes + charges"),
        ("rsa = (recettes < charges)", "rsa = (recettes < charges)"),
        ("rsa et (derogation et rsa)", "rsa et derogation et rsa"),
        ("rsa ou derogation et rsa", "rsa ou derogation et rsa"),
        ("non (rsa ou derogation)", "non (rsa ou derogation)"),
        ("2 * (si rsa alors 1 sinon 2)", "2 × (si rsa alors 1 sinon 2)"),
        ("si rsa alors 1 + 2 sinon 3", "si rsa alors 1 + 2 sinon 3"),
        ("max(recettes - charges, 0 €)", "max(recettes − charges ; 0 €)"),
        # A change of unit is not seen: what it changes keeps its parentheses.
        ("6 mois - (duree + 1 an)", "6 mois − (duree + 1 an)"),
        ("(duree + 1 an) - 6 mois", "duree + 1 an − 6 mois"),
        ("duree - (6 mois + 1 mois)", "duree − (6 mois + 1 mois)"),
        ("6 mois - duree * 2", "6 mois − duree × 2"),
        ("min(6 mois, duree + 1 an)", "min(6 mois ; duree + 1 an)"),
        ("derogation = vrai", "derogation = oui"),
        ("derogation = faux", "derogation = non"),
        ("arrondi(recettes, 0,01 €)", "arrondi(recettes ; 0,01 € ; demi-superieur)"),
        ("ajouter_mois(debut, 2 ans)", "ajouter_mois(debut ; 2 ans)"),
    ],
)
def test_only_the_parentheses_that_matter_are_written(texte: str, ecrit: str) -> None:
    assert rediger(compiler(texte).arbre, nommer) == ecrit


@pytest.mark.parametrize(
    ("texte", "morceaux"),
    [
        ("rsa", ("rsa",)),
        ("rsa et derogation et duree > 2 mois", ("rsa", "et derogation", "et duree > 2 mois")),
        ("rsa et (derogation ou rsa)", ("rsa", "et (derogation ou rsa)")),
        ("rsa et derogation ou duree > 2 mois", ("rsa et derogation", "ou duree > 2 mois")),
        ("(rsa ou derogation) et rsa", ("(rsa ou derogation)", "et rsa")),
        ("non (rsa et derogation)", ("non (rsa et derogation)",)),
    ],
)
def test_a_condition_is_cut_before_each_word_that_joins_it(texte: str, morceaux: tuple[str, ...]) -> None:
    arbre = compiler(texte).arbre
    assert clauses(arbre, nommer) == morceaux
    assert " ".join(morceaux) == rediger(arbre, nommer)


def test_braces_in_the_label_of_an_input_are_those_of_the_label(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, "rules/calculateurs/calcul-modele.yaml", "libelle: Recettes,", 'libelle: "Recettes {0}",')
    built = compile_rules(tmp_path)
    assert list(built.report) == []
    assert any("Recettes {0}" in etape["formule"] for etape in built.programs[0].json["etapes"])
