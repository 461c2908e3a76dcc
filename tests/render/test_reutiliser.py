"""The page on re-use: what it names is there, what it shows runs."""

import ast
import json
import os
import re
import shlex
import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner
from petit_memento import AUJOURD_HUI, avec_le_vrai, batir, petit_memento, vrai_memento

from generator.adapters.cli import memento
from generator.pipeline import Build
from generator.render.atelier import Atelier
from generator.render.reutiliser import _calculs, _montant, _regle
from generator.resolve import KnowledgeBase

RACINE = Path(__file__).parents[2]
TOUS = RACINE / "tests" / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def racine(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS)


@pytest.fixture(scope="module")
def bati(racine: Path) -> Build:
    return batir(racine)


@pytest.fixture(scope="module")
def html(bati: Build) -> str:
    assert bati.site is not None
    return next(page.html for page in bati.site.pages if page.url == "reutiliser/")


def bloc(html: str, nom: str) -> str:
    found = re.search(rf'<code id="{nom}">(.*?)</code>', html, re.DOTALL)
    assert found is not None, nom
    return unescape(found[1])


def adresses(bati: Build) -> set[str]:
    assert bati.site is not None
    return {page.url for page in bati.site.pages} | set(bati.site.fichiers)


def test_every_path_that_the_page_names_exists(bati: Build, html: str) -> None:
    words = re.sub(r"<pre.*?</pre>", "", html, flags=re.DOTALL)
    named = {unescape(path) for path in re.findall(r"<code>/([^<]*\.(?:json|csv|xml|ics))</code>", words)}
    assert len(named) > 30
    assert named - adresses(bati) == set()


def test_every_published_file_is_on_the_page(bati: Build, html: str) -> None:
    published = {url for url in adresses(bati) if url.startswith(("api/", "flux/")) or url.endswith(".ics")}
    named = {url for url in published if f"<code>/{url}</code>" in html}
    # One rule stands for all of them; here there is only one.
    assert published - named == set()


def test_the_excerpts_are_in_the_files(bati: Build, html: str) -> None:
    assert bati.site is not None
    shown = json.loads(bloc(html, "exemple-regle"))
    whole = json.loads(bati.site.fichiers["api/v1/regles/regle-modele.json"])["regle"]
    assert shown["versions"][0].items() <= whole["versions"][-1].items()
    assert {key: whole[key] for key in shown if key != "versions"} == {
        k: v for k, v in shown.items() if k != "versions"
    }
    figure = json.loads(bloc(html, "exemple-montant"))
    every = json.loads(bati.site.fichiers["api/v1/parametres.json"])["parametres"]
    found = next(item for item in every if item["id"] == figure["id"])
    assert figure["cases"][0]["periodes"][0] in found["cases"][0]["periodes"]


@pytest.mark.parametrize(("nom", "fichier"), [("lire-regles", "regles"), ("lire-montants", "parametres")])
def test_the_examples_that_read_a_file_run(bati: Build, html: str, tmp_path: Path, nom: str, fichier: str) -> None:
    assert bati.site is not None
    (tmp_path / f"{fichier}.json").write_bytes(bati.site.fichiers[f"api/v1/{fichier}.json"])
    printed = executer(bloc(html, nom), tmp_path)
    expected = {
        "regles": "regle-modele prescriptif Un autre énoncé de test.\n",
        "parametres": "montant-modele {'territoire': 'ici', 'siae': 'ACI'} 110 €/ETP/an\n",
    }
    assert expected[fichier] in printed


def test_the_example_in_python_computes(html: str, racine: Path) -> None:
    # 1 / 10: the first example of the little calculator.
    assert executer(bloc(html, "python-calculer"), racine).replace("\u00a0", " ") == "10 %\n"


def test_the_commands_run(html: str, racine: Path) -> None:
    computed = lancer(bloc(html, "shell-calculer"), racine)
    assert json.loads(computed)["resultats"]["taux"]["exact"] == "1/10"
    assert "taux:" in lancer(bloc(html, "shell-exporter"), racine)


@avec_le_vrai
def test_the_examples_of_the_real_site_are_what_the_command_line_reads() -> None:
    built = vrai_memento()
    assert built.site is not None
    page = next(page.html for page in built.site.pages if page.url == "reutiliser/")
    computed = json.loads(lancer(bloc(page, "shell-calculer"), RACINE))
    assert all("etat" not in result for result in computed["resultats"].values())
    ast.parse(bloc(page, "python-calculer"))


def test_the_calculator_to_place_is_there(bati: Build, html: str) -> None:
    found = re.search(r'src="/([^"]*)" title="Calcul modèle"', bloc(html, "html-integrer"))
    assert found is not None
    assert found[1] in adresses(bati)


def executer(code: str, dossier: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=dossier,
        env={**os.environ, "PYTHONPATH": str(RACINE), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def lancer(commande: str, racine: Path) -> str:
    name, *arguments = shlex.split(commande)
    assert name == "memento"
    done = CliRunner().invoke(memento, ["--racine", str(racine), *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_a_memento_without_rules_figures_or_calculators_has_no_example_of_them() -> None:
    empty = Atelier(KnowledgeBase(), (), AUJOURD_HUI)
    assert (_regle(empty), _montant(empty), list(_calculs(empty))) == (None, None, [])


def test_only_an_example_with_answers_and_a_result_is_shown(bati: Build) -> None:
    (program,) = bati.programs
    silent = [exemple.model_copy(update={"attendu": {}}) for exemple in program.calculateur.exemples]
    kept = program.calculateur.exemples[0]
    calculateur = program.calculateur.model_copy(update={"exemples": (*silent, kept)})
    made = list(_calculs(Atelier(bati.base, (replace(program, calculateur=calculateur),), AUJOURD_HUI)))
    assert len(made) == 1
