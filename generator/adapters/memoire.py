"""What `memento verifier` remembers from one run to the next: when nothing has changed, the same is said again."""

import hashlib
import json
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

import click

from generator.diagnostics import Diagnostic, Location, Report, Severity
from generator.diagnostics.format import format_json

DOSSIER = ".memento"
FICHIER = "verifie.json"
LUS = ("content", "rules", "site_theme")


def empreinte(root: Path, today: date) -> str:
    """What a report depends on: every file that is read, the code, the day."""
    return _sommer(f"{today} {machine()}", *(root / name for name in LUS), root / "urls.lock")


@cache
def machine() -> str:
    """What tells this code, with its libraries, from any other; it does not change while it runs."""
    # Where Python keeps the libraries: its date changes when one is added, updated or removed.
    installed = os.stat(Path(click.__file__).parents[1]).st_mtime_ns
    return _sommer(f"{sys.version} {installed}", Path(__file__).parents[1])


def _sommer(start: str, *places: Path) -> str:
    digest = hashlib.blake2b(start.encode(), digest_size=32)
    for place in places:
        for path in sorted(_fichiers(os.fspath(place))):
            content = _contenu(path)
            digest.update(f"{path}\0{len(content)}\0".encode(errors="surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def se_souvenir(root: Path, mark: str) -> Report | None:
    """What was said of the same files; None when nothing is remembered, or when it cannot be read."""
    try:
        kept = json.loads((root / DOSSIER / FICHIER).read_text(encoding="utf-8"))
        return Report.of(map(_lire, kept["rapport"])) if kept["empreinte"] == mark else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def retenir(root: Path, mark: str, report: Report) -> None:
    """Remember a report; where nothing may be written, nothing is remembered."""
    content = f'{{"empreinte": "{mark}", "rapport": {format_json(report)}}}'
    draft = root / DOSSIER / f"{FICHIER}.{os.getpid()}"
    with suppress(OSError):
        draft.parent.mkdir(exist_ok=True)
        try:
            draft.write_text(content, encoding="utf-8")
            os.replace(draft, draft.with_name(FICHIER))
        finally:
            draft.unlink(missing_ok=True)


def _contenu(path: str) -> bytes:
    """What a file holds; of a link to anything else, where it leads."""
    if not os.path.isfile(path):
        return os.fsencode(os.readlink(path))
    with open(path, "rb") as file:
        return file.read()


def _fichiers(path: str) -> Iterator[str]:
    """The files and the links at or under a path, none followed: the verification says what it thinks of them."""
    if os.path.isfile(path) or os.path.islink(path):
        yield path
    elif os.path.isdir(path):
        for entry in os.scandir(path):
            if entry.name != "__pycache__":
                yield from _fichiers(entry.path)


def _lire(row: dict[str, object]) -> Diagnostic:
    place = Location(str(row["fichier"]), *(int(str(row[name])) for name in ("ligne", "colonne", "longueur")))
    instead = row["remplacement"]
    return Diagnostic(
        str(row["code"]),
        str(row["message"]),
        place,
        str(row["aide"]),
        Severity(str(row["severite"])),
        None if instead is None else str(instead),
    )
