"""The same sources on the same day give the same site, byte for byte, whatever the machine, or a spoiled cache."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from petit_memento import BASE, memento_entier

from generator.adapters.fabrication import lire_fabrication
from generator.adapters.sommes import SOMMES, ecarts, lire_sommes

RACINE = BASE.parents[2]
EPOQUE = {"SOURCE_DATE_EPOCH": "1795392000", "PYTHONPATH": str(RACINE)}
# 26 hours apart: never the same local day.
EST = {"TZ": "AAA-14", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
OUEST = {
    "TZ": "BBB+12",
    "LC_ALL": "C",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
    "PYTHONHASHSEED": "4242",
    "LANGUAGE": "de",
}
# Another day for whoever reads the clock: that of the epoch alone must be read.
HORLOGE = """
import time
reelle = time.time
time.time = lambda: reelle() + 400 * 86400
"""
LANCER = "import runpy, sys; exec(sys.argv.pop(1)); runpy.run_module('generator.adapters.cli', run_name='__main__')"


def lancer(
    root: Path, *mots: str, env: Mapping[str, str], masque: int = 0o022, cwd: Path | None = None, avant: str = ""
) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", LANCER, avant, "--racine", str(root), *mots]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    return subprocess.Popen(
        command,
        env={**kept, **EPOQUE, **env},
        cwd=cwd,
        umask=masque,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def attendre(process: "subprocess.Popen[str]") -> str:
    _, told = process.communicate(timeout=240)
    assert process.returncode == 0, told
    assert "Traceback" not in told
    return told


def modes(site: Path) -> dict[str, int]:
    return {str(path.relative_to(site)): path.stat().st_mode for path in site.rglob("*")}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two copies of a mémento, written in another order and dated otherwise, built at the same time."""
    here, there = tmp_path_factory.mktemp("ici"), tmp_path_factory.mktemp("ailleurs")
    memento_entier(here)
    for path in sorted(here.rglob("*"), reverse=True):
        if path.is_file():
            copy = there / "un dossier éloigné" / path.relative_to(here)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, copy)
            os.utime(copy, (981173106, 981173106))
    far = there / "un dossier éloigné"
    first = lancer(here, "construire", env=EST, cwd=Path("/"))
    second = lancer(far, "construire", env=OUEST, masque=0o077, cwd=far, avant=HORLOGE)
    attendre(first)
    attendre(second)
    return here / "site", far / "site"


def test_two_machines_make_the_same_files_with_the_same_modes(sites: tuple[Path, Path]) -> None:
    here, there = sites
    assert ecarts(here) == []
    assert ecarts(there) == []
    one, other = lire_sommes(here), lire_sommes(there)
    assert one is not None
    assert other is not None
    assert {path for path in one if other.get(path) != one[path]} == set()
    assert (here / SOMMES).read_bytes() == (there / SOMMES).read_bytes()
    assert modes(here) == modes(there)


def test_build_json_says_what_the_site_was_made_from_and_nothing_of_the_machine(sites: tuple[Path, Path]) -> None:
    made = lire_fabrication(sites[0])
    assert made is not None
    assert made["etat_au"] == "2026-11-23"
    assert made["pages"] == sum(path.name == "index.html" for path in sites[0].rglob("*.html"))
    assert made["contenu"]["regles"] == 1
    assert (made["commit"], made["modifie"], made["brouillon"]) == (None, None, None)
    text = (sites[0] / "build.json").read_text(encoding="utf-8")
    assert str(sites[0].parent) not in text
    assert os.uname().nodename not in text.split('"')


def test_the_sum_of_the_sources_is_found_again_with_the_tools_of_any_system(sites: tuple[Path, Path]) -> None:
    listed = "find content mkdocs.yml rules site_theme -type f -not -path '*/.*' | LC_ALL=C sort"
    script = f"{listed} | xargs sha256sum | sha256sum"
    found = subprocess.run(["sh", "-c", script], cwd=sites[0].parent, capture_output=True, text=True, check=True)
    made = lire_fabrication(sites[0])
    assert made is not None
    assert made["sources_sha256"] == found.stdout.split()[0]


def abimer(path: Path, rang: int) -> None:
    """One of the ways in which what was kept can be spoiled."""
    data = path.read_bytes()
    path.unlink()
    if rang % 4 == 0:
        path.write_bytes(b"\0[" * 50_000)
    elif rang % 4 == 1:
        path.write_bytes(data[: len(data) // 2])
    elif rang % 4 == 2:
        path.mkdir()
    else:
        path.symlink_to("/nulle/part")


def test_what_was_kept_and_is_spoiled_is_made_again(sites: tuple[Path, Path]) -> None:
    root = sites[0].parent
    attendre(lancer(root, "verifier", env=EST))
    kept = sorted(path for path in (root / ".memento").rglob("*") if path.is_file())
    assert kept
    for rang, path in enumerate(kept):
        abimer(path, rang)
    before = (root / "site" / SOMMES).read_bytes()
    checked = lancer(root, "verifier", env=EST)
    attendre(lancer(root, "construire", env=EST))
    attendre(checked)
    assert ecarts(root / "site") == []
    assert (root / "site" / SOMMES).read_bytes() == before
