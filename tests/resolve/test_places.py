"""What names a subject agrees with what it says, cell by cell and file by file."""

from pathlib import Path

import pytest
from petit_memento import modifier, petit_memento, relire

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
MONTANT, PLAFOND = "rules/parametres/montant-modele.yaml", "rules/parametres/plafond-modele.yaml"
CALCUL = "rules/calculateurs/calcul-modele.yaml"
ANCIEN, NOUVEAU = "content/pacte/mesures/01-modele.md", "content/pacte/mesures/02-modele.md"


def dits(root: Path) -> list[tuple[str, str, str]]:
    return [(one.code, one.location.path, one.message) for one in relire(root).report]


@pytest.mark.parametrize(
    ("ancien", "nouveau", "dit"),
    [
        (ANCIEN, NOUVEAU, "la mesure n° 1 va dans un fichier « 01-… »"),
        (
            "content/pacte/engagements/1.md",
            "content/pacte/engagements/2.md",
            "l'engagement n° 1 va dans le fichier « 1.md »",
        ),
        ("content/structures/aci.md", "content/structures/acii.md", "la structure ACI va dans le fichier « aci.md »"),
    ],
)
def test_a_file_bears_the_name_of_its_subject(tmp_path: Path, ancien: str, nouveau: str, dit: str) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    (root / ancien).rename(root / nouveau)
    assert ("MEM208", nouveau, dit) in dits(root)


@pytest.mark.parametrize(
    ("fichier", "avant", "apres", "dit"),
    [
        (MONTANT, "siae: [AI]}", "siae: [AU]}", "« AU » n'est pas un code de la liste siae"),
        (PLAFOND, "valeur: 30", "valeur: {ACI: 30}", "une seule valeur est attendue ici, sans tableau"),
    ],
)
def test_a_cell_is_one_of_those_that_there_are(tmp_path: Path, fichier: str, avant: str, apres: str, dit: str) -> None:
    root = petit_memento(tmp_path)
    modifier(root, fichier, avant, apres)
    assert ("MEM209", fichier, dit) in dits(root)


def test_an_unknown_index_is_told_once_and_its_cells_are_not_judged(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, MONTANT, "par: [territoire, siae]", "par: [lieu, siae]")
    found = [one for one in dits(root) if one[1] == MONTANT]
    assert found == [("MEM201", MONTANT, "liste « lieu » inconnue")]


def test_a_step_has_a_name_that_no_entry_has(tmp_path: Path) -> None:
    root = petit_memento(tmp_path)
    modifier(root, CALCUL, "  - nom: verdict", "  - nom: recettes")
    assert ("MEM210", CALCUL, "« recettes » est déjà le nom d'une entrée") in dits(root)


def test_old_names_that_meet_again_without_a_circle_are_in_order(tmp_path: Path) -> None:
    # A leads to B and to C, both lead to D: D is come to twice, and nothing goes round.
    root = petit_memento(tmp_path)
    terme = "  - {{sigle: {0}, nom: Nom {0}, definition: Un nom., references: [{{source: texte-modele}}]{1}}}\n"
    links = {"AA": ["BB", "CC"], "BB": ["DD"], "CC": ["DD"], "DD": ["BB"]}
    path = root / "rules/glossaire.yaml"
    text = path.read_text(encoding="utf-8")
    for name, following in links.items():
        text += terme.format(name, f", remplace_par: [{', '.join(following)}]")
    path.write_text(text, encoding="utf-8")
    # Only BB and DD lead back to themselves, and are told once.
    assert [message for code, _, message in dits(root) if code == "MEM205"] == [
        "ces noms se renvoient en rond : BB → DD → BB"
    ]
