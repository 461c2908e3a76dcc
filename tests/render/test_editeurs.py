"""What editors are told of the repository."""

import configparser
import json
from fnmatch import fnmatch
from pathlib import Path

from petit_memento import vrais_documents

from generator.render.exports.editeurs import REGLAGES, fichiers_des_editeurs
from generator.validate.kinds import kind_of

RACINE = Path(__file__).parents[2]


def test_every_yaml_file_has_one_schema_in_the_editor() -> None:
    places = json.loads(fichiers_des_editeurs()[REGLAGES])["yaml.schemas"]
    assert all((RACINE / schema).is_file() for schema in places)
    for document in vrais_documents():
        if document.path.endswith(".yaml"):
            found = [schema for schema, globs in places.items() if any(fnmatch(document.path, one) for one in globs)]
            known = kind_of(document.path)
            assert known is not None
            assert found == [f"./schemas/{known[0].name}.json"], document.path


def test_the_editor_asks_nothing_of_the_network() -> None:
    settings = fichiers_des_editeurs()[REGLAGES].decode()
    assert '"yaml.schemaStore.enable": false' in settings
    assert "http" not in settings


def test_two_spaces_and_plain_line_ends_are_asked_for_except_where_files_are_wrong_on_purpose() -> None:
    text = (RACINE / ".editorconfig").read_text(encoding="utf-8")
    config = configparser.ConfigParser()
    config.read_string(text.replace("root = true\n", "", 1))
    assert (config["*"]["indent_size"], config["*"]["end_of_line"], config["*"]["charset"]) == ("2", "lf", "utf-8")
    assert set(config["tests/corpus/**"].values()) == {"unset"}
    assert json.loads((RACINE / ".vscode" / "extensions.json").read_text(encoding="utf-8"))["recommendations"]
