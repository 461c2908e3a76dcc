"""What a build makes is put away on the disk: the memory that a site takes does not grow with its words."""

import gc
import os
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, BASE, batir, petit_memento

from generator.adapters.faits import garder, se_rappeler
from generator.adapters.memoire import DOSSIER
from generator.adapters.tiroirs import Depose, Rangement, Tiroir
from generator.pipeline import Build, build
from generator.render.rangement import Fichiers, Place

GENRES = BASE.parent / "valides" / "tous-les-genres"


def tiroir(tmp_path: Path) -> Tiroir:
    found = Rangement(tmp_path).tiroir()
    assert found is not None
    return found


def test_what_is_put_away_is_read_back_as_it_was(tmp_path: Path) -> None:
    drawer = tiroir(tmp_path)
    places = [drawer.ranger(content) for content in (b"un", b"", b"deux")]
    assert [place.lire() for place in places] == [b"un", b"", b"deux"]


def test_nothing_is_left_in_the_folder(tmp_path: Path) -> None:
    drawer = tiroir(tmp_path)
    drawer.ranger(b"un")
    assert list((tmp_path / DOSSIER).iterdir()) == []


def test_what_a_copy_of_the_process_puts_away_is_read_here(tmp_path: Path) -> None:
    drawer = tiroir(tmp_path)
    pid = os.fork()
    if pid == 0:
        drawer.ranger(b"ailleurs")
        os._exit(0)
    os.waitpid(pid, 0)
    assert Place(drawer, 0, 8).lire() == b"ailleurs"


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="a changé"):
        Place(tiroir(tmp_path), 0, 8).lire()


def test_where_nothing_may_be_written_there_is_no_room(tmp_path: Path) -> None:
    (tmp_path / DOSSIER).write_text("un fichier, pas un dossier")
    assert Rangement(tmp_path).tiroir() is None


@pytest.fixture(scope="module")
def range_(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Build]:
    """A mémento built as `memento construire` does, by two processes when the machine has two processors."""
    root = petit_memento(tmp_path_factory.mktemp("memento"), surcouche=GENRES)
    memoire = se_rappeler(root)
    built = build(root, AUJOURD_HUI, memoire, documents=False)
    garder(root, memoire)
    return root, built


def tenus(built: Build) -> dict[str, int]:
    """What is in memory of each page and of each file: the longest of its texts."""
    assert built.site is not None
    assert isinstance(built.site.fichiers, Fichiers)
    pages = {page.url: max(_textes(page.__dict__)) for page in built.site.pages}
    files = built.site.fichiers._contenus.items()
    return pages | {url: len(held) for url, held in files if isinstance(held, bytes) and not url.startswith("assets/")}


def _textes(value: object) -> list[int]:
    held = gc.get_referents(value) if isinstance(value, dict | tuple | frozenset) else ()
    return [len(value) if isinstance(value, str) else 0, *(size for one in held for size in _textes(one))]


# No description is that long.
LONG = 1000


def test_no_page_and_no_file_is_held_in_memory(range_: tuple[Path, Build]) -> None:
    _, built = range_
    assert {url: size for url, size in tenus(built).items() if size > LONG} == {}


def test_what_was_kept_is_not_held_either_when_it_is_taken_again(range_: tuple[Path, Build]) -> None:
    root, _ = range_
    memoire = se_rappeler(root)
    again = build(root, AUJOURD_HUI, memoire, documents=False)
    assert memoire.refaits == ()
    assert {url: size for url, size in tenus(again).items() if size > LONG} == {}


def test_the_pages_are_those_of_a_build_that_holds_them(range_: tuple[Path, Build]) -> None:
    root, built = range_
    held = build(root, AUJOURD_HUI, documents=False)
    assert built.site == held.site
    assert built.site is not None
    assert held.site is not None
    assert [page.releve for page in built.site.pages] == [page.releve for page in held.site.pages]


def test_a_disk_that_is_full_leaves_what_is_made_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = petit_memento(tmp_path, surcouche=GENRES)

    def plein(*_: object) -> Place:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Tiroir, "ranger", plein)
    assert build(root, AUJOURD_HUI, se_rappeler(root)).site == batir(root).site


def test_what_another_process_leaves_waits_without_it(tmp_path: Path) -> None:
    made = Depose(lambda: b"un index", tiroir(tmp_path))
    # It ends before anybody asks for what it made.
    made._travail._process.join(30)
    assert made._travail._process.exitcode == 0
    assert made.resultat() == b"un index"


def test_where_there_is_no_room_it_is_handed_over() -> None:
    assert Depose(lambda: b"un index", None).resultat() == b"un index"
