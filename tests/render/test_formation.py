"""What the pages of training give the browser."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from petit_memento import batir, modifier, petit_memento

from generator.model import Question
from generator.render import Page
from generator.render.formation import empreinte

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"
MODULE = "content/formation/module-modele.md"


def pages(root: Path) -> dict[str, Page]:
    built = batir(root)
    assert built.site is not None, list(built.report)
    return {page.url: page for page in built.site.pages}


def catalogue(page: Page) -> list[dict[str, Any]]:
    found = re.search(r"data-catalogue>(.*?)</script>", page.html, re.DOTALL)
    assert found is not None
    value: list[dict[str, Any]] = json.loads(found[1])
    return value


def question(**changes: Any) -> Question:
    return Question(**{"enonce": "E ?", "choix": ("a", "b"), "bonne": 1, "explication": "X.", "regle": "r", **changes})


@pytest.mark.parametrize(
    "url",
    [
        "formation/",
        "formation/module-modele/",
        "formation/publics/public-modele/",
        "formation/ma-progression/",
        "formation/attestation/",
    ],
)
def test_every_page_of_training_knows_its_modules(tmp_path: Path, url: str) -> None:
    page = pages(petit_memento(tmp_path, surcouche=TOUS))[url]
    (module,) = catalogue(page)
    assert (module["id"], module["titre"], len(module["questions"])) == ("module-modele", "Module modèle", 8)
    assert [asked["bonne"] for asked in module["questions"]] == [2, 1, 2, 1, 2, 1, 2, 1]
    first = module["questions"][0]
    assert (first["numero"], first["regle"], first["version"]) == (1, "Règle modèle", "2020-01-01")
    assert first["lien"] == "../" * url.count("/") + "regles/regle-modele/"


def test_a_rule_without_law_today_has_no_version(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    modifier(
        root,
        "rules/regles/essai/regle-modele.yaml",
        "2020-01-01\n    statut",
        "2020-01-01\n    au: 2025-12-31\n    statut",
    )
    made = pages(root)["formation/module-modele/"]
    assert catalogue(made)[0]["questions"][0]["version"] == ""
    assert "aucune version en vigueur connue" in made.html


def test_an_answer_never_goes_to_a_question_that_was_rewritten() -> None:
    known = empreinte(question())
    assert re.fullmatch(r"[0-9a-f]{10}", known)
    assert empreinte(question(explication="Y.", regle="autre")) == known
    for changed in ({"enonce": "F ?"}, {"choix": ("a", "c")}, {"choix": ("b", "a")}, {"bonne": 2}):
        assert empreinte(question(**changed)) != known


def test_the_page_names_its_questions_as_its_catalogue_does(tmp_path: Path) -> None:
    page = pages(petit_memento(tmp_path, surcouche=TOUS))["formation/module-modele/"]
    assert re.findall(r'data-question="(\w+)"', page.html) == [asked["id"] for asked in catalogue(page)[0]["questions"]]


def test_what_needs_a_script_is_hidden_until_it_runs(tmp_path: Path) -> None:
    html = pages(petit_memento(tmp_path, surcouche=TOUS))["formation/module-modele/"].html
    assert len(re.findall(r"<button[^>]* data-valider disabled hidden>", html)) == 8
    assert re.search(r"data-bilan hidden>", html)
    assert re.search(r"data-lecture hidden>", html)
