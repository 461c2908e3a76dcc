"""A unit that cannot be read is told where it stands, and not again by all that uses it."""

from pathlib import Path

from petit_memento import lignes, modifier, petit_memento, relire

PARAMETRE = "rules/parametres/plafond-modele.yaml"
CALCUL = "rules/calculateurs/calcul-modele.yaml"


def test_the_unit_of_a_parameter_is_told_once(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, PARAMETRE, 'unite: "%"', "unite: « % »")
    (found,) = relire(tmp_path).report
    assert (found.location.path, found.code, found.help) == (PARAMETRE, "MEM305", 'cette unité s\'écrit "%"')


def test_the_unit_of_an_input_is_told_once(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(
        tmp_path, CALCUL, "libelle: Recettes, type: nombre, unite: €", "libelle: Recettes, type: nombre, unite: euros"
    )
    assert lignes(relire(tmp_path)) == [f"{CALCUL}:7:61: MEM305 l'unité « euros » n'existe pas"]


def test_a_step_at_fault_does_not_make_its_chart_faulty(tmp_path: Path) -> None:
    petit_memento(tmp_path)
    modifier(tmp_path, CALCUL, "formule: recettes / charges", "formule: recettes / charge")
    chart = "graphiques:\n  - {titre: G, entree: recettes, de: 0, a: 10, pas: 1, date: 2020-01-01, resultats: [taux]}\n"
    modifier(tmp_path, CALCUL, "resultats: [taux, verdict]\n", f"resultats: [taux, verdict]\n{chart}")
    assert [item.code for item in relire(tmp_path).report] == ["MEM302"]
