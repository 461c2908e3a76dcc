"""What `memento verifier --corriger` mends: what diagnostics propose, then the order of the fields."""

import difflib
import shutil
import tempfile
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.diagnostics import Report
from generator.diagnostics.correction import corriger
from generator.load import Connus, load_documents
from generator.pipeline import verify
from generator.validate.rangement import ranger

LUS = ("rules", "content", "urls.lock")
# A fault may hide another one: each pass mends what the one before has uncovered.
PASSES = 20


def corrections(root: Path, today: date, changes: Collection[str] | None = None) -> Mapping[str, tuple[str, str]]:
    """What each file would hold, before and after, by path; only those that would change. Writes nothing."""
    with tempfile.TemporaryDirectory(prefix="memento-") as folder:
        copy = Path(folder)
        for name in LUS:
            if (root / name).is_dir():
                shutil.copytree(root / name, copy / name, symlinks=True)
            elif (root / name).is_file():
                shutil.copy(root / name, copy / name)
        touched = _corriger(copy, today, changes)
        for document in load_documents(copy).value:
            text = _lire(copy / document.path)
            ordered = ranger(document, text)
            if ordered != text:
                _ecrire(copy / document.path, ordered)
                touched.add(document.path)
        return {path: (_texte(root / path), _texte(copy / path)) for path in sorted(touched)}


def difference(changed: Mapping[str, tuple[str, str]]) -> str:
    """The changes as `diff -u` would show them."""
    lines: list[str] = []
    for path, (before, after) in changed.items():
        pair = before.splitlines(keepends=True), after.splitlines(keepends=True)
        lines += difflib.unified_diff(*pair, f"a/{path}", f"b/{path}")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ Pas de fin de ligne\n" for line in lines)


def _corriger(root: Path, today: date, changes: Collection[str] | None) -> set[str]:
    known: Connus = {}
    touched: set[str] = set()
    for _ in range(PASSES):
        report = verify(root, today, changes, known).report
        paths = {item.location.path for item in report if item.remplacement is not None}
        changed = set(_passe(root, paths, report))
        if not changed:
            break
        touched |= changed
    return touched


def _passe(root: Path, paths: Collection[str], report: Report) -> Iterator[str]:
    for path in paths:
        text = _lire(root / path)
        mended = corriger(text, (item for item in report if item.location.path == path))
        if mended != text:
            _ecrire(root / path, mended)
            yield path


def _texte(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def _lire(path: Path) -> str:
    """The text as the reader sees it: without a byte order mark, lines ended by `\\n`."""
    return _texte(path).removeprefix("\ufeff").replace("\r\n", "\n")


def _ecrire(path: Path, text: str) -> None:
    """Written back with the line ends of the file."""
    ends = "\r\n" if b"\r\n" in path.read_bytes() else "\n"
    path.write_bytes(text.replace("\n", ends).encode())
