"""Python and the browser answer the same thing, trace included."""

import json
import os
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from petit_memento import vraies_regles
from playwright.sync_api import Page
from situations import Cas, situations

from generator.check.exemples import ecrire
from generator.compile import Program, Refusee, evaluer, lire_situation
from generator.compile.essai import JOUR, programme_illustre
from generator.compile.operations import OPERATIONS

pytestmark = pytest.mark.xdist_group("parite")

PROGRAMMES = {program.id: program for program in vraies_regles().programs}
EVALUER = """
async ({programme, cas}) => {
  const {evaluer} = await import("/evaluate.js");
  const {lireEntree, lireDate, Refusee} = await import("/saisie.js");
  return cas.map(([date, textes]) => {
    try {
      const valeurs = {};
      for (const entree of programme.entrees) {
        if (textes[entree.nom]) valeurs[entree.nom] = lireEntree(entree, textes[entree.nom]);
      }
      return JSON.stringify(evaluer(programme, lireDate(date), valeurs));
    } catch (erreur) {
      if (!(erreur instanceof Refusee)) throw erreur;
      return JSON.stringify({refus: erreur.message});
    }
  });
}
"""


def en_python(program: Program, cas: Cas) -> Any:
    day, texts = cas
    ordered = {entree["nom"]: texts[entree["nom"]] for entree in program.json["entrees"] if entree["nom"] in texts}
    try:
        return evaluer(program, date.fromisoformat(day), lire_situation(program, ordered)).json()
    except Refusee as error:
        # The command line adds a suggestion that the form, which shows the choices, does not need.
        return {"refus": error.message.split(" ; vouliez-vous dire")[0]}


def comparer(page: Page, program: Program, cas: list[Cas]) -> None:
    found = page.evaluate(EVALUER, {"programme": dict(program.json), "cas": cas})
    for one, answer in zip(cas, found, strict=True):
        assert json.loads(answer) == json.loads(json.dumps(en_python(program, one))), one


@pytest.mark.parametrize("identifiant", sorted(PROGRAMMES))
def test_every_example_gives_the_same_json(vierge: Page, identifiant: str) -> None:
    program = PROGRAMMES[identifiant]
    cas = [
        (exemple.date.isoformat(), {name: ecrire(value) for name, value in exemple.entrees.items()})
        for exemple in program.calculateur.exemples
    ]
    comparer(vierge, program, cas)


# Each draw of hypothesis is a handful of situations: one exchange with the browser for all of them.
PAR_TIRAGE = 20
SITUATIONS = int(os.environ.get("MEMENTO_SITUATIONS", "400"))


@pytest.mark.parametrize("identifiant", sorted(PROGRAMMES))
def test_random_situations_complete_or_not_give_the_same_json(vierge: Page, identifiant: str) -> None:
    program = PROGRAMMES[identifiant]
    seen = 0

    @settings(max_examples=SITUATIONS // PAR_TIRAGE, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
    @given(st.lists(situations(program), min_size=PAR_TIRAGE, max_size=PAR_TIRAGE))
    def verifier(cas: list[Cas]) -> None:
        nonlocal seen
        comparer(vierge, program, cas)
        seen += len(cas)

    verifier()
    assert seen >= SITUATIONS


HOSTILES = ["", " ", "abc", "1e999", "9" * 400, "-1", "−1", "+2", "1 234,5", "1\u202f234.5", "0x10", "1,2,3", ",5", "½"]
HOSTILES += ["٣", "NaN", "Infinity", "<script>", "30%", "30 %", "10 €", "2 ETP"]
HOSTILES += ["2021-02-30", "31/02/2021", "ACII", "oui "]


@pytest.mark.parametrize("identifiant", sorted(PROGRAMMES))
def test_hostile_entries_are_refused_with_the_same_words(vierge: Page, identifiant: str) -> None:
    program = PROGRAMMES[identifiant]
    names = [entree["nom"] for entree in program.json["entrees"]]
    comparer(vierge, program, [("2024-06-01", {name: text}) for name in names for text in HOSTILES if text.strip()])


def test_the_browser_knows_the_same_operations(vierge: Page) -> None:
    known = vierge.evaluate("async () => Object.keys((await import('/operations.js')).OPERATIONS)")
    assert sorted(known) == sorted(OPERATIONS)


def test_the_examples_of_the_language_give_the_same_json(vierge: Page) -> None:
    for operation in OPERATIONS.values():
        program = programme_illustre(operation.exemple)
        comparer(vierge, program, [(JOUR.isoformat(), dict(operation.exemple.reponses))])
