"""Python passes the conformance suite."""

from collections import Counter
from functools import cache

import pytest
from suite_de_conformite import compiler, lus

from generator.compile import Refusee, evaluer, lire_situation
from generator.compile.operations import OPERATIONS

LUS = {nom: (nom, fichier, donnees) for nom, fichier, donnees in lus()}
# Each case is compiled by its own test, and only once.
un_cas = cache(lambda nom: compiler(*LUS[nom]))


@pytest.mark.parametrize("nom", LUS)
def test_python_answers_as_the_suite_says(nom: str) -> None:
    un = un_cas(nom)
    try:
        content = evaluer(un.programme, un.jour, lire_situation(un.programme, un.reponses)).json()
    except Refusee as error:
        content = {"refus": error.message.split(" ; vouliez-vous dire")[0]}
    assert un.ecarts(content) == []


def test_the_suite_is_wide_and_holds_every_operation() -> None:
    suite = [un_cas(nom) for nom in LUS]
    assert len(suite) >= 250
    trees = Counter(str(etape["arbre"]) for un in suite for etape in un.programme.json["etapes"])
    assert [name for name in OPERATIONS if not any(f"'{name}'" in tree for tree in trees)] == []
    states = {expected.get("etat") for un in suite for expected in un.attendu.values()}
    assert states == {None, "inconnu", "sans-objet", "erreur"}


def test_a_wrong_answer_is_told() -> None:
    un = un_cas(next(iter(LUS)))
    step = next(iter(un.attendu))
    assert un.ecarts({"resultats": {step: {"exact": "faux"}}, "avertissements": []})
    assert un.ecarts({"refus": "non"}) == ["refus : 'non', attendu None"]
