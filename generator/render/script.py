"""The modules of the calculators as one classic script: it also works on a page opened from a folder (ADR 0008)."""

import re
from collections.abc import Mapping

import minify

DOSSIER, SCRIPT = "assets/calcul/", "assets/calcul.js"
# The module that starts each published script.
ENTREES = {SCRIPT: "main", "assets/langage.js": "langage"}

# The only forms our modules use; anything else is a mistake of ours, and stops the build.
_IMPORT = re.compile(r'^import (?:\{(?P<noms>[^}]*)\}|\* as (?P<tout>\w+)) from "\./(?P<module>\w+)\.js";$', re.M)
_EXPORT = re.compile(r"^export (?P<mot>const|function|async function|class) (?P<noms>\w+|\[[^\]]*\])", re.M)
_RESTE = re.compile(r"^(?:import|export)\b.*|\bimport\(.*", re.M)


def scripts(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The published scripts by their url; none when the theme has no calculator."""
    modules = {
        url.removeprefix(DOSSIER).removesuffix(".js"): content.decode()
        for url, content in assets.items()
        if url.startswith(DOSSIER) and url.endswith(".js")
    }
    note = f"/* Sources lisibles : {DOSSIER} */\n"
    return {
        url: (note + minify.string("application/javascript", joindre(modules, entry)) + "\n").encode()
        for url, entry in ENTREES.items()
        if entry in modules
    }


def joindre(modules: Mapping[str, str], entree: str) -> str:
    """Every module that `entree` needs, each a function called once, those it imports before it.

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
        _joindre(modules, match["module"], (*way, name), joined)
    exported = [word for match in _EXPORT.finditer(text) for word in re.findall(r"\w+", match["noms"])]
    body = _EXPORT.sub(r"\g<mot> \g<noms>", _IMPORT.sub(_liaison, text))
    left = _RESTE.search(body)
    if left:
        raise ValueError(f"module « {name} » : forme non prévue, « {left[0]} »")
    joined[name] = f"const {_nom(name)} = (() => {{\n{body}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _liaison(match: re.Match[str]) -> str:
    """An import becomes a constant."""
    if match["tout"]:
        return f"const {match['tout']} = {_nom(match['module'])};"
    names = [name.strip().replace(" as ", ": ") for name in match["noms"].split(",") if name.strip()]
    return f"const {{ {', '.join(names)} }} = {_nom(match['module'])};"


def _nom(module: str) -> str:
    return f"module_{module}"
