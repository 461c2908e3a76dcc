"""Mutation testing of our Python code: what the compiler and its dates do must be held by a test.

    python tests/preuve/mutations_du_code.py [--tous | --echantillon 400] [--graine 1] [--seuil 90] [FICHIER …]

pytest collects the tests once. One process learns which tests call which functions; then each mutant has a process of
its own, born of the first by `fork`, where the code of one function is replaced and the tests that call it are run
until one fails. Neither mutmut (3.8: no seed, no threshold, no list of equivalents, decorated functions left out) nor
cosmic-ray (8.7: a new Python for each mutant, some twenty libraries) does that.
"""

import argparse
import gc
import os
import pickle
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from types import FunctionType

import pytest
import yaml
from coverage import Coverage

sys.path.insert(0, str(Path(__file__).parent))

from mutants import RACINE, Mutant, code, mutants

EQUIVALENTS = Path(__file__).with_name("equivalents.yaml")
# What is mutated, and the tests that hold it.
CIBLES = {
    "compile": ("generator/compile/**/*.py",),
    "dates": ("generator/resolve/dates.py", "generator/resolve/periodes.py"),
}
TESTS = ("tests/compile", "tests/resolve", "tests/test_corpus.py")
# Of the corpus of mistakes, those that the mutated stages tell; nothing that reads the whole mémento.
CHOIX = (
    "(not test_corpus or (MEM2 or MEM3) and not verifying) "
    "and not (test_comparaison or between_two_days_of_change or from_the_pacte_to_today)"
)
# A mutant that never ends is found: seconds of computing in one test, then of waiting in all.
CALCUL_MAX, ATTENTE_MAX = 5, 600
# How often it is told that all goes well.
TOUS_LES = 50

Cle = tuple[str, str, int]
# By file and line, the ranks of the tests.
Carte = dict[tuple[str, int], list[int]]


@dataclass(frozen=True, slots=True)
class Essai:
    """What became of a mutant: `tests` is how many could have noticed it."""

    mutant: Mutant
    tue: bool
    tests: int


class Chasse:
    """A pytest plugin that runs its own loop over what was collected."""

    def __init__(self, chosen: Sequence[Mutant], dire: Callable[[str], None]) -> None:
        self.chosen, self.dire = chosen, dire
        self.essais: list[Essai] = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if session.testsfailed:
            raise session.Interrupted("les tests ne se lisent pas")
        files = {str(RACINE / mutant.fichier) for mutant in self.chosen}
        start = time.monotonic()
        carte = _dans_un_fils(lambda: cartographier(session, files))
        self.dire(f"{len(session.items)} tests, {len(carte)} lignes atteintes, {time.monotonic() - start:.0f} s")
        for essai in self.essayer(session, carte, fonctions(files)):
            self.essais.append(essai)
            if len(self.essais) % TOUS_LES == 0:
                self.dire(f"{len(self.essais)} mutants sur {len(self.chosen)}, {time.monotonic() - start:.0f} s")
        return True

    def essayer(
        self, session: pytest.Session, carte: Carte, living: Mapping[Cle, list[FunctionType]]
    ) -> Iterator[Essai]:
        """As many at a time as there are processors."""
        pending = list(reversed(self.chosen))
        running: dict[int, tuple[Mutant, int, float]] = {}
        while pending or running:
            while pending and len(running) < (os.cpu_count() or 1):
                mutant = pending.pop()
                key = (str(RACINE / mutant.fichier), mutant.fonction, mutant.premiere)
                ranks = reperer(carte, mutant)
                pid = os.fork()
                if not pid:
                    _vivre(session, [session.items[rank] for rank in ranks], mutant, living.get(key, []))
                running[pid] = (mutant, len(ranks), time.monotonic())
            pid, status = os.waitpid(-1, os.WNOHANG)
            if not pid:
                for late, (_, _, since) in running.items():
                    if time.monotonic() - since > ATTENTE_MAX:
                        os.kill(late, 9)
                time.sleep(0.01)
                continue
            mutant, count, _ = running.pop(pid)
            essai = Essai(mutant, status != 0, count)
            if not essai.tue:
                self.dire(f"survit : {mutant}  [{count} tests]")
            yield essai


def cartographier(session: pytest.Session, files: set[str]) -> Carte:
    """By file and line, the ranks of the tests that reach it, the quickest first. Raises RuntimeError on a failure."""
    measure = Coverage(data_file=None, config_file=False, include=sorted(files))
    costs: list[float] = []
    measure.start()
    for rank, item in enumerate(session.items):
        following = session.items[rank + 1] if rank + 1 < len(session.items) else None
        measure.switch_context(str(rank))
        start = time.process_time()
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        costs.append(time.process_time() - start)
        if session.testsfailed:
            raise RuntimeError(f"{item.nodeid} échoue sans aucune mutation")
    measure.stop()
    # What a fixture of the module does is done for its first test: the others rest on it as well.
    heads: dict[Path, int] = {}
    followers: dict[int, list[int]] = {}
    for rank, item in enumerate(session.items):
        followers.setdefault(heads.setdefault(item.path, rank), []).append(rank)
    carte: Carte = {}
    data = measure.get_data()
    for file in data.measured_files():
        for line, contexts in data.contexts_by_lineno(file).items():
            ranks = {int(context) for context in contexts if context}
            ranks.update(*(followers.get(rank, ()) for rank in ranks))
            carte[file, line] = sorted(ranks, key=costs.__getitem__)
    return carte


