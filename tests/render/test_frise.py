"""The life of a rule as a drawing."""

import re
from datetime import date
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, modifier, petit_memento

from generator.model import Regle
from generator.pipeline import compile_rules
from generator.render.frise import frise

FICHIER = "rules/regles/essai/regle-modele.yaml"


@pytest.fixture
def regle(tmp_path: Path) -> Regle:
    """Law from 2010, a gap in 2020, an experiment until 2030, and a proposal of 2015."""
    root = petit_memento(tmp_path)
    version = "  - du: 2020-01-01\n    statut: en-vigueur"
    modifier(root, FICHIER, version, "  - du: 2021-01-01\n    au: 2030-12-31\n    statut: experimental")
    modifier(root, FICHIER, "verifie_le", "lacunes:\n  - {du: 2020-01-01, au: 2020-12-31, motif: non lu}\nverifie_le")
    return compile_rules(root).base.regles["regle-modele"]


def barres(svg: str) -> dict[str, tuple[float, float]]:
    """Class → where the bar starts and ends, in hundredths of the width."""
    found = re.findall(r'<rect class="m-temps-([\w-]+)[^"]*" x="([\d.]+)%" y="\d+" width="([\d.]+)%"', svg)
    return {name: (float(x), round(float(x) + float(width), 2)) for name, x, width in found}


def test_bars_follow_one_another_without_overlap(regle: Regle) -> None:
    bars = barres(frise(regle, AUJOURD_HUI).svg)
    assert list(bars) == ["en-vigueur", "experimental", "lacune"]
    assert abs(bars["en-vigueur"][1] - bars["lacune"][0]) <= 0.01
    assert abs(bars["lacune"][1] - bars["experimental"][0]) <= 0.01
    assert bars["experimental"][1] < 100


def test_the_words_say_every_period_in_order(regle: Regle) -> None:
    svg = frise(regle, AUJOURD_HUI).svg
    said = re.sub("[\u00a0\u202f]", " ", svg.split("<desc>")[1].split("</desc>")[0])
    assert said == (
        "du 1er janvier 2010 au 31 décembre 2019 : en vigueur ; le 1er juin 2015 : proposition du pacte ; "
        "du 1er janvier 2020 au 31 décembre 2020 : texte non lu ; "
        "du 1er janvier 2021 au 31 décembre 2030 : expérimentation. Repère au 23 novembre 2026."
    )


def test_the_legend_names_only_what_is_drawn(regle: Regle) -> None:
    assert [words for _, words in frise(regle, AUJOURD_HUI).legende] == [
        "En vigueur",
        "Texte non lu",
        "Expérimentation",
        "Proposition",
        "le 23 novembre 2026",
    ]


def test_the_version_of_the_page_is_marked(regle: Regle) -> None:
    assert frise(regle, AUJOURD_HUI).svg.count("m-temps-ici") == 0
    assert frise(regle, AUJOURD_HUI, regle.droit[0]).svg.count('"m-temps-en-vigueur m-temps-ici"') == 1


def test_a_day_before_everything_still_draws(regle: Regle) -> None:
    assert "m-temps-jour" in frise(regle, date(2005, 1, 1)).svg
