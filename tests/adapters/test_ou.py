"""`memento ou`: a subject is found by what one knows of it, and every place that names it."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from petit_memento import modifier, petit_memento

from generator.adapters.cli import memento

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = petit_memento(tmp_path / "memento", surcouche=TOUS)
    modifier(folder, "rules/sources/texte-modele.yaml", "abrege: art. 1", "abrege: art. 1\nnumero: L5132-9")
    return folder


def ou(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "ou", *mots])


def lieux(root: Path, *mots: str) -> list[dict[str, Any]]:
    return json.loads(ou(root, *mots, "--format", "json").stdout)  # type: ignore[no-any-return]


def places(found: dict[str, Any]) -> set[str]:
    return {f"{place['fichier']}:{place['ligne']}" for place in found["cite_par"]}


@pytest.mark.parametrize(
    ("mots", "sujet"),
    [
        (("regle-modele",), "regle:regle-modele"),
        (("REGLE-MODELE",), "regle:regle-modele"),
        (("parametre:plafond-modele",), "parametre:plafond-modele"),
        (("l. 5132-9",), "source:texte-modele"),
        (("article", "L5132-9", "2e", "alinéa"), "source:texte-modele"),
        (("5132-9",), "source:texte-modele"),
        (("plafond",), "parametre:plafond-modele"),
        (("modele", "plafonds"), "parametre:plafond-modele"),
        (("2020-001",), "avis:2020-001"),
    ],
)
def test_a_subject_is_found_by_what_one_knows_of_it(root: Path, mots: tuple[str, ...], sujet: str) -> None:
    assert [found["sujet"] for found in lieux(root, *mots)] == [sujet]


def test_an_acronym_is_a_structure_and_a_term(root: Path) -> None:
    structure, terme = lieux(root, "aci")
    assert (structure["sujet"], terme["sujet"]) == ("structure:ACI", "terme:ACI")
    assert terme["fichier"] == {"fichier": "rules/glossaire.yaml", "ligne": 2}
    assert terme["titre"] == "Modèle d'ACI"
    # Fields of rules name the structure, and so does the glossary's promise.
    assert "rules/regles/essai/regle-modele.yaml:3" in places(structure)


def test_every_place_that_names_it_is_told_with_its_line(root: Path) -> None:
    (found,) = lieux(root, "plafond-modele")
    assert places(found) == {
        "content/index.md:8",
        "content/parcours/accueil.md:15",
        "content/structures/voisin.md:7",
        "rules/calculateurs/calcul-modele.yaml:19",
        "rules/couverture.yaml:12",
        "rules/regles/essai/regle-modele.yaml:7",
    }
    assert found["pages"] == ["parametres/plafond-modele/"]
    # Its formula is in the calculator, whose examples begin there.
    assert found["calculateurs"] == [
        {"id": "calcul-modele", "exemples": {"fichier": "rules/calculateurs/calcul-modele.yaml", "ligne": 23}}
    ]


def test_a_rule_has_a_page_for_each_version_and_its_published_data(root: Path) -> None:
    (root / "urls.lock").write_text(
        "api/v1/regles.json\napi/v1/regles/regle-modele.json\napi/v1/sources.json\nregles/regle-modele/\n", "utf-8"
    )
    (found,) = lieux(root, "regle-modele")
    assert found["pages"] == [
        "regles/regle-modele/",
        *(f"r/regle-modele/{day}/" for day in ("2010-01-01", "2015-06-01", "2020-01-01")),
    ]
    assert found["donnees"] == ["api/v1/regles/regle-modele.json", "api/v1/regles.json"]


def test_the_tests_that_name_it_are_told(root: Path) -> None:
    (root / "tests").mkdir()
    (root / "tests/test_x.py").write_text("# rien\nVU = 'regle-modele'\nAUTRE = 'regle-modele-bis'\n", encoding="utf-8")
    (found,) = lieux(root, "regle-modele")
    assert found["tests"] == [{"fichier": "tests/test_x.py", "ligne": 2}]


def test_a_person_reads_files_pages_and_citations(root: Path) -> None:
    said = ou(root, "calcul-modele").stdout.split("\n")
    assert said[0] == "calculateur:calcul-modele  Calcul modèle"
    assert said[1] == "  fichier : rules/calculateurs/calcul-modele.yaml:1"
    assert "    /calculateurs/calcul-modele/integrer/" in said
    assert "    rules/regles/essai/regle-modele.yaml:6" in said
    assert "  ailleurs : memento exporter publicodes calcul-modele" in said


def test_vague_words_give_a_list_to_choose_from(root: Path) -> None:
    result = ou(root, "modèle")
    assert result.exit_code == 0
    assert "sujets ; précisez" in result.stdout
    assert "  regle:regle-modele  Règle modèle" in result.stdout


@pytest.mark.parametrize(
    ("mot", "dit"), [("regle-modle", "vouliez-vous dire « regle-modele »"), ("xyzzy", "rien ne s'appelle « xyzzy »")]
)
def test_what_is_not_found_is_told(root: Path, mot: str, dit: str) -> None:
    result = ou(root, mot)
    assert result.exit_code == 1
    assert dit in result.stderr


def test_a_memento_at_fault_is_told(root: Path) -> None:
    modifier(root, "rules/parametres/plafond-modele.yaml", "[texte-modele]", "[texte-modle]")
    result = ou(root, "regle-modele")
    assert result.exit_code == 1
    assert "MEM201" in result.stderr


def test_of_many_subjects_some_are_shown_and_the_others_counted(root: Path) -> None:
    (root / "tests").mkdir()
    (root / "tests" / "test_rien.py").write_text("rien\n", encoding="utf-8")
    for rank in range(40):
        term = f"  - sigle: MO{rank}\n    nom: Modèle n° {rank}\n    references: [{{source: texte-modele}}]\n"
        path = root / "rules/glossaire.yaml"
        path.write_text(path.read_text(encoding="utf-8") + term, encoding="utf-8")
    said = ou(root, "modèle").stdout.splitlines()
    shown = len(said) - 2
    count = int(said[0].split(" ")[0])
    assert count > 40
    assert said[-1] == f"  … et {count - shown} autres."
    assert "tests :" not in ou(root, "regle:regle-modele").stdout
