"""The texts of a site, compressed beside themselves."""

import gzip
import random
from pathlib import Path

import brotli
import pytest

from generator.adapters.compression import MINIMUM, comprimer

TEXTE = ("Une association intermédiaire ne peut pas dépasser 480 heures. " * 60).encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for path, content in {
        "index.html": TEXTE,
        "assets/memento.0123abcd.css": TEXTE,
        "court.html": b"x" * (MINIMUM - 1),
        "memento.pdf": TEXTE,
        "memento.zip": TEXTE,
    }.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def fichiers(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_each_text_gives_its_content_back_from_both_compressions(site: Path, tmp_path: Path) -> None:
    assert comprimer(site, tmp_path / "reserve") == 4
    for path in ("index.html", "assets/memento.0123abcd.css"):
        assert gzip.decompress((site / f"{path}.gz").read_bytes()) == TEXTE
        assert brotli.decompress((site / f"{path}.br").read_bytes()) == TEXTE
        assert (site / path).read_bytes() == TEXTE


def test_what_is_small_and_what_is_compressed_already_stays_alone(site: Path, tmp_path: Path) -> None:
    comprimer(site, tmp_path / "reserve")
    assert not [
        path for path in fichiers(site) if path.startswith(("court", "memento")) and path.endswith((".gz", ".br"))
    ]


def test_what_would_be_larger_once_compressed_is_not_written(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "donnees.txt").write_bytes(random.Random(1).randbytes(4 * MINIMUM))
    assert comprimer(site, tmp_path / "reserve") == 0
    assert list(fichiers(site)) == ["donnees.txt"]


def test_the_same_site_gives_the_same_bytes_whatever_the_day(site: Path, tmp_path: Path) -> None:
    comprimer(site, tmp_path / "une")
    first = fichiers(site)
    comprimer(site, tmp_path / "autre")
    assert fichiers(site) == first
    # The four bytes of the date, in the head of a gzip.
    assert first["index.html.gz"][4:8] == bytes(4)


def test_what_has_not_changed_is_not_compressed_again(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    comprimer(site, tmp_path / "reserve")
    first = fichiers(site)
    for path in first:
        if path.endswith((".gz", ".br")):
            (site / path).unlink()
    monkeypatch.setattr(brotli, "compress", lambda *_, **__: pytest.fail("compressé une seconde fois"))
    monkeypatch.setattr(gzip, "compress", lambda *_, **__: pytest.fail("compressé une seconde fois"))
    comprimer(site, tmp_path / "reserve")
    assert fichiers(site) == first


@pytest.mark.parametrize(
    "abime",
    [b"", b"\x1f\x8b", gzip.compress(b"autre", mtime=0), brotli.compress(b"autre")],
    # A name that holds the second of the collection would not be the same in two processes.
    ids=["vide", "coupe", "un autre gzip", "un autre brotli"],
)
def test_a_damaged_reserve_is_made_again(site: Path, tmp_path: Path, abime: bytes) -> None:
    reserve = tmp_path / "reserve"
    comprimer(site, reserve)
    first, kept = fichiers(site), fichiers(reserve)
    for path in reserve.iterdir():
        path.write_bytes(abime)
    comprimer(site, reserve)
    assert fichiers(site) == first
    assert fichiers(reserve) == kept


def test_the_reserve_forgets_what_the_site_has_no_more(site: Path, tmp_path: Path) -> None:
    reserve = tmp_path / "reserve"
    comprimer(site, reserve)
    before = set(fichiers(reserve))
    (site / "index.html").write_bytes(TEXTE + b"!")
    comprimer(site, reserve)
    after = set(fichiers(reserve))
    assert len(after) == len(before)
    assert len(after - before) == 2


def test_without_a_place_for_the_reserve_the_site_is_compressed_all_the_same(site: Path, tmp_path: Path) -> None:
    (tmp_path / "reserve").write_text("un fichier", encoding="utf-8")
    assert comprimer(site, tmp_path / "reserve") == 4
