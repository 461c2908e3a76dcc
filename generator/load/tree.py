"""The files of a repository: which ones are read, and what stands in the way."""

import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import Code, Diagnostic, Location, Outcome, Report
from generator.load import codes
from generator.load.assets import THEME

EXTENSIONS = {"content": ".md", "rules": ".yaml"}
LOOKALIKES = {".yml": ".yaml", ".yaml": ".yaml", ".md": ".md", ".markdown": ".md"}
MAX_BYTES = 1024 * 1024


def find_files(root: Path) -> Outcome[tuple[str, ...]]:
    """Paths of `content/**.md` and `rules/**.yaml`, POSIX, relative and sorted; hidden files are left alone.

    Of the theme, which is published without being read, only the links are told.
    """
    found: list[str] = []
    diagnostics = [_at(codes.LIEN_SYMBOLIQUE, path, "lien symbolique") for path in _liens(root, THEME)]
    for folder in EXTENSIONS:
        for item in _walk(root, folder):
            if isinstance(item, Diagnostic):
                diagnostics.append(item)
            else:
                found.append(item)
    return Outcome(tuple(sorted(found)), Report.of(diagnostics))


def read_bytes(root: Path, path: str) -> Outcome[bytes]:
    """The content of one file, never more than it may hold."""
    try:
        with open(os.path.join(root, path), "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Outcome(b"", Report.of([_unreadable(path, error)]))
    if len(data) > MAX_BYTES:
        return Outcome(b"", Report.of([_at(codes.TROP_GROS, path, "ce fichier dépasse 1 Mio")]))
    return Outcome(data)


def _walk(root: Path, folder: str) -> Iterator[str | Diagnostic]:
    """Files under a folder, without following any link: nothing outside the root can be reached."""
    pending = [folder] if os.path.lexists(root / folder) else []
    while pending:
        path = pending.pop()
        place = root / path
        if os.path.islink(place):
            yield _at(codes.LIEN_SYMBOLIQUE, path, "lien symbolique")
        elif os.path.isdir(place):
            try:
                names = sorted(os.listdir(place))
            except OSError as error:
                yield _unreadable(path, error)
                continue
            pending.extend(f"{path}/{name}" for name in names if not name.startswith("."))
        else:
            yield from _file(place, path, EXTENSIONS[folder])


def _liens(root: Path, folder: str) -> Iterator[str]:
    """The links at or under a folder, none of which is followed."""
    if os.path.islink(root / folder):
        yield folder
        return
    for place, folders, files in os.walk(root / folder):
        for name in (*folders, *files):
            path = os.path.join(place, name)
            if os.path.islink(path):
                yield os.path.relpath(path, root).replace(os.sep, "/")


def _file(place: Path, path: str, extension: str) -> Iterator[str | Diagnostic]:
    suffix = place.suffix
    expected = LOOKALIKES.get(suffix.lower(), suffix)
    if suffix != expected:
        help = f"renommez-le {_shown(place.stem)}{expected}"
        yield codes.EXTENSION.at(Location(_shown(path)), f"extension « {suffix} » au lieu de « {expected} »", help)
    elif suffix == extension:
        if not os.path.isfile(place):
            yield _at(codes.ILLISIBLE, path, "ce n'est pas un fichier ordinaire")
        elif _shown(path) != path:
            yield _at(codes.ILLISIBLE, path, "le nom de ce fichier contient un caractère illisible")
        else:
            yield path


def _unreadable(path: str, error: OSError) -> Diagnostic:
    reason = "lecture interdite" if isinstance(error, PermissionError) else "lecture impossible"
    return _at(codes.ILLISIBLE, path, reason)


def _at(code: Code, path: str, message: str) -> Diagnostic:
    return code.at(Location(_shown(path)), message)


def _shown(path: str) -> str:
    """A path that can be printed, whatever the bytes of its name."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
