"""`memento construire` reads the files while it reads its own code."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from petit_memento import modifier, petit_memento

from generator import load
from generator.adapters.cli import memento
from generator.adapters.construire import AUTRES, lire
from generator.adapters.moteurs import MOTEURS

RACINE = Path(__file__).parents[2]


def test_the_engines_that_may_be_asked_for_are_those_that_there_are() -> None:
    assert tuple(MOTEURS) == AUTRES


def test_the_files_are_read_in_another_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = petit_memento(tmp_path / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    here, read = os.getpid(), load.read_document

    def ailleurs(path: str, data: bytes) -> object:
        assert os.getpid() != here, path
        return read(path, data)

    monkeypatch.setattr(load, "read_document", ailleurs)
    words = ("--racine", str(root), "construire", "--sans-documents", "--sortie", str(tmp_path / "site"))
    result = CliRunner().invoke(memento, words)
    assert result.exit_code == 0, result.output


def test_a_file_that_changes_meanwhile_is_read_again(tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "memento")
    known = lire(root)
    page = root / "content/index.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nUn mot de plus.\n", encoding="utf-8")
    found = load.load_documents(root, known).value
    assert next(one for one in found if one.path == "content/index.md").body.endswith("Un mot de plus.\n")
    assert {one.path for one in found} == set(known)


@pytest.mark.parametrize("aboutit", [True, False])
def test_what_was_read_for_a_build_serves_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, aboutit: bool
) -> None:
    """MkDocs keeps its plugins from one configuration to the next, in one process; a build may end before it reads."""
    root = petit_memento(tmp_path / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    words = ("--racine", str(root), "construire", "--sans-documents", "--sortie", str(tmp_path / "site"))
    with monkeypatch.context() as patch:
        if not aboutit:
            patch.setattr("generator.adapters.construction.mkdocs_build", lambda _: None)
        assert (CliRunner().invoke(memento, words).exit_code == 0) is aboutit
    modifier(root, "content/index.md", "titre: ", "titre: Autre ")
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / "autre"))
    config.plugins["memento"].config["documents"] = False
    build(config)
    assert "Autre " in (tmp_path / "autre/index.html").read_text(encoding="utf-8")
