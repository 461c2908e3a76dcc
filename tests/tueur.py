"""A process that starts publications, each in a child that kills itself at a chosen moment.

A moment is a change or a reading of the folder that is being published, or a line of the module that publishes it. It
is chosen by its phase and its rank in it, so that the same moment comes at each run. Libraries are read once: only what
is killed costs.
"""

import json
import os
import signal
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from subprocess import PIPE, Popen
from types import FrameType
from typing import Any

RACINE = Path(__file__).parents[1]
# The functions that a phase goes through; what is in none of them is the writing.
PHASES = {
    "_reprendre": "reprise",
    "sceller": "scellement",
    "controler": "contrôles",
    "ecrire_sur_le_disque": "disque",
    "_installer": "échange",
    "rmtree": "balayage",
}
SUIVIES = ("_reprendre", "ecrire_sur_le_disque", "_installer")
GESTES = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "os.scandir", "os.listdir", "open")
JOUR, PATIENCE = 1795392000, 120


class Tueur:
    """What a test asks of the process."""

    def __init__(self, process: "Popen[str]") -> None:
        self.process = process

    def publier(self, version: int) -> dict[str, int]:
        """Publish to the end; the number of moments of each phase."""
        answer = self._demander({"version": version})
        assert answer["statut"] == 0
        return dict(answer["moments"])

    def tuer(self, version: int, phase: str, rang: int) -> None:
        answer = self._demander({"version": version, "phase": phase, "rang": rang})
        assert answer["statut"] == -signal.SIGKILL, f"{phase} n'a pas de moment {rang}"

    def _demander(self, request: dict[str, Any]) -> dict[str, Any]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{json.dumps(request)}\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer


@contextmanager
def tueur(genre: str, cible: Path) -> Iterator[Tueur]:
    """`vrai` runs `memento construire` on the mémento that `cible` is in, `boucle` publishes a few pages alone."""
    own = {**os.environ, "PYTHONPATH": str(RACINE)}
    command = [sys.executable, __file__, genre, str(cible)]
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=own) as process:
        yield Tueur(process)
        assert process.stdin is not None
        process.stdin.close()


class Compteur:
    """Counts the moments of each phase, and kills at the one that was asked."""

    def __init__(self, phase: str | None, rang: int) -> None:
        self.fatal, self.vus = (phase, rang), Counter[str]()

    def moment(self, frame: FrameType | None) -> None:
        phase = "écriture"
        while frame is not None:
            phase = PHASES.get(frame.f_code.co_name, phase)
            frame = frame.f_back
        self.vus[phase] += 1
        if (phase, self.vus[phase]) == self.fatal:
            os.kill(os.getpid(), signal.SIGKILL)

    def geste(self, event: str, arguments: tuple[Any, ...]) -> None:
        # `rmtree` walks by descriptors: the names that it removes do not tell where they are.
        if event in GESTES and (event in ("os.remove", "os.rmdir") or ".brouillon" in str(arguments[0])):
            self.moment(sys._getframe(1))

    def suivre(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, watched line by line; tracing a whole build would make it three times slower."""

        def suivie(*arguments: Any) -> Any:
            sys.settrace(self.ligne)
            try:
                return function(*arguments)
            finally:
                sys.settrace(None)

        return suivie

    def ligne(self, frame: FrameType, event: str, _: Any) -> Callable[..., Any] | None:
        if not frame.f_code.co_filename.endswith("adapters/publication.py"):
            return None
        if event == "line":
            self.moment(frame)
        return self.ligne


def _boucle(cible: Path, version: int) -> None:
    from generator.adapters.controle import controler
    from generator.adapters.fabrication import GENERATEUR, sceller
    from generator.adapters.publication import publication

    with publication(cible) as brouillon:
        for rang in range(8):
            (brouillon / str(rang)).mkdir()
            (brouillon / str(rang) / "index.html").write_text(f"<p>page {rang} de {version}", encoding="utf-8")
        sceller(brouillon, {"generateur": GENERATEUR, "pages": 8})
        controler(brouillon)


def _sans_echange(cible: Path, version: int) -> None:
    """As on a system that cannot swap two folders."""
    from generator.adapters import publication

    publication._en_un_appel = lambda *_: False
    _boucle(cible, version)


def _vrai(cible: Path, version: int) -> None:
    from generator.adapters.cli import memento

    # Two days, two sites.
    os.environ["SOURCE_DATE_EPOCH"] = str(JOUR + version * 86400)
    try:
        memento(["--racine", str(cible.parent), "construire"])
    except SystemExit as stop:
        if stop.code:
            raise


def _servir(publier: Callable[[Path, int], None], cible: Path) -> None:
    from generator.adapters import publication

    for line in sys.stdin:
        request = json.loads(line)
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            # Whatever happens, a test never waits for ever.
            signal.alarm(PATIENCE)
            status = 1
            try:
                counter = Compteur(request.get("phase"), request.get("rang", 0))
                for name in SUIVIES:
                    setattr(publication, name, counter.suivre(getattr(publication, name)))
                sys.addaudithook(counter.geste)
                publier(cible, request["version"])
                os.write(writer, json.dumps(counter.vus).encode())
                status = 0
            finally:
                os._exit(status)
        os.close(writer)
        with os.fdopen(reader) as pipe:
            moments = json.loads(pipe.read() or "{}")
        _, status = os.waitpid(child, 0)
        print(json.dumps({"statut": os.waitstatus_to_exitcode(status), "moments": moments}), flush=True)


if __name__ == "__main__":
    # Read here, once for all children; but for a library that starts threads, which a child would not have.
    for name in ("lunr", "mkdocs.commands.build", "generator.adapters.cli", "generator.adapters.controle"):
        import_module(name)
    assert "minify" not in sys.modules
    signal.alarm(10 * PATIENCE)
    genres = {"boucle": _boucle, "sans-echange": _sans_echange, "vrai": _vrai}
    _servir(genres[sys.argv[1]], Path(sys.argv[2]))
