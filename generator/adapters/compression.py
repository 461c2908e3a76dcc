"""Each text of a published site, compressed once beside itself: a server sends it as it is (ADR 0029).

What was compressed is kept by the hash of its content: a second publication compresses what has changed, and nothing
else. What is kept is trusted only once it gives its content back.
"""

import gzip
import hashlib
import os
import zlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import brotli

TEXTES = frozenset({".html", ".css", ".js", ".json", ".svg", ".xml", ".txt", ".csv", ".webmanifest", ".ics"})
# Below, the headers of an answer weigh more than what is saved.
MINIMUM = 1024
# Measured on a page: Brotli 10 takes 14 ms for 10 % less than 5; 11 takes 38 ms for 1.5 % less than that. What every
# page loads, and what is loaded for a year, is worth 11.
PAGE, ACTIF = 10, 11


@dataclass(frozen=True, slots=True)
class Format:
    """A compression that browsers know. `reduire` takes a content and the path of its file."""

    fin: str
    reduire: Callable[[bytes, Path], bytes]
    rendre: Callable[[bytes], bytes]
    erreur: type[Exception]


FORMATS = (
    # No date, no name: the same content gives the same bytes.
    Format(".gz", lambda content, _: gzip.compress(content, 9, mtime=0), gzip.decompress, zlib.error),
    Format(".br", lambda content, path: _brotli(content, path), brotli.decompress, brotli.error),
)


def comprimer(site: Path, reserve: Path) -> int:
    """Write `x.gz` and `x.br` beside each text `x` that gains by it; how many were written.

    `reserve` is a folder that belongs to this function: what this site does not use leaves it. Where it cannot be
    written, nothing is kept.
    """
    with suppress(OSError):
        reserve.mkdir(parents=True, exist_ok=True)
    texts = [path for path in sorted(site.rglob("*")) if path.suffix in TEXTES and path.stat().st_size >= MINIMUM]
    # Both compressors let the other threads run.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        made = list(pool.map(lambda path: _comprimer(path, reserve), texts))
    _balayer(reserve, {name for names, _ in made for name in names})
    return sum(written for _, written in made)


def _comprimer(path: Path, reserve: Path) -> tuple[list[str], int]:
    """The names in `reserve` of what was compressed, and how many files it gave."""
    content = path.read_bytes()
    quality = ACTIF if _est_actif(path) else PAGE
    stem = f"{hashlib.sha256(content).hexdigest()[:32]}-{quality}"
    names, written = [], 0
    for shape in FORMATS:
        entry = reserve / f"{stem}{shape.fin}"
        reduced = _relire(entry, shape, content)
        if reduced is None:
            reduced = shape.reduire(content, path)
            _poser(entry, reduced)
        names.append(entry.name)
        if len(reduced) < len(content):
            path.with_name(path.name + shape.fin).write_bytes(reduced)
            written += 1
    return names, written


def _est_actif(path: Path) -> bool:
    return path.suffix in (".css", ".js", ".svg")


def _brotli(content: bytes, path: Path) -> bytes:
    quality = ACTIF if _est_actif(path) else PAGE
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=quality))


def _relire(entry: Path, shape: Format, content: bytes) -> bytes | None:
    """What is kept, or None: absent, or damaged."""
    try:
        kept = entry.read_bytes()
        return kept if shape.rendre(kept) == content else None
    except (OSError, EOFError, shape.erreur):
        return None


def _poser(entry: Path, content: bytes) -> None:
    """Whole or not at all: two publications may run at once."""
    draft = entry.with_name(f"{entry.name}.{os.getpid()}")
    with suppress(OSError):
        try:
            draft.write_bytes(content)
            draft.replace(entry)
        finally:
            draft.unlink(missing_ok=True)


def _balayer(reserve: Path, used: set[str]) -> None:
    with suppress(OSError):
        for entry in reserve.iterdir():
            if entry.name not in used:
                entry.unlink(missing_ok=True)
