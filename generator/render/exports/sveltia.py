"""A configuration of Sveltia CMS, a content manager that works on a forge, drawn from the schemas.

A form holds texts, days, numbers, choices and lists of them. A field that is a free table (`code: number`) has no place
in it: it is left out when it may be, and its whole kind when it may not. A file that holds such a field is not offered:
saving it would lose it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import yaml

from generator.render.exports.formes import COURTS
from generator.render.exports.schemas import glob, schema_de, schema_des_identifiants
from generator.resolve import KnowledgeBase
from generator.validate.kinds import KINDS, Kind

CONFIGURATION = "deploiement/sveltia/config.yml"
EN_TETE = """\
# Écrit par « memento schemas » : complétez « backend » dans une copie, et recopiez ce fichier quand il change.
# Le LISEZMOI de ce dossier dit comment l'installer.
"""
NOMS = {
    "source": ("Sources", "Source"),
    "parametre": ("Montants et seuils", "Montant ou seuil"),
    "regle": ("Règles", "Règle"),
    "repere": ("Repères", "Repère"),
    "mesure": ("Mesures du Pacte", "Mesure du Pacte"),
    "structure": ("Structures", "Structure"),
    "engagement": ("Engagements du Pacte", "Engagement du Pacte"),
    "etape": ("Étapes du parcours", "Étape du parcours"),
    "pratique": ("Pratiques", "Pratique"),
    "avis": ("Demandes d’avis", "Demande d’avis"),
    "public": ("Publics de la formation", "Public de la formation"),
    "module": ("Modules de formation", "Module de formation"),
    "outil": ("Outils à remplir", "Outil à remplir"),
    "fiche": ("Pages éditoriales", "Page éditoriale"),
}
# Nobody adds one: the law or the Pacte gives their number.
FINIS = frozenset({"mesure", "engagement", "structure", "etape"})
# What only an indexed parameter has: its values are a table.
SANS = {"parametre": frozenset({"par"})}
# Where a subject that is cited is defined, when it is not a file of its own: the file, its list, its name, its words.
DANS_UN_FICHIER = {"theme": ("themes", "themes", "id", "titre"), "terme": ("glossaire", "termes", "sigle", "nom")}
Champ = dict[str, Any]


def fichier_de_sveltia(base: KnowledgeBase) -> dict[str, bytes]:
    """The configuration, by its path."""
    text = yaml.safe_dump(configuration(base), allow_unicode=True, sort_keys=False, width=1_000_000)
    return {CONFIGURATION: (EN_TETE + text).encode()}


def configuration(base: KnowledgeBase) -> dict[str, Any]:
    """What Sveltia reads: one collection a kind of several files, one singleton a file alone of its kind."""
    ids = schema_des_identifiants(base)["$defs"]
    forms = {kind: Formulaire(ids, schema_de(kind)).champs for kind in KINDS}
    offered = {
        kind: [field for field in fields if field["name"] not in SANS.get(kind.name, ())]
        for kind, fields in forms.items()
        if fields is not None
    }
    several = {kind: fields for kind, fields in offered.items() if "*" in glob(kind)}
    alone = {kind: fields for kind, fields in offered.items() if "*" not in glob(kind)}
    return {
        "backend": {"name": "gitlab", "repo": "À COMPLÉTER : groupe/projet", "branch": "main"},
        "publish_mode": "editorial_workflow",
        "media_folder": "site_theme/assets/images",
        "public_folder": "/assets/images",
        "app_title": base.editeur.titre,
        "editor": {"preview": False},
        "slug": {"encoding": "ascii", "clean_accents": True, "lowercase": True},
        "output": {"omit_empty_optional_fields": True, "yaml": {"indent_size": 2, "quote": "none"}},
        "collections": [_collection(kind, fields) for kind, fields in several.items()],
        "singletons": [
            {
                "name": kind.name,
                "label": kind.model.model_config.get("title"),
                "file": glob(kind),
                "format": "yaml",
                "fields": fields,
            }
            for kind, fields in alone.items()
        ],
    }


def _collection(kind: Kind, fields: list[Champ]) -> dict[str, Any]:
    plural, singular = NOMS[kind.name]
    place = glob(kind)
    page = place.endswith(".md")
    made: dict[str, Any] = {
        "name": kind.name,
        "label": plural,
        "label_singular": singular,
        "folder": re.split(r"/\*", place, maxsplit=1)[0],
        "extension": "md" if page else "yaml",
        "format": "yaml-frontmatter" if page else "yaml",
        "create": kind.name not in FINIS,
        "delete": False,
        "identifier_field": "titre",
        "slug": "{{fields.%s}}" % (kind.id if kind.id else "titre"),
        "summary": "{{titre}}",
        **_filtre(kind),
    }
    if kind.name == "regle":
        # A folder a theme.
        made |= {"nested": {"depth": 2, "subfolders": False}, "meta": {"path": {"label": "Dossier : le premier thème"}}}
    # Links and figures between braces are ours: the raw text keeps them as they are.
    body = {"name": "body", "label": "Texte", "widget": "markdown", "modes": ["raw"], "required": False}
    return made | {"fields": [*fields, body] if page else fields}


def _filtre(kind: Kind) -> dict[str, Any]:
    """What keeps out of a folder the files that are not of this kind, or that a form cannot hold."""
    if kind.name == "parametre":
        return {"filter": {"field": "par", "value": None}}
    if kind.name in ("etape", "pratique", "avis", "outil"):
        field = {"etape": "portee", "pratique": "statut", "avis": "statut", "outil": "portee"}[kind.name]
        return {"filter": {"field": field, "pattern": ".+"}}
    return {"filter": {"field": "ordre", "pattern": ".+"}} if kind.name == "module" else {}


@dataclass(frozen=True, slots=True)
class Formulaire:
    """The form of a schema; `ids` are the subjects that exist, by kind, as their own schema gives them."""

    ids: Mapping[str, Any]
    schema: Mapping[str, Any]

    @property
    def champs(self) -> list[Champ] | None:
        """Its fields; None when a form cannot hold one that must be there."""
        return self._champs(self.schema)

    def _champs(self, schema: Mapping[str, Any]) -> list[Champ] | None:
        found = []
        for name, form in schema["properties"].items():
            widget, required = self._widget(name, form), name in schema["required"]
            if widget is None and required:
                return None
            if widget is not None:
                field = {"name": name, "label": form["title"], "hint": form["description"], **widget}
                usual = {"default": form["default"]} if "default" in form else {}
                found.append({**field, "required": required, **usual})
        return found

    def _widget(self, name: str, form: Mapping[str, Any]) -> Champ | None:
        """None for what a form cannot hold."""
        if "anyOf" in form:
            return self._widget(name, form["anyOf"][0])
        if "$ref" in form:
            target = form["$ref"].rsplit("/", 1)[1]
            if form["$ref"].startswith("#"):
                fields = self._champs(self.schema["$defs"][target])
                return None if fields is None else {"widget": "object", "fields": fields}
            return self._citation(target)
        if "enum" in form:
            labels = zip(form["enum"], form["enumDescriptions"], strict=True)
            return {
                "widget": "select",
                "options": [{"label": f"{word} : {sens}", "value": word} for word, sens in labels],
            }
        match form.get("type"):
            case "array":
                return self._liste(name, form)
            case "object":
                return {"widget": "keyvalue"} if form["additionalProperties"].get("type") == "string" else None
            case "string":
                return _texte(name, form)
            case "boolean":
                return {"widget": "boolean", "default": False}
            case "integer" | "number" as number:
                bounds = {short: form[long] for short, long in (("min", "minimum"), ("max", "maximum")) if long in form}
                return {"widget": "number", "value_type": "int" if number == "integer" else "float", "step": 1} | bounds
        return None

    def _liste(self, name: str, form: Mapping[str, Any]) -> Champ | None:
        items = form["items"]
        least = {"min": form["minItems"]} if "minItems" in form else {}
        most = {"max": form["maxItems"]} if "maxItems" in form else {}
        inside = self._widget(name, items)
        if inside is None:
            return None
        if inside["widget"] in ("relation", "select"):
            return {**inside, "multiple": True, **least, **most}
        if inside["widget"] == "object":
            return {"widget": "list", "fields": inside["fields"], "collapsed": True, **least, **most}
        field = {"name": name, "label": form.get("title", "Groupe"), **inside}
        return {"widget": "list", "field": field, **least, **most}

    def _citation(self, kind: str) -> Champ:
        """The subjects that can be cited: those that the forms list, else those that exist today."""
        if kind in DANS_UN_FICHIER:
            file, table, key, words = DANS_UN_FICHIER[kind]
            value, shown = f"{table}.*.{key}", f"{table}.*.{words}"
            return {"widget": "relation", "collection": "_singletons", "file": file, "value_field": value} | {
                "display_fields": [shown],
                "search_fields": [value, shown],
            }
        cited = next((one for one in KINDS if one.name == kind), None)
        listed = cited is not None and kind in NOMS and kind not in ("parametre", "mesure")
        if cited is None or not listed:
            known = self.ids[kind].get("anyOf", [self.ids[kind]])[0]
            labels = zip(known.get("enum", ()), known.get("enumDescriptions", ()), strict=True)
            return {
                "widget": "select",
                "options": [{"label": f"{code} : {title}", "value": code} for code, title in labels],
            }
        value = cited.id or "{{slug}}"
        return {"widget": "relation", "collection": kind, "value_field": value} | {
            "display_fields": ["titre"],
            "search_fields": ["titre", value],
        }


def _texte(name: str, form: Mapping[str, Any]) -> Champ:
    if form.get("format") == "date":
        return {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"}
    if "pattern" in form:
        return {"widget": "string", "pattern": [form["pattern"], "La forme n’est pas celle qui est attendue."]}
    return {"widget": "string" if name in COURTS else "text"}
