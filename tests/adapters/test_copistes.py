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
from generator.adapters.copistes import Copistes, partager
from generator.adapters.sommes import sommer

GENRES = BASE.parent / "valides" / "tous-les-genres"
JOUR_DES_TESTS = "1795392000"  # 23 novembre 2026


@dataclass(frozen=True)
class Feuille:
    """As much of a page as is looked at to share it."""

    url: str
    content: str


def feuilles(*lengths: int) -> list[Feuille]:
    return [Feuille(f"{rank}/", "x" * length) for rank, length in enumerate(lengths)]


@pytest.mark.parametrize(
    ("lengths", "parts", "expected"),
    [
        ((10, 10, 10, 10), 2, [[0, 1], [2, 3]]),
        ((30, 10, 10, 10), 2, [[0], [1, 2, 3]]),
        ((10, 10, 10, 30), 2, [[0, 1, 2], [3]]),
        ((10, 10, 10), 1, [[0, 1, 2]]),
        ((10,), 3, [[0], [], []]),
        ((0, 0), 2, [[0, 1], []]),
        ((10, 10, 0), 2, [[0], [1, 2]]),
    ],
)
def test_neighbours_stay_together_and_shares_weigh_about_the_same(
    lengths: tuple[int, ...], parts: int, expected: list[list[int]]
) -> None:
    shares = partager(feuilles(*lengths), parts)  # type: ignore[arg-type]
    assert [[int(page.url.rstrip("/")) for page in share] for share in shares] == expected


def test_each_page_is_written_once_here_or_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 3)
    pages = feuilles(*range(1, 40))
    gone = Copistes(pages, lambda page: (tmp_path / page.url).mkdir(), seuil=1)  # type: ignore[arg-type]
    gone.attendre()
    written = {f"{path.name}/" for path in tmp_path.iterdir()}
    assert written == gone.ailleurs
    assert 0 < len(written) < len(pages)


def test_few_pages_are_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 2)
    assert Copistes(feuilles(1, 2, 3), print).ailleurs == frozenset()  # type: ignore[arg-type]


def test_what_breaks_elsewhere_breaks_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copistes, "bras", lambda: 2)

    def ecrire(page: object) -> None:
        raise OSError(28, "No space left on device", str(page))

    gone = Copistes(feuilles(1, 1), ecrire, seuil=1)  # type: ignore[arg-type]
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

    gone = Copistes(feuilles(1, 1), ecrire, seuil=1)  # type: ignore[arg-type]
    gone.abandonner()
    with pytest.raises(Abandonne):
        gone.attendre()
