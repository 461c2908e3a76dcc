"""One command in a fresh process, measured with all that it starts.

Time and processor: those that the kernel counts for the process and for the children that it has waited for (wait4, in
a launcher small enough not to be counted with it).
Memory: the greatest of two. The resident set of the biggest single process, which the kernel keeps exactly; and the sum
over the tree, seen five times a second, each page shared by several processes counted once among them (Pss).
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

LANCEUR = Path(__file__).with_name("lanceur.py")
PAS = 0.2
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Passage:
    """Seconds, and bytes at the peak. `code` is None when it was cut after `duree` seconds."""

    duree: float
    processeur: float
    memoire: int
    code: int | None

    @property
    def reussi(self) -> bool:
        return self.code == 0


def mesurer(commande: Sequence[str], dossier: Path, journal: Path, delai: float, env: Mapping[str, str]) -> Passage:
    """Run a command to its end, or cut it, with all that it started, after `delai` seconds."""
    counts = journal.with_suffix(".compte")
    counts.unlink(missing_ok=True)
    # What was written before is on the disk: nobody pays for the writing of another.
    os.sync()
    with journal.open("wb") as log:
        start = time.monotonic()
        # A session of its own: what it starts is seen, and cut, with it.
        process = subprocess.Popen(
            (sys.executable, "-I", "-S", str(LANCEUR), str(counts), *commande),
            cwd=dossier,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
        watch = _Veille(process.pid, start + delai)
        watch.start()
        try:
            process.wait()
        finally:
            watch.finir()
            # Whoever stops the bench stops what it runs.
            couper(process.pid)
    if watch.coupe:
        return Passage(time.monotonic() - start, 0, watch.pic, None)
    if not counts.is_file():
        return Passage(time.monotonic() - start, 0, watch.pic, process.returncode)
    spent, processor, peak, status = counts.read_text(encoding="ascii").split()
    return Passage(float(spent), float(processor), max(int(peak) * 1024, watch.pic), int(status))


class _Veille(threading.Thread):
    """Looks at a process and at all that it starts until told to stop; cuts them when it is time."""

    def __init__(self, pid: int, fin: float) -> None:
        super().__init__(daemon=True)
        self.pid, self.fin = pid, fin
        self.pic, self.coupe = 0, False
        self._arret = threading.Event()

    def run(self) -> None:
        while not self._arret.wait(PAS):
            self.pic = max(self.pic, sum(memoire(pid) for pid in session(self.pid) if pid != self.pid))
            if time.monotonic() >= self.fin and not self.coupe:
                self.coupe = True
                couper(self.pid)

    def finir(self) -> None:
        self._arret.set()
        self.join()


def couper(pid: int) -> None:
    """End a process that leads its group, and its group."""
    try:
        os.killpg(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def session(pid: int) -> tuple[int, ...]:
    """The processes of the session that a process leads: all that it started and that did not leave it."""
    return tuple(int(entry.name) for entry in PROC.iterdir() if entry.name.isdigit() and _session(entry) == pid)


def memoire(pid: int) -> int:
    """The bytes of memory that a process takes, its share of what is shared; 0 once it has ended."""
    try:
        lines = (PROC / str(pid) / "smaps_rollup").read_text(encoding="ascii").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))


def _session(entry: Path) -> int | None:
    try:
        told = (entry / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    # After the name of the command, which may hold anything: state, parent, group, session.
    return int(told.rpartition(")")[2].split()[3])
