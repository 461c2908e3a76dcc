"""`memento chercher`: the search of the site in a terminal."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from petit_memento import petit_memento

from generator.adapters.cli import memento


def lancer(root: Path, *arguments: str) -> Result:
    environment = {"SOURCE_DATE_EPOCH": "1795392000"}
    return CliRunner(env=environment).invoke(memento, ["--racine", str(root), "chercher", *arguments])


def test_the_best_results_are_said_with_what_they_are_since_when_and_where(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path), "règle", "modèle")
    assert result.exit_code == 0
    first, place, *_ = result.stdout.splitlines()
    assert first == " 1. Règle modèle [ACI]"
    assert place == "    Règle, depuis le 1er janvier 2020 : /regles/regle-modele/"


def test_a_program_gets_every_result_in_order_with_its_score(tmp_path: Path) -> None:
    found = json.loads(lancer(petit_memento(tmp_path), "montant modele", "--format", "json").stdout)
    assert found[0] == {
        "url": "parametres/montant-modele/",
        "titre": "Montant modèle",
        "type": "parametre",
        "score": found[0]["score"],
    }
    scores = [one["score"] for one in found]
    assert scores == sorted(scores, reverse=True)
    assert len(found) > 1


def test_results_can_be_those_of_a_structure_or_of_a_kind(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    kinds = {one["type"] for one in json.loads(lancer(root, "modèle", "--genre", "regle", "--format", "json").stdout)}
    assert kinds == {"regle"}
    result = lancer(root, "modèle", "--siae", "acj")
    assert result.exit_code == 2
    assert "la structure « ACJ » n'existe pas ; vouliez-vous dire « ACI »" in result.output


def test_a_mistyped_word_is_read_otherwise_and_it_is_said(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path), "montnat")
    assert "Lu : « montant » au lieu de « montnat »." in result.stdout


def test_nothing_found_is_said_and_is_a_failure_for_a_script(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path), "zzzzzz")
    assert (result.exit_code, result.stdout) == (1, "Aucun résultat.\n")
