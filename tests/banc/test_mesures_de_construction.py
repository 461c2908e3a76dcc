"""A process is measured with all that it starts, and cut when it is too long."""

import os
import sys
import time
from pathlib import Path

import pytest

from bench.construction.chantier import touche
from bench.construction.poids import Poids, peser
from bench.construction.processus import Passage, mesurer
from bench.construction.statistiques import exposant

ENFANT = "import subprocess, sys; subprocess.run([sys.executable, '-c', {!r}], check=True)"


def lancer(code: str, dossier: Path, delai: float = 30) -> Passage:
    return mesurer((sys.executable, "-c", code), dossier, dossier / "journal", delai, os.environ)


def test_the_processor_that_a_child_takes_is_counted(tmp_path: Path) -> None:
    work = "import time\nwhile time.process_time() < 0.3: pass"
    run = lancer(ENFANT.format(work), tmp_path)
    assert run.reussi
    assert run.processeur >= 0.3


def test_the_memory_that_a_child_takes_is_counted(tmp_path: Path) -> None:
    run = lancer(ENFANT.format("x = bytearray(b'x') * 80_000_000"), tmp_path)
    assert 80_000_000 <= run.memoire < 300_000_000


def test_the_memory_of_who_measures_is_not_counted(tmp_path: Path) -> None:
    ballast = bytearray(b"x") * 200_000_000
    assert lancer("pass", tmp_path).memoire < 100_000_000 < len(ballast)


def test_two_processes_that_live_together_weigh_together(tmp_path: Path) -> None:
    held = "import time; x = bytearray(b'x') * 60_000_000; time.sleep(1)"
    code = f"import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', {held!r}]); exec({held!r}); p.wait()"
    assert lancer(code, tmp_path).memoire >= 120_000_000


def vit(pid: int) -> bool:
    """False for a process that is gone, or that only its parent still counts."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False


def test_what_is_too_long_is_cut_with_its_children(tmp_path: Path) -> None:
    pid = tmp_path / "pid"
    child = f"import os, time; open({str(pid)!r}, 'w').write(str(os.getpid())); time.sleep(60)"
    run = lancer(ENFANT.format(child), tmp_path, delai=0.8)
    assert run.code is None
    assert run.duree < 20
    limit = time.monotonic() + 20
    while vit(int(pid.read_text())):
        assert time.monotonic() < limit
        time.sleep(0.05)


def test_a_failure_is_told_by_its_status_and_its_words(tmp_path: Path) -> None:
    run = lancer("import sys; sys.exit('faute')", tmp_path)
    assert (run.code, run.reussi) == (1, False)
    assert "faute" in (tmp_path / "journal").read_text(encoding="utf-8")


def test_a_command_that_does_not_exist_is_a_failure(tmp_path: Path) -> None:
    run = mesurer((str(tmp_path / "absent"),), tmp_path, tmp_path / "journal", 30, os.environ)
    assert run.code not in (0, None)


def test_a_site_weighs_its_files_without_their_compressed_copies(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    for name, size in {"a/index.html": 10, "a/index.html.gz": 4, "x.css": 3, "seul.gz": 2}.items():
        (tmp_path / name).write_bytes(b"x" * size)
    assert peser(tmp_path) == Poids(octets=15, fichiers=3, html=10, compresses=4)


def test_a_word_is_written_in_a_file_for_a_while(tmp_path: Path) -> None:
    file = tmp_path / "x"
    file.write_text("enonce: Un.\n", encoding="utf-8")
    with touche(file, "mot", "enonce: "):
        assert file.read_text(encoding="utf-8") == "enonce: mot Un.\n"
    assert file.read_text(encoding="utf-8") == "enonce: Un.\n"
    with pytest.raises(ValueError, match="ne contient pas"), touche(file, "mot", "absent"):
        pass


def test_the_exponent_is_one_for_what_grows_as_the_pages_and_two_for_their_square() -> None:
    assert exposant({100: 3.0, 1_000: 30.0, 5_000: 150.0}) == pytest.approx(1)
    assert exposant({10: 100.0, 20: 400.0}) == pytest.approx(2)
    assert exposant({10: 7.0, 20: 7.0}) == pytest.approx(0)


def test_one_size_has_no_exponent() -> None:
    assert exposant({10: 7.0}) is None
    assert exposant({}) is None
