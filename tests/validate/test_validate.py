"""Shapes: what a contributor wrote wrong, in one French sentence at its place, with the likely fix."""

from pathlib import Path

from petit_memento import batir, modifier, petit_memento

REGLE = "rules/regles/essai/regle-modele.yaml"


def premier(tmp_path: Path) -> tuple[str, str]:
    """The message and the help of the only diagnostic."""
    (found,) = batir(tmp_path).report
    return found.message, found.help


def test_a_misspelled_field_suggests_the_right_one(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "titre: Règle modèle", "titre: Règle modèle\ncalculateur: [calcul-modele]")
    assert premier(tmp_path) == ("champ « calculateur » inconnu", "vouliez-vous dire « calculateurs » ?")


def test_a_word_outside_its_list_gives_the_list_and_the_nearest(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "    statut: propose", "    statut: proposé")
    message, help = premier(tmp_path)
    assert message == "« proposé » n'est pas admis ici"
    assert help == ("vouliez-vous dire « propose » ? ; valeurs admises : en-vigueur, propose, experimental, abroge")


def test_a_quoted_number_is_not_a_number(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "mesures: [1]", 'mesures: ["1"]')
    assert premier(tmp_path)[0] == "« mesures » : on attend un nombre entier"


def test_all_the_faults_of_a_stage_are_told_in_one_run_in_order(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "siae: [ACI]", "siae: []")
    modifier(tmp_path, REGLE, "    portee: indicatif", "    portee: autre")
    modifier(tmp_path, "rules/themes.yaml", "resume: Un thème de test.", "resumé: Un thème de test.")
    found = batir(tmp_path).report
    assert [item.code for item in found] == ["MEM107", "MEM104", "MEM101"]
    assert [item.location.path for item in found] == [REGLE, REGLE, "rules/themes.yaml"]


def test_a_cms_may_reorder_keys_and_quote_texts(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, REGLE, "id: regle-modele\ntitre: Règle modèle", 'titre: "Règle modèle"\nid: "regle-modele"')
    assert batir(tmp_path).report.diagnostics == ()


def test_two_files_for_one_measure_are_told(tmp_path: Path) -> None:
    first = "content/pacte/mesures/01-modele.md"
    petit_memento(tmp_path)
    petit_memento(tmp_path, {"content/pacte/mesures/01-ailleurs.md": (tmp_path / first).read_text(encoding="utf-8")})
    message, _ = premier(tmp_path)
    assert message == "la mesure n° 1 existe déjà dans content/pacte/mesures/01-ailleurs.md"


def test_a_bound_of_zero_does_not_go_with_a_yes_or_no(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    added = "entrees:\n  - {nom: oui, libelle: Oui, type: booleen, min: 0}\n"
    modifier(tmp_path, "rules/calculateurs/calcul-modele.yaml", "entrees:\n", added)
    assert premier(tmp_path)[0] == "« unite », « min », « max » et « entier » vont avec le type nombre"
