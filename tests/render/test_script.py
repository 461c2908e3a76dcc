"""The modules of the calculators as one script."""

import gzip
from pathlib import Path

import pytest

from generator.adapters import hors_ligne
from generator.load import load_assets
from generator.render import monofichier
from generator.render.script import COMMUN, ENTREES, SCRIPT, joindre, modules, scripts

RACINE = Path(__file__).parents[2]

A = 'import * as b from "./b.js";\nimport { deux, trois as t } from "./c.js";\n\nb.un(deux, t);\n'
B = "export const un = (x, y) => [x, y];\n"
C = 'import {\n  un,\n} from "./b.js";\nexport function deux() {}\nexport const [trois, quatre] = [3, un];\n'


def test_each_module_comes_once_after_those_it_imports() -> None:
    joined = joindre({"a": A, "b": B, "c": C, "inutile": ""}, "a")
    assert [joined.index(f"const module_{name} = ") for name in "bca"] == sorted(
        joined.index(f"const module_{name} = ") for name in "bca"
    )
    assert joined.count("const module_b = ") == 1
    assert "inutile" not in joined
    assert "const b = module_b;" in joined
    assert "const { deux, trois: t } = module_c;" in joined
    assert "return { deux, trois, quatre };" in joined
    assert "export" not in joined


@pytest.mark.parametrize(
    ("modules", "message"),
    [
        ({"a": 'import { x } from "./absent.js";\n'}, "absent"),
        ({"a": 'import { x } from "./b.js";\n', "b": 'import { y } from "./a.js";\n'}, "cycle"),
        ({"a": "export default 1;\n"}, "forme non prévue"),
        ({"a": 'const x = await import("./b.js");\n'}, "forme non prévue"),
        ({"a": 'import defaut from "./b.js";\n', "b": ""}, "forme non prévue"),
    ],
)
def test_what_cannot_be_joined_stops_the_build(modules: dict[str, str], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        joindre(modules, "a")


def test_a_theme_without_calculators_has_no_script() -> None:
    assert scripts({"assets/memento.css": b""}) == {}


def test_every_module_of_the_theme_is_in_a_published_script() -> None:
    texts = modules(load_assets(RACINE))
    entries = (*ENTREES.values(), monofichier.ENTREE, hors_ligne.ENTREE)
    # Written by the build: the hash of the manifest, and where the styles are.
    made = {"hors_ligne/version": 'export const VERSION = "";\nexport const FEUILLE = "";\n'}
    joined = "".join(joindre({**texts, **made}, entry) for entry in entries)
    assert [name for name in texts if f"const module_{name.replace('/', '_')} = " not in joined] == []


def test_a_module_of_another_folder_is_named_by_its_path() -> None:
    joined = joindre(
        {"page/a": 'import { un } from "../calcul/b.js";\nun();\n', "calcul/b": "export const un = 1;\n"}, "page/a"
    )
    assert "const { un } = module_calcul_b;" in joined


def test_the_script_of_every_page_weighs_less_than_ten_kilobytes() -> None:
    published = scripts(load_assets(RACINE))[COMMUN]
    assert len(gzip.compress(published, 9)) <= 10_000


def test_the_runtime_and_its_form_weigh_less_than_twelve_kilobytes() -> None:
    published = scripts(load_assets(RACINE))[SCRIPT]
    assert len(gzip.compress(published, 9)) <= 12_000


def test_the_script_of_training_weighs_less_than_eight_kilobytes() -> None:
    published = scripts(load_assets(RACINE))["assets/formation.js"]
    assert len(gzip.compress(published, 9)) <= 8_000
