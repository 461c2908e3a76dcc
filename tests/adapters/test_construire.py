"""`memento construire` has the rules compiled while it reads its own code."""

import os
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.commands.build import build
from mkdocs.config import load_config
from petit_memento import modifier, petit_memento, vraies_regles

from generator import load, pipeline
from generator.adapters.cli import memento
from generator.adapters.construire import AUTRES, commencer
from generator.adapters.moteurs import MOTEURS
from generator.resolve import KnowledgeBase

RACINE = Path(__file__).parents[2]


def test_the_engines_that_may_be_asked_for_are_those_that_there_are() -> None:
    assert tuple(MOTEURS) == AUTRES


def test_the_rules_are_compiled_in_other_processes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = petit_memento(tmp_path / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    here = os.getpid()

    def ailleurs(module: object, name: str) -> None:
        function = getattr(module, name)

        def appeler(*arguments: object) -> object:
            assert os.getpid() != here, name
            return function(*arguments)

        monkeypatch.setattr(module, name, appeler)

    ailleurs(load, "read_document")
    for stage in ("validate_documents", "resolve_catalogue", "compile_calculateurs"):
        ailleurs(pipeline, stage)
    words = ("--racine", str(root), "construire", "--sans-documents", "--sortie", str(tmp_path / "site"))
    result = CliRunner().invoke(memento, words)
    assert result.exit_code == 0, result.output


def test_what_is_compiled_beside_is_what_is_compiled_here() -> None:
    read, compiled = commencer(RACINE)
    found, here = compiled.prendre(), vraies_regles()
    assert list(found.report) == list(here.report)
    assert found.programs == here.programs
    for one in fields(KnowledgeBase):
        assert getattr(found.base, one.name) == getattr(here.base, one.name), one.name
        assert repr(getattr(found.base, one.name)) == repr(getattr(here.base, one.name)), one.name
    read.abandonner()


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
