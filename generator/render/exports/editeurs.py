"""What a text editor needs to know: which schema for which file, and how files are written."""

import json

from generator.render.exports.schemas import DOSSIER, glob
from generator.validate.kinds import KINDS

REGLAGES = ".vscode/settings.json"


def fichiers_des_editeurs() -> dict[str, bytes]:
    """By path from the root. Nothing is asked of the network: schemas are those of the repository."""
    places = {f"./{DOSSIER}/{kind.name}.json": [glob(kind)] for kind in KINDS if glob(kind).endswith(".yaml")}
    settings = {
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "files.trimTrailingWhitespace": True,
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.detectIndentation": False},
        "[markdown]": {"editor.insertSpaces": True, "editor.tabSize": 2, "files.trimTrailingWhitespace": True},
        "yaml.yamlVersion": "1.2",
        "yaml.schemaStore.enable": False,
        # The formatter would fold and unfold texts: differences that change nothing.
        "yaml.format.enable": False,
        "yaml.schemas": places,
    }
    return {REGLAGES: (json.dumps(settings, ensure_ascii=False, indent=2) + "\n").encode()}
