import pytest

from generator.diagnostics import vouliez_vous_dire


@pytest.mark.parametrize("word", ["portée", "Portee", "porte", "PORTEE"])
def test_the_nearest_word_is_proposed_whatever_the_case(word: str) -> None:
    assert vouliez_vous_dire(word, ["statut", "portee", "enonce"]) == "vouliez-vous dire « portee » ?"


def test_nothing_is_proposed_when_nothing_is_near() -> None:
    assert vouliez_vous_dire("xyz", ["statut", "portee"]) == ""
    assert vouliez_vous_dire("statut", []) == ""


def test_the_candidate_keeps_its_own_case() -> None:
    assert vouliez_vous_dire("aci", ["ACI", "EI"]) == "vouliez-vous dire « ACI » ?"
