"""`memento evolution` and `memento adresses`."""

import json
from pathlib import Path

from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento


def lancer(root: Path, *arguments: str) -> Result:
    return CliRunner(env={"SOURCE_DATE_EPOCH": "1795392000"}).invoke(memento, ["--racine", str(root), *arguments])


def test_what_changes_is_said_in_words(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path), "evolution", "2019-12-31", "2020-01-01")
    assert result.exit_code == 0
    words = "  regle-modele : Règle modèle\n    Énoncé : 1 mot ajouté\n    Textes : 1 mot ajouté, 1 supprimé\n"
    assert words in result.stdout
    assert "100 €/ETP/an → 110 €/ETP/an (+10 €/ETP/an, soit +10 %)" in result.stdout
    assert "50 €/ETP/an → inconnu : montant non retrouvé" in result.stdout


def test_what_changes_is_given_exactly_to_a_program(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path), "evolution", "2019-12-31", "2020-01-01", "--format", "json")
    found = json.loads(result.stdout)
    assert found["regles"] == [
        {"id": "regle-modele", "nature": "modifiee", "avant": "2010-01-01", "apres": "2020-01-01"}
    ]
    assert found["montants"][0] == {
        "id": "montant-modele",
        "cellule": ["ici", "ACI"],
        "unite": "€/ETP/an",
        "nature": "modifiee",
        "avant": "100",
        "apres": "110",
        "ecart": "10",
        "ratio": "1/10",
    }


def test_dates_and_structures_that_do_not_exist_are_refused(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    assert lancer(root, "evolution", "2020-02-30", "2021-01-01").exit_code == 1
    assert lancer(root, "evolution", "2021-01-01", "2020-01-01").exit_code == 2
    result = lancer(root, "evolution", "2020-01-01", "2021-01-01", "--siae", "ACJ")
    assert result.exit_code == 2
    assert "vouliez-vous dire « ACI »" in result.output


def test_new_addresses_are_listed_then_locked(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    listed = lancer(root, "adresses")
    assert "/r/regle-modele/2020-01-01/" in listed.stdout.splitlines()
    assert not (root / "urls.lock").exists()
    assert lancer(root, "adresses", "--verrouiller").exit_code == 0
    text = (root / "urls.lock").read_text(encoding="utf-8")
    assert "\nr/regle-modele/2020-01-01/\n" in text
    assert "assets/" not in text
    assert "donnees/" not in text
    assert lancer(root, "adresses").stdout == ""


def test_a_locked_address_that_dies_stops_the_build(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    lancer(root, "adresses", "--verrouiller")
    modifier(root, "rules/regles/essai/regle-modele.yaml", "  - du: 2015-06-01\n", "  - du: 2015-06-02\n")
    result = lancer(root, "verifier")
    assert result.exit_code == 1
    assert "MEM516 /r/regle-modele/2015-06-01/ a été publiée et ne mène plus à rien" in result.output


def test_a_rule_that_begins_and_a_proposal_are_told_apart(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    begun = lancer(root, "evolution", "2009-12-31", "2010-01-01", "--siae", "ACI").stdout
    assert "  regle-modele : Règle modèle" in begun
    assert "Propositions" not in begun
    proposed = lancer(root, "evolution", "2015-05-31", "2015-06-01").stdout
    assert "Propositions, qui ne sont pas du droit : 1\n  regle-modele : Règle modèle, le 1er juin 2015\n" in proposed


def test_a_memento_at_fault_locks_nothing(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, "rules/regles/essai/regle-modele.yaml", "titre:", "titr:")
    result = lancer(root, "adresses", "--verrouiller")
    assert result.exit_code == 1
    assert "MEM101" in result.stderr
    assert "rien n'est verrouillé" in result.stderr
    assert not (root / "urls.lock").exists()
