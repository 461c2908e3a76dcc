"""Pages shared between processes: the same files, and what breaks in one of them is told."""

import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from petit_memento import BASE, memento_entier

from generator.adapters import copistes
from generator.adapters.a_part import Abandonne
from generator.adapters.copistes import Copistes, troncons
from generator.adapters.sommes import sommer

GENRES = BASE.parent / "valides" / "tous-les-genres"
JOUR_DES_TESTS = "1795392000"  # 23 novembre 2026


@dataclass(frozen=True)
class Feuille:
    """As much of a page as is looked at to share it."""

    url: str


def feuilles(count: int) -> list[Feuille]:
    return [Feuille(f"{rank}/") for rank in range(count)]


@pytest.mark.parametrize(
    ("count", "hands", "expected"),
    [
        (4, 1, [[0, 1, 2, 3]]),
        (4, 2, [[0, 1, 2, 3]]),
        (6, 3, [[0, 1, 2, 3], [4, 5]]),
        (5, 4, [[0, 1], [2, 3, 4]]),
        (3, 3, [[0, 1], [2]]),
        (0, 0, []),
    ],
)
def test_neighbours_stay_together(count: int, hands: int, expected: list[list[int]]) -> None:
    found = troncons(feuilles(count), hands)  # type: ignore[arg-type]
    assert [[int(page.url.rstrip("/")) for page in stretch] for stretch in found] == expected


@pytest.mark.parametrize("hands", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 39, 2500])
def test_each_page_is_written_once_here_or_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hands: int, count: int
) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: hands)
    pages = feuilles(count)
    # A folder that is there already is an error.
    gone = Copistes(pages, lambda page: (tmp_path / page.url).mkdir(), seuil=1)  # type: ignore[arg-type]
    here = [page.url for page in pages if not gone.ecrivent(page.url)]
    for url in here:
        (tmp_path / url).mkdir()
    gone.attendre()
    assert {f"{path.name}/" for path in tmp_path.iterdir()} == {page.url for page in pages}
    assert here == [f"{rank}/" for rank in range(len(here))]
    assert (len(here) == count) == (hands == 1 or count < 2)


def test_who_is_slow_writes_less(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 2)
    pages = feuilles(100)
    gone = Copistes(pages, lambda page: (tmp_path / page.url).mkdir(), seuil=1)  # type: ignore[arg-type]
    assert not gone.ecrivent("0/")
    gone.attendre()
    # All the others were written by who was free.
    assert len(list(tmp_path.iterdir())) == 99
    # Asked again, the answer is the same.
    assert [page.url for page in pages if not gone.ecrivent(page.url)] == ["0/"]


def test_a_page_that_is_not_of_the_site_is_left_to_who_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 3)
    gone = Copistes(feuilles(9), lambda _: None, seuil=1)
    assert not gone.ecrivent("ailleurs/")
    gone.attendre()


def test_few_pages_are_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 2)
    gone = Copistes(feuilles(3), print)  # type: ignore[arg-type]
    assert not any(gone.ecrivent(page.url) for page in feuilles(3))
    gone.attendre()


def test_what_breaks_elsewhere_breaks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 2)

    def ecrire(page: object) -> None:
        raise OSError(28, "No space left on device", str(page))

    gone = Copistes(feuilles(2), ecrire, seuil=1)  # type: ignore[arg-type]
    with pytest.raises(OSError, match="No space left"):
        gone.attendre()


def test_the_site_is_the_same_whoever_writes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "mkdocs")
    root = memento_entier(tmp_path / "memento", surcouche=GENRES)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", JOUR_DES_TESTS)
    monkeypatch.setattr("generator.adapters.documents.Documents._composer", lambda *_: b"%PDF-")
    monkeypatch.setattr("generator.adapters.mkdocs_plugin.Copistes", lambda *args: Copistes(*args, seuil=1))
    sums = []
    for hands in (1, 3):
        monkeypatch.setattr(copistes, "bras", lambda hands=hands: hands)
        build(load_config(str(root / "mkdocs.yml"), site_dir=str(tmp_path / f"site-{hands}"), strict=True))
        sums.append(sommer(tmp_path / f"site-{hands}"))
    assert sums[0] == sums[1]
    assert sum(path.endswith("index.html") for path in sums[0]) > 60
    # Nobody is told that half of the pages are empty; the rest is told.
    assert "Building documentation" in caplog.text
    assert "Page skipped" not in caplog.text


def test_pages_that_nobody_needs_any_more_are_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 2)

    def ecrire(_: object) -> None:
        time.sleep(30)

    gone = Copistes(feuilles(2), ecrire, seuil=1)  # type: ignore[arg-type]
    gone.abandonner()
    with pytest.raises(Abandonne):
        gone.attendre()
