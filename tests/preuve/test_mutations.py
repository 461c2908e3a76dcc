"""No threshold can move by one unit without an example failing."""

from dataclasses import replace

import pytest
from mutations import OBLIGATOIRES, mutations, parametres_des_seuils, survit
from petit_memento import vraies_regles

PROGRAMMES = {program.id: program for program in vraies_regles().programs}


@pytest.mark.parametrize("identifiant", sorted(PROGRAMMES))
def test_every_threshold_is_held_by_an_example(identifiant: str) -> None:
    program = PROGRAMMES[identifiant]
    assert not [m.libelle for m in mutations(program) if m.genre in OBLIGATOIRES and survit(m)]


def test_without_its_examples_a_threshold_is_free_to_move() -> None:
    program = PROGRAMMES["aci-taux-commercialisation"]
    kept = tuple(e for e in program.calculateur.exemples if e.titre != "Un centime au-dessus du plafond")
    kept = tuple(e for e in kept if "30 %" not in e.note)
    poor = replace(program, calculateur=program.calculateur.model_copy(update={"exemples": kept[:3]}))
    assert any(survit(m) for m in mutations(poor) if m.genre in OBLIGATOIRES)


def test_a_parameter_read_through_a_step_is_a_threshold() -> None:
    found = parametres_des_seuils(PROGRAMMES["aci-taux-commercialisation"])
    assert found == {"aci_taux_commercialisation_plafond", "aci_taux_commercialisation_plafond_derogation"}
    assert parametres_des_seuils(PROGRAMMES["aide-au-poste"]) == {"aide_au_poste_part_modulee_max"}
