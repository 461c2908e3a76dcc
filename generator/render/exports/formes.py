"""A model as a JSON Schema: in the order of its fields, in French, with the subjects that its fields cite."""

from collections.abc import Iterable
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import StringConstraints, WithJsonSchema
from pydantic.fields import FieldInfo

from generator.model import Choix, Modele, VersionDeSource
from generator.resolve.citations import CHAMPS

IDENTIFIANTS = "identifiants.json"
SIMPLES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    NoneType: {"type": "null"},
}

# Texts that are said in one line.
COURTS = frozenset(
    {"titre", "abrege", "numero", "identifiant", "url", "licence", "unite", "annee", "sigle", "nom", "code", "version"}
    | {"precision", "libelle", "id", "adresse", "contact", "depot", "par", "outil", "referentiel", "realise_par"}
)

Forme = dict[str, Any]
# The models that others hold, by the name of their class: filled on the way.
Parties = dict[str, Any]


def forme_du_modele(model: type[Modele], parts: Parties) -> Forme:
    """An object that knows all its fields, those of the model itself before those that it inherits."""
    names = [*(name for name in model.model_fields if name in model.__annotations__), *model.model_fields]
    fields = {name: model.model_fields[name] for name in dict.fromkeys(names)}
    return {
        "title": model.model_config.get("title"),
        "type": "object",
        "properties": {name: _forme_du_champ(model, name, field, parts) for name, field in fields.items()},
        "required": [name for name, field in fields.items() if field.is_required()],
        "additionalProperties": False,
    }


def cite(model: type[Modele], name: str) -> str | None:
    """The kind of subject that a field cites. The law that made a version of a source is said in words."""
    return None if (model, name) == (VersionDeSource, "par") else CHAMPS.get(name)


def _forme_du_champ(model: type[Modele], name: str, field: FieldInfo, parts: Parties) -> Forme:
    made: Forme = {"title": field.title, "description": field.description}
    made |= _forme(field.annotation, field.metadata, parts, cite(model, name))
    # What is left out is empty or false: only a word is worth telling.
    if isinstance(field.default, Choix):
        made["default"] = field.default.value
    return made | ({"examples": field.examples} if field.examples else {})


def _forme(annotation: Any, metadata: Iterable[Any], parts: Parties, kind: str | None) -> Forme:
    """The form of a type under its constraints; TypeError for one that no file may hold."""
    written = next((item.json_schema for item in metadata if isinstance(item, WithJsonSchema)), None)
    if written is not None:
        return dict(written)
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _forme(arguments[0], [*arguments[1:], *metadata], parts, kind)
    if origin in (Union, UnionType):
        return {"anyOf": [_forme(item, () if item is NoneType else metadata, parts, kind) for item in arguments]}
    if origin is tuple:
        return {"type": "array", "items": _forme(arguments[0], (), parts, kind)} | _bornes(metadata, "Items")
    if origin is dict:
        values = _forme(arguments[1], (), parts, None)
        return {"type": "object", "additionalProperties": values} | _bornes(metadata, "Properties")
    if kind and annotation in (str, int):
        return {"$ref": f"{IDENTIFIANTS}#/$defs/{kind}"}
    if isinstance(annotation, type) and issubclass(annotation, Choix):
        words = list(annotation)
        return {"enum": [word.value for word in words], "enumDescriptions": [word.sens for word in words]}
    if isinstance(annotation, type) and issubclass(annotation, Modele):
        return _reference(annotation, parts)
    if annotation not in SIMPLES:
        raise TypeError(f"aucune forme pour {annotation}")
    return SIMPLES[annotation] | (_bornes(metadata, "Length") if annotation is str else _etendue(metadata))


def _reference(model: type[Modele], parts: Parties) -> Forme:
    if model.__name__ not in parts:
        # Its place is taken before its fields are: they come after it, in the order of reading.
        parts[model.__name__] = {}
        parts[model.__name__] = forme_du_modele(model, parts)
    return {"$ref": f"#/$defs/{model.__name__}"}


def _bornes(metadata: Iterable[Any], what: str) -> Forme:
    """How long a text is, how many things a list or a table holds."""
    made: Forme = {}
    for item in metadata:
        match item:
            case MinLen(minimum):
                made[f"min{what}"] = minimum
            case MaxLen(maximum):
                made[f"max{what}"] = maximum
            case StringConstraints(min_length=minimum, pattern=pattern):
                made |= {"minLength": minimum} if minimum else {}
                made |= {"pattern": pattern} if pattern else {}
    return made


def _etendue(metadata: Iterable[Any]) -> Forme:
    made: Forme = {}
    for item in metadata:
        match item:
            case Ge(minimum):
                made["minimum"] = minimum
            case Le(maximum):
                made["maximum"] = maximum
    return made
