"""`memento expliquer`: a contributor reads why a line is refused, and what to write instead."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.adapters.cli import memento
from generator.diagnostics.explications import ETAGES, explications


def expliquer(*mots: str) -> Result:
    return CliRunner().invoke(memento, ["expliquer", *mots])


def test_the_wrong_lines_are_shown_with_carets_then_the_right_ones() -> None:
    text = expliquer("MEM302").stdout
    wrong = (
        "Exemple, faux : rules/calculateurs/calcul-modele.yaml\n"
        "   12 │     libelle: Taux\n"
        '   13 │     unite: "%"\n'
        "   14 │     formule: recette / charges\n"
        "      │              ^^^^^^^\n"
        "      « recette » inconnu\n"
        "      aide : vouliez-vous dire « recettes » ?\n"
    )
    assert wrong in text
    assert "Exemple, juste : rules/calculateurs/calcul-modele.yaml\n" in text
    assert "   14 │     formule: recettes / charges\n" in text
    assert text.index("Faute :") < text.index("Pourquoi :") < text.index("Remède :") < text.index("faux :")


def test_lines_left_out_are_told() -> None:
    text = expliquer("MEM203").stdout
    assert "   12 │     portee: prescriptif\n      │ …\n   19 │" in text
    assert not any(line.startswith("      │ …") for line in expliquer("MEM302").stdout.splitlines())


def test_what_lines_cannot_show_is_told_in_a_sentence() -> None:
    text = expliquer("MEM010").stdout
    assert "Exemple, faux : Un fichier « rules/themes.yaml » de 1,2 Mio" in text
    assert "Exemple, juste : Le même fichier, de quelques lignes" in text


def test_several_examples_are_numbered() -> None:
    text = expliquer("MEM206").stdout
    assert [f"Exemple {rank}, {kind} :" in text for rank in (1, 2, 3) for kind in ("faux", "juste")] == [
        True,
        True,
        True,
        True,
        False,
        False,
    ]


def test_without_a_code_they_are_listed_by_stage() -> None:
    lines = expliquer().stdout.splitlines()
    assert [line for line in lines if line in ETAGES] == list(ETAGES)
    assert [line[2:8] for line in lines if line.startswith("  MEM")] == list(explications())
    assert max(map(len, lines)) <= 88


def test_json_holds_the_explanation_and_its_examples() -> None:
    one = json.loads(expliquer("mem302", "--format", "json").stdout)
    assert (one["code"], one["severite"]) == ("MEM302", "erreur")
    assert one["exemples"][0]["faux"][0]["constats"][0]["colonne"] == 14
    assert one["exemples"][0]["juste"][0]["lignes"]["14"] == "    formule: recettes / charges"
    every = json.loads(expliquer("--format", "json").stdout)
    assert [row["code"] for row in every] == list(explications())


@pytest.mark.parametrize("typed", ["MEM2011", "MEN201", "mem 201"])
def test_a_wrong_code_is_answered_by_the_nearest(typed: str) -> None:
    result = expliquer(typed)
    assert result.exit_code == 2
    assert "vouliez-vous dire « MEM201 » ?" in result.stderr


def test_a_word_that_is_no_code_is_told_where_they_are() -> None:
    assert "« memento expliquer » les énumère" in expliquer("bonjour").stderr


def test_no_stage_is_read_to_explain_a_code() -> None:
    program = (
        "import sys; from generator.adapters.cli import memento\n"
        "try:\n    memento(['expliquer', 'MEM504'])\n"
        "finally:\n    print(*sorted(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run(
        (sys.executable, "-c", program), cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("MEM504 (erreur)")
    loaded = set(done.stderr.split())
    assert "generator.diagnostics.explications" in loaded
    assert not loaded & {"generator.load", "generator.check", "generator.render", "pydantic", "yaml", "jinja2"}
