"""One line of a batch, by what it gives: a number, a text, a yes or no, a day, or no value."""

from datetime import date

import pytest
from petit_memento import modifier, petit_memento

from generator.adapters.lignes import Format, calculer_ligne, entetes
from generator.compile import Program
from generator.pipeline import compile_rules

CALCUL = "rules/calculateurs/calcul-modele.yaml"
JOUR = date(2020, 6, 1)
COLONNES = ("recettes", "charges", "siae", "date")
# A yes or no, a day, and a verdict that does not always apply.
ETAPES = """  - nom: rentable
    libelle: Rentable
    formule: recettes > charges
    references: [{source: texte-modele}]
  - nom: echeance
    libelle: Échéance
    formule: date_reference
    references: [{source: texte-modele}]
  - nom: prime
    libelle: Prime
    cas:
      - {si: charges = 7 €, sans_objet: Pas de prime à sept.}
      - {alors: « due », parce_que: "{taux} suffit."}
    references: [{source: texte-modele}]
"""


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Program:
    root = petit_memento(tmp_path_factory.mktemp("lignes"))
    results = "resultats: [taux, verdict, rentable, echeance, prime]"
    modifier(root, CALCUL, "resultats: [taux, verdict]", ETAPES + results)
    compiled = compile_rules(root)
    assert not compiled.failed, list(compiled.report)
    return compiled.programs[0]


def ligne(program: Program, *cells: str) -> dict[str, str]:
    made = calculer_ligne(program, Format(COLONNES, ";", JOUR), 2, list(cells))
    return dict(zip((*COLONNES, *entetes(program)), made.cellules, strict=True))


def test_each_kind_of_result_has_its_columns(programme: Program) -> None:
    assert list(entetes(programme)) == [
        *("etat", "taux", "taux_exact", "verdict", "verdict_message", "rentable", "echeance"),
        *("prime", "prime_message", "avertissements"),
    ]


def test_a_line_gives_numbers_words_days_and_reasons(programme: Program) -> None:
    # 3 / 8 is 37,5 %: not under the ceiling of 30 %.
    found = ligne(programme, "3", "8", "ACI", "")
    assert (found["etat"], found["taux"], found["taux_exact"]) == ("calculé", "37,5", "3/8")
    assert (found["verdict"], found["verdict_message"]) == ("non-conforme", "")
    assert (found["rentable"], found["echeance"]) == ("non", "2020-06-01")
    assert (found["prime"], found["prime_message"]) == ("due", "37,5 % suffit.")


def test_what_does_not_apply_says_why(programme: Program) -> None:
    found = ligne(programme, "14", "7", "ACI", "01/02/2021")
    assert (found["etat"], found["rentable"], found["echeance"]) == ("calculé", "oui", "2021-02-01")
    assert (found["prime"], found["prime_message"]) == ("sans objet", "Pas de prime à sept.")


def test_what_is_missing_leaves_its_cells_empty(programme: Program) -> None:
    found = ligne(programme, "3", "", "ACI", "")
    assert found["etat"] == "incomplet : il manque charges"
    assert (found["taux"], found["taux_exact"], found["prime"], found["prime_message"]) == ("", "", "", "")
