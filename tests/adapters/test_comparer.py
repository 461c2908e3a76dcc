"""`memento comparer`: from a revision of git to what is worked on."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

REGLE = "rules/regles/essai/regle-modele.yaml"
PLAFOND = "rules/parametres/plafond-modele.yaml"


def git(root: Path, *mots: str) -> str:
    who = ("-c", "user.name=Essai", "-c", "user.email=essai@example.org")
    return subprocess.run(("git", "-C", str(root), *who, *mots), check=True, capture_output=True, text=True).stdout


def valider(root: Path, message: str) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-qm", message)


@pytest.fixture
def depot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    root = petit_memento(tmp_path / "memento")
    git(root, "init", "-qb", "main")
    valider(root, "début")
    return root


def comparer(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "comparer", *mots])


def test_a_work_tree_that_is_its_revision_changes_nothing(depot: Path) -> None:
    result = comparer(depot, "HEAD")
    assert result.exit_code == 0
    assert "Rien ne change pour le lecteur." in result.stdout
    assert "état au 23 novembre 2026" in result.stdout


def test_the_work_tree_is_compared_committed_or_not_and_stays_as_it_is(depot: Path) -> None:
    modifier(depot, REGLE, "Un autre énoncé", "Un nouvel énoncé")
    valider(depot, "un énoncé")
    modifier(depot, PLAFOND, "valeur: 30", "valeur: 15")
    (depot / "rules/sources/neuve.yaml").write_text(
        (depot / "rules/sources/texte-modele.yaml").read_text(encoding="utf-8").replace("texte-modele", "neuve"),
        encoding="utf-8",
    )
    status = git(depot, "status", "--porcelain")
    result = comparer(depot, "HEAD~1")
    assert "~~autre~~ **nouvel**" in result.stdout
    assert "30 % | 15 %" in result.stdout
    assert "**1 exemple change de résultat**" in result.stdout
    assert "1 source ajoutée" in result.stdout
    assert git(depot, "status", "--porcelain") == status


def test_a_program_reads_the_same_in_json(depot: Path) -> None:
    modifier(depot, PLAFOND, "valeur: 30", "valeur: 15")
    found = json.loads(comparer(depot, "main", "--format", "json").stdout)
    assert found["change"] is True
    assert found["montants"]["plafond-modele"] == [
        {
            "cellule": [],
            "du": "2010-01-01",
            "au": None,
            "avant": "30",
            "apres": "15",
            "connu_avant": True,
            "connu_apres": True,
        }
    ]
    assert found["calculateurs"][0]["exemples"][0]["etapes"] == [
        {"nom": "verdict", "libelle": "Verdict", "avant": "conforme", "apres": "non conforme"}
    ]
    assert any("réécrit" in question for question in found["a_verifier"])


def test_it_is_written_in_a_file_when_one_is_named(depot: Path, tmp_path: Path) -> None:
    result = comparer(depot, "HEAD", "--sortie", str(tmp_path / "revue.md"))
    assert (result.exit_code, result.output) == (0, "")
    assert "Rien ne change" in (tmp_path / "revue.md").read_text(encoding="utf-8")
    refused = comparer(depot, "HEAD", "--sortie", str(tmp_path / "absent" / "revue.md"))
    assert refused.exit_code == 1
    assert "impossible d'écrire" in refused.stderr


def test_a_revision_that_no_longer_compiles_is_told_with_the_files_to_read(depot: Path) -> None:
    modifier(depot, REGLE, "portee: indicatif", "portee: inventee")
    valider(depot, "une faute")
    modifier(depot, REGLE, "portee: inventee", "portee: indicatif")
    result = comparer(depot, "HEAD")
    assert result.exit_code == 0
    assert "ne se compile plus" in result.stdout
    assert f"- MEM104, `{REGLE}` ligne" in result.stdout
    assert f"- `{REGLE}`" in result.stdout
    found = json.loads(comparer(depot, "HEAD", "--format", "json").stdout)
    assert ([row["code"] for row in found["incomparable"]], found["fichiers"]) == (["MEM104"], [REGLE])


def test_a_work_tree_at_fault_is_refused_with_its_place(depot: Path) -> None:
    modifier(depot, REGLE, "portee: indicatif", "portee: inventee")
    result = comparer(depot, "HEAD")
    assert result.exit_code == 1
    assert "MEM104" in result.stderr
    assert "rien n'est comparé" in result.stderr


def test_an_example_that_fails_does_not_prevent_the_review(depot: Path) -> None:
    modifier(depot, "rules/calculateurs/calcul-modele.yaml", "attendu: {taux: 4/5}", "attendu: {taux: 3/5}")
    result = comparer(depot, "HEAD")
    assert result.exit_code == 0
    assert "- erreur MEM501" in result.stdout


def test_what_changes_in_the_machine_is_told_apart(depot: Path) -> None:
    (depot / "site_theme/assets/styles/identite.css").write_text(":root {}\n", encoding="utf-8")
    (depot / "notes.txt").write_text("à part", encoding="utf-8")
    result = comparer(depot, "HEAD")
    assert "Ni le droit ni les mots ne changent." in result.stdout
    assert "La machine change (1 fichier)" in result.stdout
    assert "notes.txt" not in result.stdout


def test_a_memento_in_a_folder_of_its_repository_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    root = petit_memento(tmp_path / "depot" / "memento")
    git(tmp_path / "depot", "init", "-q")
    valider(tmp_path / "depot", "début")
    modifier(root, REGLE, "Un autre énoncé", "Un nouvel énoncé")
    assert "~~autre~~ **nouvel**" in comparer(root, "HEAD").stdout


@pytest.mark.parametrize("revision", ["jamais", "--output=/tmp/x", "HEAD:rules"])
def test_what_is_no_revision_is_a_usage_error(depot: Path, revision: str) -> None:
    result = comparer(depot, "--", revision)
    assert result.exit_code == 2
    assert f"la révision « {revision} » n'existe pas" in result.stderr


def test_outside_a_repository_there_is_nothing_to_compare_to(tmp_path: Path) -> None:
    result = comparer(petit_memento(tmp_path), "HEAD")
    assert result.exit_code == 2
    assert "n'est pas un dépôt git" in result.stderr
