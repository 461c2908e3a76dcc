"""The JSON Schema of each kind of file, for editors, forms and checks outside of the mémento.

A schema knows less than `memento verifier`: it tells the fields, their types and the subjects that exist, not what must
agree between two fields or two files. Identifiers stand in one file that the others refer to, so that a subject more
is a line more there and nowhere else.
"""

import posixpath
import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import to_json

from generator.model.base import SLUG
from generator.render import adresses
from generator.render.exports.formes import IDENTIFIANTS, forme_du_modele
from generator.resolve import KnowledgeBase
from generator.resolve.citations import CHAMPS
from generator.validate.kinds import KINDS, Kind, kind_of

DOSSIER, PUBLIES = "schemas", "donnees/schemas/"
DIALECTE = "https://json-schema.org/draft/2020-12/schema"
# Their list is closed: a code that is not in it is wrong. Any other subject may have just been created.
FERMES = frozenset({"mesure", "siae"})
# What an identifier looks like when it is not a slug.
AUTRES: Mapping[str, dict[str, Any]] = {
    "mesure": {"type": "integer"},
    "siae": {"type": "string", "minLength": 1},
    "terme": {"type": "string", "minLength": 1},
}
# The name of a file in a pattern, without what it excludes, and how editors write it.
STEM = re.compile(r"\(\?P<stem>(?:\(\?!.*?\))?(.*)\)")
NOMS = {"[^/]+": "*", r"\d\d-[^/]+": "*", ".+": "**/*"}


def fichiers_de_schemas(base: KnowledgeBase) -> dict[str, bytes]:
    """One file a kind, and that of the identifiers, by path from the root of the repository."""
    made = {f"{kind.name}.json": schema_de(kind) for kind in KINDS} | {IDENTIFIANTS: schema_des_identifiants(base)}
    return {f"{DOSSIER}/{name}": _en_octets(schema) for name, schema in sorted(made.items())}


def schemas_publies(base: KnowledgeBase) -> dict[str, bytes]:
    """The same, by url."""
    return {PUBLIES + path.removeprefix(f"{DOSSIER}/"): made for path, made in fichiers_de_schemas(base).items()}


def modeline(path: str) -> str:
    """The comment by which an editor finds the schema of a file of `rules/` or `content/`, from its path.

    It goes on the first line of a YAML file, or of the header of a page. KeyError when no kind has that path.
    """
    known = kind_of(path)
    if known is None:
        raise KeyError(path)
    schema = posixpath.relpath(f"{DOSSIER}/{known[0].name}.json", posixpath.dirname(path))
    return f"# yaml-language-server: $schema={schema}"


def glob(kind: Kind) -> str:
    """Where the files of a kind are, as editors write it: less exact than its pattern, whose order counts."""
    place = STEM.sub(lambda stem: NOMS.get(stem[1], stem[1]), kind.pattern.pattern)
    return place.replace("[^/]+", "*").replace("\\.", ".")


def schema_de(kind: Kind) -> dict[str, Any]:
    """What a file of this kind holds; for a page, its header."""
    place = glob(kind)
    what = "L’en-tête des pages" if place.endswith(".md") else "Les fichiers"
    parts: dict[str, Any] = {}
    form = forme_du_modele(kind.model, parts)
    title = form.pop("title")
    made = {"$schema": DIALECTE, "title": title, "description": f"{what} {place}.", **form}
    return made | ({"$defs": parts} if parts else {})


def schema_des_identifiants(base: KnowledgeBase) -> dict[str, Any]:
    """The subjects that exist, by kind, each with its title."""
    return {
        "$schema": DIALECTE,
        "title": "Identifiants",
        "description": "Les sujets du mémento que les autres fichiers citent.",
        "$defs": {kind: _identifiants(base, kind) for kind in sorted(set(CHAMPS.values()))},
    }


def _identifiants(base: KnowledgeBase, kind: str) -> dict[str, Any]:
    """`enumDescriptions` is what editors show beside each value."""
    titles = _titres(base, kind)
    names = sorted(titles, key=lambda name: (int(name) if kind == "mesure" else 0, name))
    listed = {
        "enum": [int(name) if kind == "mesure" else name for name in names],
        "enumDescriptions": [titles[name] for name in names],
    }
    if names and kind in FERMES:
        return listed
    other = AUTRES.get(kind, {"type": "string", "pattern": SLUG.pattern})
    return {"anyOf": [listed, other]} if names else other


def _titres(base: KnowledgeBase, kind: str) -> Mapping[str, str]:
    match kind:
        case "siae":
            return base.listes["siae"].options if "siae" in base.listes else {}
        case "liste":
            return {name: liste.titre for name, liste in base.listes.items()}
        case "mesure":
            return {str(number): mesure.titre for number, mesure in base.mesures.items()}
        case "terme":
            return {terme.sigle: terme.nom for terme in base.termes}
    return {name: adresses.titre(base, kind, name) for name in base.identifiants(kind)}


def _en_octets(schema: Mapping[str, Any]) -> bytes:
    """One value a line: a small change is a small difference."""
    return to_json(schema, indent=1) + b"\n"
