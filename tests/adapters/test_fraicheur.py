"""`memento fraicheur`, as one types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

REGLE = "rules/regles/essai/regle-modele.yaml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    # 23 November 2026.
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    return petit_memento(tmp_path)


def fraicheur(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "fraicheur", *mots])


def test_when_all_is_fresh_it_is_said(root: Path) -> None:
    result = fraicheur(root, "--strict")
    assert (result.exit_code, result.stdout) == (0, "Rien n'est à relire d'ici 60 jours.\n")
    assert json.loads(fraicheur(root, "--format", "json").stdout) == []


def test_each_thing_to_read_again_is_told_at_its_line(root: Path) -> None:
    modifier(root, REGLE, "a_reverifier_avant: 2030-01-01", "a_reverifier_avant: 2026-12-01")
    result = fraicheur(root)
    assert result.exit_code == 0
    assert result.stdout == (
        f"À relire bientôt : 1\n  {REGLE}:28\n    à relire avant le 1er décembre 2026, lu le 1er janvier 2026\n"
    )
    assert fraicheur(root, "--strict").exit_code == 1
    assert fraicheur(root, "--jours", "7", "--strict").exit_code == 0


def test_a_tool_reads_the_same(root: Path) -> None:
    modifier(root, REGLE, "version: V2", "version: V1")
    modifier(root, REGLE, "    au: 2019-12-31\n", "    au: 2018-12-31\n")
    modifier(root, REGLE, "du: 2020-01-01\n", "du: 2019-01-01\n")
    (found,) = json.loads(fraicheur(root, "--format", "json").stdout)
    assert found == {
        "sujet": "regle:regle-modele",
        "motif": "version-remplacee",
        "depuis": "2020-01-01",
        "verifie_le": "2026-01-01",
        "source": "texte-modele",
        "version": "V2",
        "version_citee": "V1",
        "fichier": REGLE,
        "ligne": 25,
    }
    assert "art. 1 : V1 est citée, V2 la remplace depuis le 1er janvier 2020" in fraicheur(root).stdout


def test_a_number_of_days_is_a_number(root: Path) -> None:
    assert fraicheur(root, "--jours", "-1").exit_code == 2


@pytest.mark.parametrize(
    ("versions", "dit"),
    [
        (
            "{id: V2, du: 2020-01-01, au: 2026-05-31}",
            "Le texte n'a plus de version en vigueur : 4\n",
        ),
        (
            "{id: V2, du: 2020-01-01, au: 2026-01-31}\n  - {id: V3, du: 2026-02-01}",
            "Le texte a changé depuis la lecture : 4\n",
        ),
    ],
)
def test_a_text_that_is_gone_or_that_has_changed_is_told_with_its_day(root: Path, versions: str, dit: str) -> None:
    modifier(root, "rules/sources/texte-modele.yaml", "{id: V2, du: 2020-01-01}", versions)
    told = fraicheur(root).stdout
    assert told.startswith(dit)
    last = (
        "art. 1 : version V3 depuis le 1er février 2026, lu le 1er janvier 2026"
        if "V3" in versions
        else "art. 1 : plus de version en vigueur depuis le 1er juin 2026"
    )
    assert told.count(last) == 4
