"""The configuration of the content manager offers what the models ask for."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from petit_memento import vraies_regles

from generator.render.exports.schemas import schema_de
from generator.render.exports.sveltia import CONFIGURATION
from generator.validate.kinds import KINDS

RACINE = Path(__file__).parents[2]
TEXTE = (RACINE / CONFIGURATION).read_text(encoding="utf-8")
CONFIG: Mapping[str, Any] = yaml.safe_load(TEXTE)
FORMULAIRES = {item["name"]: item for item in (*CONFIG["collections"], *CONFIG["singletons"])}
OFFERTS = [kind for kind in KINDS if kind.name in FORMULAIRES]


def manquants(schema: Mapping[str, Any], fields: list[Mapping[str, Any]], whole: Mapping[str, Any]) -> Iterator[str]:
    """The required fields of a schema that a form does not ask for, in depth."""
    asked = {field["name"]: field for field in fields}
    for name in schema["required"]:
        if name not in asked or asked[name]["required"] is not True:
            yield name
    for name, field in asked.items():
        held = schema["properties"].get(name)
        if held is not None and "fields" in field:
            one = held.get("items", held)
            one = one["anyOf"][0] if "anyOf" in one else one
            yield from (f"{name}.{found}" for found in manquants(_vise(one, whole), field["fields"], whole))


def _vise(form: Mapping[str, Any], whole: Mapping[str, Any]) -> Mapping[str, Any]:
    target: Mapping[str, Any] = whole["$defs"][form["$ref"].rsplit("/", 1)[1]]
    return target


def champs(fields: list[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    for field in fields:
        yield field
        yield from champs([*field.get("fields", ()), *([field["field"]] if "field" in field else ())])


def test_only_what_a_form_cannot_hold_is_left_to_the_text_editor() -> None:
    assert {kind.name for kind in KINDS} - set(FORMULAIRES) == {"calculateur", "couverture"}


@pytest.mark.parametrize("kind", OFFERTS, ids=lambda kind: kind.name)
def test_a_form_asks_for_every_required_field_in_french(kind: Any) -> None:
    schema = schema_de(kind)
    fields = FORMULAIRES[kind.name]["fields"]
    assert list(manquants(schema, fields, schema)) == []
    for field in fields:
        if field["name"] != "body":
            form = schema["properties"][field["name"]]
            assert (field["label"], field["hint"]) == (form["title"], form["description"])


def test_a_page_has_a_body_kept_as_it_is_written() -> None:
    body = FORMULAIRES["pratique"]["fields"][-1]
    assert (body["name"], body["widget"], body["modes"]) == ("body", "markdown", ["raw"])
    assert FORMULAIRES["regle"]["fields"][-1]["name"] != "body"


def test_what_is_cited_is_chosen_among_what_exists() -> None:
    source = next(f for f in champs(FORMULAIRES["regle"]["fields"]) if f["name"] == "source")
    assert (source["widget"], source["collection"], source["value_field"]) == ("relation", "source", "id")
    known = {item["name"] for item in CONFIG["collections"]}
    alone = {item["name"] for item in CONFIG["singletons"]}
    relations = [f for item in FORMULAIRES.values() for f in champs(item["fields"]) if f["widget"] == "relation"]
    assert len(relations) > 30
    for field in relations:
        assert field["collection"] in known or (field["collection"], field["file"] in alone) == ("_singletons", True)


def test_closed_lists_and_what_no_form_lists_are_choices() -> None:
    base = vraies_regles().base
    fields = {field["name"]: field for field in FORMULAIRES["regle"]["fields"]}
    assert [option["value"] for option in fields["siae"]["options"]] == ["ACI", "AI", "EI", "EITI", "ETTI"]
    assert [option["value"] for option in fields["mesures"]["options"]] == list(range(1, 31))
    assert [option["value"] for option in fields["calculateurs"]["options"]] == sorted(base.calculateurs)


def test_days_are_written_as_the_memento_reads_them() -> None:
    day = next(field for field in FORMULAIRES["source"]["fields"] if field["name"] == "consulte_le")
    assert (day["type"], day["format"]) == ("date", "YYYY-MM-DD")
    assert CONFIG["output"]["omit_empty_optional_fields"] is True


def test_a_parameter_whose_values_are_a_table_is_not_offered() -> None:
    assert FORMULAIRES["parametre"]["filter"] == {"field": "par", "value": None}
    assert "par" not in {field["name"] for field in FORMULAIRES["parametre"]["fields"]}


def test_each_collection_stands_where_its_files_are() -> None:
    for item in CONFIG["collections"]:
        assert (RACINE / item["folder"]).is_dir()
        assert any((RACINE / item["folder"]).rglob(f"*.{item['extension']}"))
    assert all((RACINE / item["file"]).is_file() for item in CONFIG["singletons"])


def test_it_is_data_and_names_no_one() -> None:
    assert "À COMPLÉTER" in CONFIG["backend"]["repo"]
    assert "<script" not in TEXTE
    assert "&id0" not in TEXTE
