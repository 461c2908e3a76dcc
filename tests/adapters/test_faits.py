"""What a build gave serves the next process, and is never trusted: what is built is the same as from nothing."""

import os
import pickle
from array import array
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from petit_memento import AUJOURD_HUI, BASE, modifier, petit_memento

from generator.adapters import faits
from generator.adapters.faits import garder, se_rappeler
from generator.adapters.memoire import DOSSIER
from generator.pipeline import Build, build
from generator.render.commande import Fait, Memoire

GENRES = BASE.parent / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def froid(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Build]:
    """A mémento built from nothing, and what was kept of it."""
    root = petit_memento(tmp_path_factory.mktemp("memento"), surcouche=GENRES)
    memoire = Memoire()
    built = build(root, AUJOURD_HUI, memoire)
    garder(root, memoire)
    return root, built


@pytest.fixture
def memento(froid: tuple[Path, Build], tmp_path: Path) -> Path:
    """The same files, and what was kept."""
    root = petit_memento(tmp_path / "memento", surcouche=GENRES)
    (root / DOSSIER).mkdir()
    for name in ("pages", "relecture"):
        (root / DOSSIER / name).write_bytes((froid[0] / DOSSIER / name).read_bytes())
    return root


def rebatir(root: Path) -> tuple[Build, Memoire]:
    """As another process would: what it knows, it has read."""
    memoire = se_rappeler(root)
    return build(root, AUJOURD_HUI, memoire), memoire


def test_what_was_read_back_is_what_was_kept(froid: tuple[Path, Build]) -> None:
    root, built = froid
    again, memoire = rebatir(root)
    assert again.report == built.report
    assert again.site == built.site
    assert memoire.refaits == ()
    assert memoire.relecture.refaits == ()


def test_a_change_remakes_what_reads_it_and_nothing_else(memento: Path, froid: tuple[Path, Build]) -> None:
    modifier(memento, "rules/parametres/plafond-modele.yaml", "valeur: 30", "valeur: 31")
    built, memoire = rebatir(memento)
    assert built.site == build(memento, AUJOURD_HUI).site
    assert built.site != froid[1].site
    names = [name.removeprefix("generator.render.") for name in memoire.refaits]
    assert "parametres:_parametre:plafond-modele" in names
    assert not any(name.startswith(("sources:", "explications:", "pacte:")) for name in names)


def test_what_was_made_again_is_kept_in_its_turn(memento: Path) -> None:
    modifier(memento, "rules/parametres/plafond-modele.yaml", "valeur: 30", "valeur: 31")
    garder(memento, rebatir(memento)[1])
    assert rebatir(memento)[1].refaits == ()


def test_nothing_is_written_when_nothing_was_made(memento: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (memento / DOSSIER).iterdir()}
    garder(memento, rebatir(memento)[1])
    assert {path: path.stat().st_mtime_ns for path in (memento / DOSSIER).iterdir()} == before


def couper(data: bytes, chance: Random) -> bytes:
    return data[: chance.randrange(len(data))]


def changer(data: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes([data[place] ^ 1 << chance.randrange(8)]) + data[place + 1 :]


def effacer(data: bytes, chance: Random) -> bytes:
    place = chance.randrange(len(data))
    return data[:place] + bytes(min(4096, len(data) - place)) + data[place + 4096 :]


@pytest.mark.parametrize("abimer", [couper, changer, effacer])
def test_a_file_that_is_spoiled_is_made_again(
    froid: tuple[Path, Build], memento: Path, abimer: Callable[[bytes, Random], bytes]
) -> None:
    whole = {name: (memento / DOSSIER / name).read_bytes() for name in ("pages", "relecture")}
    known = se_rappeler(memento).faits
    for seed in range(40):
        chance = Random(seed)
        for name, data in whole.items():
            (memento / DOSSIER / name).write_bytes(abimer(data, chance))
        read = se_rappeler(memento).faits
        # What is read is what was kept, up to the fault.
        assert list(read.items()) == list(known.items())[: len(read)]
        assert len(read) < len(known)
    assert rebatir(memento)[0].site == froid[1].site


class Piege:
    """Runs what it likes in whoever reads it without care."""

    def __init__(self, temoin: Path) -> None:
        self.temoin = temoin

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, (str(self.temoin),)


@pytest.mark.parametrize("rang", [0, 3])
def test_a_file_can_run_nothing(
    froid: tuple[Path, Build], memento: Path, rang: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    trap, kept = Piege(memento / "piege"), []
    monkeypatch.setattr(faits, "_ranger", lambda _, value: kept.append(value))
    memoire = se_rappeler(memento)
    memoire.refaits = ("tout",)
    garder(memento, memoire)
    monkeypatch.undo()
    with (memento / DOSSIER / "pages").open("wb") as file:
        file.write(faits._tete())
        for value in (*kept[:rang], trap, *kept[rang:]):
            faits._ranger(file, value)
    read = se_rappeler(memento)
    assert len(read.faits) == max(rang - 1, 0)
    assert not trap.temoin.exists()
    # It would have.
    pickle.loads(pickle.dumps(trap))
    assert trap.temoin.exists()
    assert rebatir(memento)[0].site == froid[1].site


def test_another_code_or_other_libraries_make_everything_again(memento: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(faits, "machine", lambda: "une autre")
    assert se_rappeler(memento).faits == {}
    assert se_rappeler(memento).relecture.faits == {}


def test_where_nothing_may_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / DOSSIER).write_text("un fichier, pas un dossier")
    memoire = Memoire(faits={"un": Fait(None, array("I"))}, refaits=("un",))
    garder(tmp_path, memoire)
    assert se_rappeler(tmp_path).faits == {}


def test_a_disk_that_is_full_leaves_what_was_kept(memento: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (memento / DOSSIER / "pages").read_bytes()

    def plein(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(faits, "_ranger", plein)
    memoire = se_rappeler(memento)
    memoire.refaits = ("tout",)
    garder(memento, memoire)
    assert (memento / DOSSIER / "pages").read_bytes() == before
    assert sorted(path.name for path in (memento / DOSSIER).iterdir()) == ["pages", "relecture"]
