"""What has changed among the files, told by what they hold: an editor that saves the same words changes nothing."""

import os
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

Etat = tuple[int, int, int]


class Veille:
    """Looks at files and folders each time it is asked; links are not followed."""

    def __init__(self, root: Path, lieux: tuple[str, ...]) -> None:
        self.root = root
        self.lieux = lieux
        self._vus: dict[str, tuple[Etat, bytes]] = {}
        self.changements()

    def changements(self) -> frozenset[str]:
        """The files, from the root, that hold something else than the last time, that are new or that are no more."""
        found: dict[str, tuple[Etat, bytes]] = {}
        changed: set[str] = set()
        for path, state in self._fichiers():
            known = self._vus.get(path)
            if known is None or known[0] != state:
                content = _contenu(self.root / path)
                if known is None or known[1] != content:
                    changed.add(path)
                found[path] = (state, content)
            else:
                found[path] = known
        changed |= self._vus.keys() - found.keys()
        self._vus = found
        return frozenset(changed)

    def _fichiers(self) -> Iterator[tuple[str, Etat]]:
        pending = [self.root / lieu for lieu in self.lieux]
        while pending:
            path = pending.pop()
            try:
                # A name that has just gone is seen as gone.
                if path.is_dir() and not path.is_symlink():
                    for entry in os.scandir(path):
                        if entry.is_dir(follow_symlinks=False):
                            if entry.name != "__pycache__":
                                pending.append(Path(entry.path))
                        elif entry.is_file(follow_symlinks=False):
                            yield self._nom(entry.path), _etat(entry.stat(follow_symlinks=False))
                elif path.is_file():
                    yield self._nom(os.fspath(path)), _etat(path.stat())
            except FileNotFoundError:
                continue

    def _nom(self, path: str) -> str:
        return os.path.relpath(path, self.root).replace(os.sep, "/")


def _etat(stat: os.stat_result) -> Etat:
    return stat.st_mtime_ns, stat.st_size, stat.st_ino


def _contenu(path: Path) -> bytes:
    """A hash of what it holds; nothing for what cannot be read: the verification says what it thinks of it."""
    try:
        return blake2b(path.read_bytes(), digest_size=16).digest()
    except OSError:
        return b""
