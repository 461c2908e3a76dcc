"""`memento couverture`: what is promised, what is missing."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
BASE = Path(__file__).parents[1] / "corpus" / "base"
FICHIERS = sorted(
    {
        path.relative_to(folder).as_posix()
        for folder in (BASE, TOUS)
        for part in ("content", "rules")
        for path in (folder / part).rglob("*.*")
        # The journal tells of the mémento, shortcuts lead to its pages: they promise nothing.
        if path.name not in ("journal.yaml", "raccourcis.yaml")
    }
)


def lancer(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "couverture", *arguments])


def test_what_is_kept_is_counted(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path, surcouche=TOUS), "--format", "json")
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert found["mesures"] == {"couverts": 1, "total": 1, "manquants": []}
    assert found["faits"] == {"couverts": 2, "total": 2, "manquants": [], "justifies": ["fait-deux"]}
    assert found["sujets"]["non_annonces"] == []
    assert list(found) == ["mesures", "actions", "acronymes", "articles", "chiffres", "faits", "sujets"]


@pytest.mark.parametrize("fichier", FICHIERS)
def test_removing_any_rule_or_page_makes_it_fail(tmp_path: Path, fichier: str) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    (root / fichier).unlink()
    assert lancer(root).exit_code == 1


def test_a_page_that_was_not_announced_makes_it_fail(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    modifier(root, "rules/couverture.yaml", "  etape: [accueil]\n", "")
    result = lancer(root)
    assert result.exit_code == 1
    assert "à annoncer dans rules/couverture.yaml, sujets : etape:accueil" in result.output


def test_what_is_missing_is_named_even_when_other_files_still_cite_it(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    (root / "rules/regles/essai/regle-modele.yaml").unlink()
    result = lancer(root, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)
    assert found["faits"]["manquants"] == ["fait-un"]
    assert found["sujets"]["manquants"] == ["regle:regle-modele"]


def test_a_memento_that_promises_nothing_says_so(tmp_path: Path) -> None:
    result = lancer(petit_memento(tmp_path))
    assert result.exit_code == 1
    assert "rien n'est annoncé dans rules/couverture.yaml" in result.output


def test_a_source_that_nothing_cites_covers_nothing(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    source = (root / "rules/sources/texte-modele.yaml").read_text(encoding="utf-8")
    (root / "rules/sources/texte-seul.yaml").write_text(source.replace("texte-modele", "texte-seul"), encoding="utf-8")
    modifier(root, "rules/couverture.yaml", 'ou: ["source:texte-modele"]', 'ou: ["source:texte-seul"]')
    result = lancer(root)
    assert result.exit_code == 1
    assert "« source:texte-seul » n'est cité nulle part" in result.output
