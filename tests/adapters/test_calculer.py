"""The command that computes: what it asks for, and what it says when it is asked wrongly."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

CALCUL = "rules/calculateurs/calcul-modele.yaml"


@pytest.fixture(scope="module")
def racine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = petit_memento(tmp_path_factory.mktemp("calculer"))
    warned = 'avertissements:\n  - {si: recettes > charges, message: "Plus de recettes que de charges."}\n'
    modifier(root, CALCUL, "verifie_le:", f"{warned}verifie_le:")
    asked = "{nom: detail, libelle: Détail, type: booleen}\n  - {nom: part, libelle: Part, type: nombre, si: detail}"
    modifier(root, CALCUL, "  - {nom: siae,", f"  - {asked}\n  - {{nom: siae,")
    modifier(root, CALCUL, "resultats: [taux, verdict]", f"{DOUBLE}resultats: [taux, verdict, double]")
    return root


DOUBLE = """  - nom: double
    libelle: Double
    formule: part * 2
    references: [{source: texte-modele}]
"""


def lancer(racine: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(racine), "calculer", *mots])


@pytest.mark.parametrize(
    ("mots", "dit"),
    [
        (("--lot", "a.csv"), "--lot demande le nom d'un calculateur"),
        (("calcul-modele", "--lot", "a.csv"), "un lot demande --lot FICHIER.csv et --sortie RESULTATS.csv"),
        (("calcul-modele", "--sortie", "b.csv"), "un lot demande --lot FICHIER.csv et --sortie RESULTATS.csv"),
        (
            ("calcul-modele", "--lot", "a.csv", "--sortie", "b.csv", "recettes=1"),
            "avec --lot, les valeurs sont dans le fichier",
        ),
        (
            ("calcul-modele", "--lot", "a.csv", "--sortie", "./a.csv"),
            "--sortie écraserait le fichier du lot : donnez un autre nom",
        ),
        (("calcul-modele", "recettes"), "« recettes » : écrivez nom=valeur, par exemple etp=10"),
        (("calcul-modele", "=1"), "« =1 » : écrivez nom=valeur, par exemple etp=10"),
        (("calcul-modele", "recettes=1", "recettes=2"), "« recettes » est donné deux fois"),
    ],
)
def test_what_is_asked_wrongly_is_told_in_a_sentence(
    racine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mots: tuple[str, ...], dit: str
) -> None:
    (tmp_path / "a.csv").write_text("recettes\n1\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    found = lancer(racine, *mots)
    assert (found.exit_code, dit in found.stderr) == (2, True)
    assert (tmp_path / "a.csv").read_text(encoding="utf-8") == "recettes\n1\n"
    assert not (tmp_path / "b.csv").exists()


def test_without_a_name_the_calculators_are_listed(racine: Path) -> None:
    found = lancer(racine)
    assert (found.exit_code, found.stdout) == (0, "calcul-modele  Calcul modèle\n")


def test_a_situation_is_told_with_its_warnings_its_reasons_and_what_is_missing(racine: Path) -> None:
    known = ("recettes=2", "charges=1", "siae=ACI", "--date", "2020-06-01")
    lines = lancer(racine, "calcul-modele", *known).stdout.splitlines()
    assert lines[0] == "Calcul modèle — droit applicable au 2020-06-01"
    assert "Taux : 200 %" in lines
    assert "Attention : Plus de recettes que de charges." in lines
    assert "Double : à compléter" in lines
    assert "Il manque : detail" in lines
    assert "Double : sans objet (question sans objet)" in lancer(racine, "calcul-modele", *known, "detail=non").stdout
    low = lancer(racine, "calcul-modele", "recettes=1", "charges=10", "siae=ACI", "detail=non").stdout
    assert "    10 % est inférieur au plafond." in low.splitlines()
    assert "Attention" not in low
    refused = lancer(racine, "calcul-modele", "recettes=1", "charges=0", "siae=ACI", "detail=non")
    assert "Taux : pas de résultat (division par zéro)" in refused.stdout
    assert (refused.exit_code, refused.stderr) == (1, "Erreur : division par zéro\n")


def test_a_step_that_cites_nothing_is_told_without_a_source(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    cited = "    formule: recettes / charges\n    references: [{source: texte-modele}]\n"
    modifier(root, CALCUL, cited, cited.partition("    references")[0])
    found = lancer(root, "calcul-modele", "recettes=2", "charges=1", "--date", "2020-06-01")
    assert found.exit_code == 0, found.output
    lines = found.stdout.splitlines()
    place = next(rank for rank, line in enumerate(lines) if line.startswith("  Taux = "))
    # The line of the value, then the next step at once.
    assert (lines[place + 1][:4], lines[place + 2][:9]) == ("    ", "  Verdict")
