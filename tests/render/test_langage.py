"""The reference page of the language holds every operation, with an example that gives what it says."""

from pathlib import Path

import pytest
from petit_memento import batir, petit_memento

from generator.compile import evaluer, lire_situation
from generator.compile.essai import ENTREES, JOUR, programme_illustre
from generator.compile.operations import OPERATIONS
from generator.render.langage import TITRES, URL


@pytest.mark.parametrize("nom", OPERATIONS)
def test_every_operation_has_an_example_that_uses_it_and_gives_what_it_says(nom: str) -> None:
    example = OPERATIONS[nom].exemple
    program = programme_illustre(example)
    assert f"'{nom}'" in str(program.json["etapes"][0]["arbre"])
    result = evaluer(program, JOUR, lire_situation(program, example.reponses)).json()["resultats"]["resultat"]
    assert result["affichage"] == example.donne


def test_every_operation_says_what_it_does_under_a_title_of_its_own() -> None:
    kinds = {type(operation) for operation in OPERATIONS.values()}
    assert {kind.__name__ for kind in kinds} == set(TITRES)
    assert all("`" in (kind.__doc__ or "") or kind.__name__ == "Conversion" for kind in kinds)


def test_the_answers_of_the_examples_are_named_once() -> None:
    names = [entree.nom for entree in ENTREES]
    assert len(names) == len(set(names))
    used = {name for operation in OPERATIONS.values() for name in operation.exemple.reponses}
    assert used == set(names)


def test_the_page_holds_every_example_and_the_tables(tmp_path: Path) -> None:
    page = next(page for page in batir(petit_memento(tmp_path)).site.pages if page.url == URL)
    for name in OPERATIONS:
        escaped = name.replace("<", "&lt;").replace(">", "&gt;")
        assert f'data-operation="{escaped}"' in page.html
    assert page.html.count("<output>") == len(OPERATIONS)
    # « et » : oui/inconnu gives inconnu, non/inconnu gives non.
    assert "<caption>et</caption>" in page.html
    for row in ("<td>oui</td><td>non</td><td>inconnu</td>", "<td>non</td><td>non</td><td>non</td>"):
        assert row in page.html
