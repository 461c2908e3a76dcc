"""The modules of the theme as classic scripts: they also work on a page opened from a folder (ADR 0008)."""

import re
from collections.abc import Mapping
from functools import lru_cache
from posixpath import dirname, join, normpath

import minify

SCRIPT, COMMUN = "assets/calcul.js", "assets/memento.js"
# The module that starts each published script, by its path under `assets/`. `COMMUN` is on every page.
ENTREES = {
    SCRIPT: "calcul/main",
    "assets/langage.js": "calcul/langage",
    "assets/temps.js": "temps/main",
    "assets/formation.js": "formation/main",
    "assets/hors-ligne.js": "hors_ligne/panneau",
    "assets/recherche.js": "recherche/main",
    COMMUN: "page/main",
}

# The only forms our modules use; anything else is a mistake of ours, and stops the build.
_IMPORT = re.compile(r'^import (?:\{(?P<noms>[^}]*)\}|\* as (?P<tout>\w+)) from "(?P<module>\.\.?/[\w/]+)\.js";$', re.M)
_EXPORT = re.compile(r"^export (?P<mot>const|function|async function|class) (?P<noms>\w+|\[[^\]]*\])", re.M)
_RESTE = re.compile(r"^(?:import|export)\b.*|\bimport\(.*", re.M)


def scripts(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The published scripts by their url; those whose first module the theme holds."""
    found = modules(assets)
    note = "/* Sources lisibles : assets/{}/ */\n"
    return {
        url: (note.format(dirname(entry)) + minifier(joindre(found, entry)) + "\n").encode()
        for url, entry in ENTREES.items()
        if entry in found
    }


@lru_cache(maxsize=32)
def minifier(script: str) -> str:
    """The same script, shorter."""
    shorter: str = minify.string("application/javascript", script)
    return shorter


def modules(assets: Mapping[str, bytes]) -> dict[str, str]:
    """The text of each module of the theme by its name: its path under `assets/`, without its ending."""
    return {
        url.removeprefix("assets/").removesuffix(".js"): content.decode()
        for url, content in assets.items()
        if url.endswith(".js") and url.count("/") > 1
    }


def joindre(modules: Mapping[str, str], entree: str) -> str:
    """Every module that `entree` needs, each a function called once, those it imports before it. Names are paths.

    Raises ValueError on a module that does not exist, on a cycle, and on a form of import or export not used here.
    """
    joined: dict[str, str] = {}
    _joindre(modules, entree, (), joined)
    return '(() => {\n"use strict";\n' + "".join(joined.values()) + "})();\n"


def _joindre(modules: Mapping[str, str], name: str, way: tuple[str, ...], joined: dict[str, str]) -> None:
    if name in joined:
        return
    if name not in modules or name in way:
        raise ValueError(f"module « {name} » : {'cycle' if name in way else 'absent'} ({' → '.join((*way, name))})")
    text = modules[name]
    for match in _IMPORT.finditer(text):
        _joindre(modules, _module(name, match), (*way, name), joined)
    exported = [word for match in _EXPORT.finditer(text) for word in re.findall(r"\w+", match["noms"])]
    body = _EXPORT.sub(r"\g<mot> \g<noms>", _IMPORT.sub(lambda match: _liaison(name, match), text))
    left = _RESTE.search(body) if "import" in body or "export" in body else None
    if left:
        raise ValueError(f"module « {name} » : forme non prévue, « {left[0]} »")
    joined[name] = f"const {_nom(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _module(importer: str, match: re.Match[str]) -> str:
    """The path of an imported module, from that of the one that imports it."""
    return normpath(join(dirname(importer), match["module"]))


def _liaison(importer: str, match: re.Match[str]) -> str:
    """An import becomes a constant."""
    imported = _nom(_module(importer, match))
    if match["tout"]:
        return f"const {match['tout']} = {imported};"
    names = [name.strip().replace(" as ", ": ") for name in match["noms"].split(",") if name.strip()]
    return f"const {{ {', '.join(names)} }} = {imported};"


def _nom(module: str) -> str:
    return f"module_{module.replace('/', '_')}"
