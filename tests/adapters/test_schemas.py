"""`memento schemas`: only what has changed is written, and nothing from a mémento at fault."""

from pathlib import Path

from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


def lancer(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "schemas", *arguments])


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    first, second = lancer(root), lancer(root)
    assert "schemas/regle.json\n" in first.stdout
    assert (root / "schemas" / "identifiants.json").is_file()
    assert (second.exit_code, second.stdout, second.stderr) == (0, "", "Tout est à jour.\n")


def test_they_can_be_written_elsewhere(tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "memento", surcouche=TOUS)
    assert lancer(root, "--sortie", str(tmp_path / "ailleurs")).exit_code == 0
    assert (tmp_path / "ailleurs" / "schemas" / "regle.json").is_file()
    assert not (root / "schemas").exists()


def test_a_memento_at_fault_writes_nothing(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    modifier(root, "rules/regles/essai/regle-modele.yaml", "id: regle-modele", "id: autre-nom")
    result = lancer(root)
    assert result.exit_code == 1
    assert "aucun schéma n'est écrit" in result.stderr
    assert not (root / "schemas").exists()
