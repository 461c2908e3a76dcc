"""`memento dessiner`: a tree on the screen or in a file."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

JOUR_DES_TESTS = "1795392000"  # 23 novembre 2026


@pytest.fixture
def racine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)
    return petit_memento(tmp_path / "memento")


def lancer(racine: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(racine), "dessiner", *mots])


def test_the_list_says_questions_steps_cases_figures_and_sources(racine: Path) -> None:
    result = lancer(racine, "calcul-modele", "--format", "texte")
    assert result.exit_code == 0
    assert result.stdout == (
        "Calcul modèle\n"
        "Arbre de décision, montants au 23 novembre 2026 : 3 questions, 2 étapes, 3 issues.\n"
        "Les étapes suivent l'ordre du calcul ; dans chacune, le premier cas dont la condition est vraie l'emporte.\n"
        "\n"
        "Questions\n"
        "- Recettes : un nombre, au moins 0 €\n"
        "- Charges : un nombre, au moins 0 €\n"
        "- Structure : un choix parmi « Modèle d'ACI », « Modèle d'AI »\n"
        "\n"
        "Étapes\n"
        "1. Taux\n"
        "  Droit, résultat\n"
        "  - Recettes / Charges\n"
        "  Source : Texte modèle, article 1\n"
        "2. Verdict\n"
        "  Droit, résultat\n"
        "  - si Taux < Plafond modèle : « conforme » (« Taux » est inférieur au plafond.)\n"
        "  - sinon : « non conforme »\n"
        "  Plafond modèle : 30 %\n"
        "  Source : Texte modèle, article 1\n"
    )


def test_without_more_words_the_drawing_is_printed(racine: Path) -> None:
    result = lancer(racine, "calcul-modele")
    assert result.exit_code == 0
    title = ElementTree.fromstring(result.stdout).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Arbre de décision\u00a0: Calcul modèle"


def test_a_file_holds_what_the_screen_would_show(racine: Path, tmp_path: Path) -> None:
    result = lancer(racine, "calcul-modele", "--sortie", str(tmp_path / "arbre.svg"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "3 questions, 2 étapes, 3 issues" in result.stderr
    assert (tmp_path / "arbre.svg").read_text(encoding="utf-8") == lancer(racine, "calcul-modele").stdout


def test_a_file_that_cannot_be_written_says_why(racine: Path, tmp_path: Path) -> None:
    nowhere = tmp_path / "nulle-part" / "arbre.svg"
    result = lancer(racine, "calcul-modele", "--sortie", str(nowhere))
    assert result.exit_code == 1
    assert result.stderr == f"Erreur : impossible d'écrire {nowhere} : ce dossier n'existe pas\n"


def test_an_unknown_calculator_is_a_usage_error_with_a_suggestion(racine: Path) -> None:
    result = lancer(racine, "calcul-model")
    assert result.exit_code == 2
    assert "vouliez-vous dire « calcul-modele » ?" in result.stderr


def test_a_memento_at_fault_is_not_drawn(racine: Path) -> None:
    modifier(racine, "rules/calculateurs/calcul-modele.yaml", "recettes / charges", "recettes / charge")
    result = lancer(racine, "calcul-modele")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "MEM3" in result.stderr
    assert "rien n'est dessiné" in result.stderr
