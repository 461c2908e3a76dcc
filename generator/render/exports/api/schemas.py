"""The JSON Schemas of the files, from the models that write them."""

from collections.abc import Mapping

from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import to_json

from generator.render.atelier import Atelier
from generator.render.exports.api.sortie import RACINE, Fichier

DIALECTE = "https://json-schema.org/draft/2020-12/schema"
assert GenerateJsonSchema.schema_dialect == DIALECTE


def schemas(atelier: Atelier, models: Mapping[str, type[Fichier]]) -> dict[str, bytes]:
    """Each schema by its url. Unknown fields are allowed: a new one breaks no reader (ADR 0014)."""
    return {
        (url := f"{RACINE}schemas/{name}.json"): en_octets(
            {"$schema": DIALECTE, **_identite(atelier, url), **model.model_json_schema(mode="serialization")}
        )
        for name, model in models.items()
    }


def en_octets(value: object) -> bytes:
    """The bytes of a JSON file, from a model or plain values: the same for the same, readable, a newline at the end."""
    return to_json(value, indent=1) + b"\n"


def _identite(atelier: Atelier, url: str) -> dict[str, str]:
    """`$id` is an absolute address or nothing."""
    return {"$id": atelier.absolue(url)} if atelier.base.editeur.adresse else {}
