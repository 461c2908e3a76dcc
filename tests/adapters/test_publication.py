"""A folder is published whole or not at all."""

import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from generator.adapters.publication import publication


def lire(cible: Path) -> str:
    return (cible / "page.html").read_text(encoding="utf-8")


def publier(cible: Path, texte: str) -> None:
    with publication(cible) as brouillon:
        (brouillon / "page.html").write_text(texte, encoding="utf-8")


def test_a_first_publication_creates_the_folder(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    assert lire(tmp_path / "site") == "un"


def test_a_new_publication_replaces_the_old_one_and_leaves_nothing_beside(tmp_path: Path) -> None:
    publier(tmp_path / "site", "un")
    publier(tmp_path / "site", "deux")
    assert lire(tmp_path / "site") == "deux"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_failure_leaves_the_old_folder_whole(tmp_path: Path) -> None:
    cible = tmp_path / "site"
    publier(cible, "un")

    def echouer() -> None:
        with publication(cible) as brouillon:
            (brouillon / "page.html").write_text("à moitié", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        echouer()
    assert lire(cible) == "un"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


BOUCLE = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from generator.adapters.publication import publication
    cible = Path(sys.argv[1])
    print("prêt", flush=True)
    while True:
        with publication(cible) as brouillon:
            for rang in range(20):
                (brouillon / f"{rang}.html").write_text("page", encoding="utf-8")
    """
)


@pytest.mark.parametrize("attente_ms", [0, 1, 2, 3, 5, 8, 13, 21])
def test_killed_at_any_moment_the_folder_is_whole(tmp_path: Path, attente_ms: int) -> None:
    cible = tmp_path / "site"
    with publication(cible) as brouillon:
        for rang in range(20):
            (brouillon / f"{rang}.html").write_text("page", encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-c", BOUCLE, str(cible)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "prêt\n"
    time.sleep(attente_ms / 1000)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert len(list(cible.iterdir())) == 20


def test_what_a_killed_run_left_behind_is_removed_by_the_next(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    (tmp_path / f"site.{dead.pid}.abc").mkdir()
    publier(tmp_path / "site", "un")
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_an_old_folder_left_aside_is_put_back_before_a_build_that_fails(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    aside = tmp_path / f"site.{dead.pid}.abc.ancien"
    aside.mkdir()
    (aside / "page.html").write_text("ancien", encoding="utf-8")
    with pytest.raises(RuntimeError), publication(tmp_path / "site"):
        raise RuntimeError
    assert lire(tmp_path / "site") == "ancien"


def test_the_draft_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / f"site.{os.getppid()}.abc").mkdir()
    publier(tmp_path / "site", "un")
    assert (tmp_path / f"site.{os.getppid()}.abc").exists()
