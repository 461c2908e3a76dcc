"""`make` installs once; what was interrupted is done again by the same command."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

RACINE = Path(__file__).parents[1]
# Stands for python3: makes a .venv whose python has pip, unless it is told where to stop.
FAUX = """#!/bin/sh
case "$*" in
  "-m venv .venv") mkdir -p .venv/bin && cp "$0" .venv/bin/python; [ "$ARRET" = venv ] && exit 1; touch .venv/pip;;
  "-m pip --version") [ -e .venv/pip ];;
  "-m pip install"*) echo installé >> installations; [ "$ARRET" != pip ];;
esac
"""


@pytest.fixture
def depot(tmp_path: Path) -> Path:
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(RACINE / name, tmp_path / name)
    (tmp_path / "python").write_text(FAUX, encoding="utf-8")
    (tmp_path / "python").chmod(0o755)
    return tmp_path


def installer(depot: Path, arret: str = "") -> "subprocess.CompletedProcess[str]":
    command = ["make", ".venv/.pret", f"PYTHON={depot}/python"]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        command, cwd=depot, env={**kept, "ARRET": arret}, capture_output=True, text=True, check=False, timeout=60
    )


def installations(depot: Path) -> int:
    done = depot / "installations"
    return len(done.read_text(encoding="utf-8").splitlines()) if done.exists() else 0


def test_what_is_installed_is_not_installed_again(depot: Path) -> None:
    assert [installer(depot).returncode, installer(depot).returncode] == [0, 0]
    assert installations(depot) == 1


def test_a_download_that_stops_is_told_and_taken_up_by_the_same_command(depot: Path) -> None:
    stopped = installer(depot, "pip")
    assert stopped.returncode != 0
    assert "L'installation n'est pas allée au bout. Relancez la même commande" in stopped.stdout
    assert not (depot / ".venv" / ".pret").exists()
    assert installer(depot).returncode == 0
    assert installations(depot) == 2


def test_an_environment_without_pip_was_interrupted_and_is_made_again(depot: Path) -> None:
    (depot / ".venv" / "bin").mkdir(parents=True)
    shutil.copy(depot / "python", depot / ".venv" / "bin" / "python")
    assert installer(depot).returncode == 0
    assert (depot / ".venv" / "pip").exists()


def test_an_environment_that_cannot_be_made_leaves_nothing_half_made(depot: Path) -> None:
    stopped = installer(depot, "venv")
    assert stopped.returncode != 0
    assert "python3-venv" in stopped.stdout
    assert not (depot / ".venv").exists()