def reperer(carte: Carte, mutant: Mutant) -> list[int]:
    """The tests that can notice a mutant: those that reach its line; all those of its function when it has none."""
    file = str(RACINE / mutant.fichier)
    if found := carte.get((file, mutant.ligne)):
        return found
    inside = range(mutant.premiere + 1, mutant.derniere + 1)
    return list(dict.fromkeys(rank for line in inside for rank in carte.get((file, line), ())))


def fonctions(files: set[str]) -> dict[Cle, list[FunctionType]]:
    """The living functions of some files, methods and decorated ones included."""
    found: dict[Cle, list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename in files:
            key = (one.__code__.co_filename, one.__code__.co_qualname, one.__code__.co_firstlineno)
            found.setdefault(key, []).append(one)
    return found


def _vivre(session: pytest.Session, items: Sequence[pytest.Item], mutant: Mutant, living: list[FunctionType]) -> None:
    """In a process of its own: become the mutant, run the tests until one fails. Status 0 when none does."""
    status = 1
    try:
        _se_taire()
        for one in gc.get_objects():
            if isinstance(one, _lru_cache_wrapper):
                one.cache_clear()
        changed = code(mutant)
        for function in living:
            function.__code__ = changed
        for item, following in zip(items, [*items[1:], None], strict=True):
            # Nobody listens to the signal: the process dies of it.
            signal.setitimer(signal.ITIMER_PROF, CALCUL_MAX)
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if session.testsfailed:
                break
        else:
            status = 0
    finally:
        os._exit(status)


def _dans_un_fils(work: Callable[[], Carte]) -> Carte:
    """What a computation gives, made where it leaves no trace: caches, modules, fixtures."""
    with tempfile.TemporaryFile() as answer:
        pid = os.fork()
        if not pid:
            status = 1
            try:
                _se_taire(erreurs=False)
                pickle.dump(work(), answer)
                answer.flush()
                status = 0
            except RuntimeError as error:
                print(error, file=sys.stderr)
            finally:
                os._exit(status)
        _, status = os.waitpid(pid, 0)
        if status:
            raise SystemExit("Les tests échouent déjà, sans aucune mutation.")
        answer.seek(0)
        found: Carte = pickle.load(answer)
        return found


def _se_taire(*, erreurs: bool = True) -> None:
    sink = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2) if erreurs else (1,):
        os.dup2(sink, stream)


def equivalents() -> dict[str, str]:
    """Mutants that change nothing that anyone can see, by name, and why."""
    return {one["mutant"]: one["raison"] for one in yaml.safe_load(EQUIVALENTS.read_text(encoding="utf-8")) or ()}


def tous(cible: str) -> list[Mutant]:
    """Every mutant of a target, in the order of its files."""
    paths = sorted(path for pattern in CIBLES[cible] for path in RACINE.glob(pattern))
    return [mutant for path in paths for mutant in mutants(path.relative_to(RACINE).as_posix())]


def choisir(cible: str, graine: int, taille: int | None, fichiers: Sequence[str]) -> list[Mutant]:
    """A sample without the equivalents, the same for the same seed."""
    known = equivalents()
    found = [one for one in tous(cible) if one.nom not in known]
    found = [one for one in found if not fichiers or any(one.fichier.endswith(name) for name in fichiers)]
    if taille is None or taille >= len(found):
        return found
    return random.Random(graine).sample(found, taille)


def chasser(chosen: Sequence[Mutant], dire: Callable[[str], None]) -> list[Essai]:
    """Try each of them. Raises SystemExit when the tests fail by themselves."""
    chasse = Chasse(chosen, dire)
    with tempfile.TemporaryDirectory(prefix="mutants.") as place:
        # Nothing is captured: each process speaks to nobody.
        options = ["-q", "-s", "--basetemp", f"{place}/tmp", "-o", "tmp_path_retention_policy=none"]
        status = pytest.main([*options, "-k", CHOIX, *TESTS], plugins=[chasse])
    if status and not chasse.essais:
        raise SystemExit(f"pytest n'a pas pu commencer (état {int(status)})")
    return chasse.essais


def main(arguments: Sequence[str]) -> int:
    """Status 1 when a target has too many survivors."""
    parser = argparse.ArgumentParser(description="Mutations du code : un test doit échouer.")
    parser.add_argument("--graine", type=int, default=1)
    parser.add_argument("--echantillon", type=int, default=400, help="mutants tirés au hasard, par cible")
    parser.add_argument("--tous", action="store_true")
    parser.add_argument("--seuil", type=int, default=90, help="part de mutants tués, en pour cent")
    parser.add_argument("fichiers", nargs="*")
    asked = parser.parse_args(arguments)
    os.chdir(RACINE)
    size = None if asked.tous else asked.echantillon
    chosen = {name: choisir(name, asked.graine, size, asked.fichiers) for name in CIBLES}
    start = time.monotonic()
    done = chasser([one for group in chosen.values() for one in group], lambda line: print(line, flush=True))
    tried = {essai.mutant: essai.tue for essai in done}
    # Stopped by its user, it tells what it has seen; that is no success.
    status = int(len(tried) < sum(len(group) for group in chosen.values()))
    for name, group in chosen.items():
        fates = [tried[one] for one in group if one in tried]
        if not fates:
            continue
        share = 100 * sum(fates) / len(fates)
        print(f"{name} : {sum(fates)} mutants tués sur {len(fates)}, {share:.1f} % (il en faut {asked.seuil} %)")
        status = status or int(share < asked.seuil)
    print(f"{len(done)} mutants en {time.monotonic() - start:.0f} s, graine {asked.graine}")
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
