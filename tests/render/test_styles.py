"""The styles as one sheet."""

import re
from pathlib import Path

import pytest

from generator.load import load_assets
from generator.render.styles import ENTREE, FEUILLE, styles

RACINE = Path(__file__).parents[2]


def test_the_sheet_holds_every_file_in_the_order_of_the_list() -> None:
    listed = b'@import "./b.css";\n@import "./a.css";\n'
    made = styles(
        {ENTREE: listed, "assets/styles/a.css": b"a { color: red; }", "assets/styles/b.css": b"b { top: 0; }"}
    )
    assert made == {FEUILLE: b"b{top:0}a{color:red}"}


def test_a_file_that_is_not_there_stops_the_build() -> None:
    with pytest.raises(KeyError, match=r"absent\.css"):
        styles({ENTREE: b'@import "./absent.css";\n'})


def test_a_theme_without_styles_has_no_sheet() -> None:
    assert styles({}) == {}


def test_no_style_looks_through_the_page_for_the_focus() -> None:
    """On a page of ten thousand elements, each key then took ten times as long."""
    sheet = styles(load_assets(RACINE))[FEUILLE].decode()
    assert re.findall(r"[^{},]*:has\([^{}]*:focus[^{}]*", sheet) == []


def test_every_style_of_the_theme_is_listed() -> None:
    assets = load_assets(RACINE)
    listed = assets[ENTREE].decode()
    files = [url.rpartition("/")[2] for url in assets if url.startswith("assets/styles/") and url != ENTREE]
    assert [name for name in files if f'"./{name}"' not in listed] == []
    assert b"@import" not in styles(assets)[FEUILLE]
