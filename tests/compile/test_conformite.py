"""Python passes the conformance suite."""

from collections import Counter

import pytest
from suite_de_conformite import Cas, cas, noms

from generator.compile import Refusee, evaluer, lire_situation
from generator.compile.operations import OPERATIONS


@pytest.fixture(scope="module")
def suite() -> dict[str, Cas]:
    """The cases, compiled when a test asks for one: not before."""
    return {un.nom: un for un in cas()}


@pytest.mark.parametrize("nom", tuple(noms()))
def test_python_answers_as_the_suite_says(suite: dict[str, Cas], nom: str) -> None:
    un = suite[nom]
    try:
        content = evaluer(un.programme, un.jour, lire_situation(un.programme, un.reponses)).json()
    except Refusee as error:
        content = {"refus": error.message.split(" ; vouliez-vous dire")[0]}
    assert un.ecarts(content) == []


def test_the_suite_is_wide_and_holds_every_operation(suite: dict[str, Cas]) -> None:
    assert len(suite) >= 250
    trees = Counter(str(etape["arbre"]) for un in suite.values() for etape in un.programme.json["etapes"])
    assert [name for name in OPERATIONS if not any(f"'{name}'" in tree for tree in trees)] == []
    states = {expected.get("etat") for un in suite.values() for expected in un.attendu.values()}
    assert states == {None, "inconnu", "sans-objet", "erreur"}


def test_a_wrong_answer_is_told(suite: dict[str, Cas]) -> None:
    un = next(iter(suite.values()))
    step = next(iter(un.attendu))
    assert un.ecarts({"resultats": {step: {"exact": "faux"}}, "avertissements": []})
    assert un.ecarts({"refus": "non"}) == ["refus : 'non', attendu None"]
