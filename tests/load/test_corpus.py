"""Each folder `MEM0…` of the corpus is a tiny repository that does not load, with the report it must get."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.load import load_documents, load_verrou
from generator.load.codes import CODES

INVALIDES = Path(__file__).parent.parent / "corpus" / "invalides"
FOLDERS = sorted(INVALIDES.glob("MEM0*"))


def _too_big(root: Path) -> None:
    (root / "rules/themes.yaml").write_bytes(b"#" * (1024 * 1024 + 1))


def _symlink(root: Path) -> None:
    (root / "rules/themes.yaml").symlink_to("/etc/hostname")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "rules/themes.yaml")


# What a repository cannot hold.
MADE: dict[str, tuple[Callable[[Path], None], str]] = {
    "MEM010": (_too_big, "rules/themes.yaml:1:1: MEM010 ce fichier dépasse 1 Mio"),
    "MEM022": (_symlink, "rules/themes.yaml:1:1: MEM022 lien symbolique"),
    "MEM024": (_pipe, "rules/themes.yaml:1:1: MEM024 ce n'est pas un fichier ordinaire"),
}


def _report(root: Path) -> list[str]:
    report = load_documents(root).report + load_verrou(root).report
    return [f"{item.location}: {item.code} {item.message}" for item in report]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_report_is_the_one_expected(folder: Path) -> None:
    assert _report(folder) == (folder / "attendu.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_folder_is_about_its_code(folder: Path) -> None:
    assert folder.name[:6] in (folder / "attendu.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("code", MADE)
def test_what_git_cannot_hold_is_refused(code: str, tmp_path: Path) -> None:
    make, expected = MADE[code]
    (tmp_path / "rules").mkdir()
    make(tmp_path)
    assert _report(tmp_path) == [expected]


@pytest.mark.parametrize("code", [code.code for code in CODES])
def test_every_code_has_a_case(code: str) -> None:
    assert code in MADE or any(folder.name.startswith(f"{code}-") for folder in FOLDERS)
