"""A site is read file by file."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.adapters.fichiers import Fichiers, au_fil


def test_some_files_of_a_folder_by_path(tmp_path: Path) -> None:
    for path in ("b/index.html", "a.css", "b.html", "sw.js"):
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(path, encoding="utf-8")
    found = Fichiers.de(tmp_path, ("b/index.html", "b.html", "a.css"))
    assert list(found) == ["a.css", "b.html", "b/index.html"]
    assert len(found) == 3
    with pytest.raises(KeyError):
        found["sw.js"]
    assert found["b/index.html"] == b"b/index.html"
    assert found.sha256("a.css") == hashlib.sha256(b"a.css").digest()


def test_a_content_is_hashed_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"a")
    found = Fichiers.de(tmp_path)
    first = found.sha256("a")
    (tmp_path / "a").unlink()
    assert found.sha256("a") == first


def test_work_goes_on_in_order_a_few_items_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    taken: list[int] = []

    def donner() -> Iterator[int]:
        for rank in range(100):
            taken.append(rank)
            yield rank

    flow = au_fil(lambda rank: 2 * rank, donner())
    assert next(flow) == 0
    assert len(taken) == 5
    assert list(flow) == [2 * rank for rank in range(1, 100)]


def test_what_breaks_breaks_where_it_is_awaited() -> None:
    def casser(rank: int) -> int:
        raise ValueError(rank)

    with pytest.raises(ValueError, match="0"):
        list(au_fil(casser, range(10)))
