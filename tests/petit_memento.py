"""A small mémento to break: the files of tests/corpus/base, with some of them replaced."""

import shutil
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.load import Connus, Document, load_documents
from generator.pipeline import Build, build, compile_rules, verify
from generator.render.commande import Memoire

RACINE = Path(__file__).parents[1]
BASE = RACINE / "tests" / "corpus" / "base"
AUJOURD_HUI = date(2026, 11, 23)


def petit_memento(dossier: Path, fichiers: Mapping[str, str] | None = None, surcouche: Path | None = None) -> Path:
    """Copy the base into `dossier`, then a folder over it (not what mends it), then texts by path."""
    shutil.copytree(BASE, dossier, dirs_exist_ok=True)
    if surcouche:
        shutil.copytree(surcouche, dossier, dirs_exist_ok=True, ignore=shutil.ignore_patterns("attendu.txt", "remede"))
    for path, text in (fichiers or {}).items():
        target = dossier / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return dossier


def memento_entier(dossier: Path, surcouche: Path | None = None) -> Path:
    """A small mémento under the real configuration and the real theme, that `memento construire` builds."""
    root = petit_memento(dossier, surcouche=surcouche)
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    return root


def modifier(dossier: Path, chemin: str, ancien: str, nouveau: str) -> None:
    """Replace a piece of a file, which must be there exactly once."""
    target = dossier / chemin
    text = target.read_text(encoding="utf-8")
    assert text.count(ancien) == 1, f"« {ancien} » doit figurer une fois dans {chemin}"
    target.write_text(text.replace(ancien, nouveau), encoding="utf-8")


# The tests of the whole mémento run in one process, and share it.
avec_le_vrai = pytest.mark.xdist_group("vrai-memento")


# What that process remembers of it.
MEMOIRE = Memoire()
_CONNUS: Connus = {}


@cache
def vrai_memento() -> Build:
    """The mémento itself, built once as on the day of the tests."""
    return build(RACINE, AUJOURD_HUI, MEMOIRE)


@cache
def vrais_documents() -> tuple[Document, ...]:
    """The files of the mémento itself, read once for each process of the tests: nothing changes them."""
    return load_documents(RACINE, _CONNUS).value


@cache
def vraies_regles() -> Build:
    """The rules of the mémento itself, compiled once for each process of the tests."""
    vrais_documents()
    return compile_rules(RACINE, _CONNUS)


def batir(dossier: Path) -> Build:
    """Build it as on the day of the tests."""
    return build(dossier, AUJOURD_HUI)


def relire(dossier: Path) -> Build:
    """Verify it as on the day of the tests: without any page, in a fraction of the time."""
    return verify(dossier, AUJOURD_HUI)


def lignes(built: Build) -> list[str]:
    """The report, a line a diagnostic."""
    return [f"{item.location}: {item.code} {item.message}" for item in built.report]
