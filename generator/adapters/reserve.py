"""What a build makes is kept for the next one, under the hash of all that it was made from.

Nothing of it is ever trusted: what does not hold its own hash is made again, as if it had never been kept. Contents
stay on the disk: they may be larger than memory.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryFile
from threading import Lock
from typing import IO
from weakref import finalize

from generator.adapters.memoire import DOSSIER

# A file is these bytes, then for each thing: key, age, hash of its content, length of its content, content.
SIGNATURE = b"memento 1\n"
CLE, SOMME, LONGUEUR = 32, 32, 8
TETE = CLE + 1 + SOMME + LONGUEUR
# What so many builds in a row have not asked for is swept away.
AGE = 3
# Where a thing is: the offset of what stands before its content, the length of its content.
Place = tuple[int, int]


def cle(*parts: bytes) -> bytes:
    """The hash of several things, none of which can be taken for a piece of another."""
    digest = blake2b(digest_size=CLE)
    for part in parts:
        digest.update(len(part).to_bytes(LONGUEUR, "big"))
        digest.update(part)
    return digest.digest()


class Reserve:
    """One file under `.memento/`; without a file, nothing is kept."""

    def __init__(self, fichier: Path | None = None) -> None:
        self.fichier = fichier
        self._lu: IO[bytes] | None = None
        self._neuf: IO[bytes] | None = None
        self._verrou = Lock()
        with suppress(OSError):
            self._lu = self._fermer(fichier.open("rb")) if fichier else None
        found = _lire(self._lu) if self._lu else iter(())
        self._gardes = {key: (age, place) for key, age, place in found}
        self._servis: set[bytes] = set()
        self._neufs: dict[bytes, Place] = {}

    @classmethod
    def de(cls, root: Path, name: str) -> "Reserve":
        return cls(root / DOSSIER / name)

    def obtenir(self, key: bytes, faire: Callable[[], bytes]) -> bytes:
        """What is kept under a key, else what `faire` makes; several threads may ask at the same time."""
        with self._verrou:
            kept = self._garde(key)
        if kept is None:
            kept = faire()
            with self._verrou:
                self._garder(key, kept)
        return kept

    def ranger(self) -> None:
        """Keep what was asked for since the file was read; where nothing may be written, nothing is kept."""
        ages = {key: 0 if key in self._servis else age + 1 for key, (age, _) in self._gardes.items()}
        same = all(ages[key] == age for key, (age, _) in self._gardes.items())
        if self.fichier is None or (same and not self._neufs):
            return
        draft = self.fichier.with_name(f"{self.fichier.name}.{os.getpid()}")
        with suppress(OSError), self._verrou:
            self.fichier.parent.mkdir(exist_ok=True)
            try:
                with draft.open("wb") as file:
                    file.write(SIGNATURE)
                    for key, (_, place) in self._gardes.items():
                        if ages[key] <= AGE and key not in self._neufs:
                            _recopier(self._lu, place, ages[key], file)
                    for place in self._neufs.values():
                        _recopier(self._neuf, place, 0, file)
                os.replace(draft, self.fichier)
            finally:
                draft.unlink(missing_ok=True)

    def _garde(self, key: bytes) -> bytes | None:
        """What the file holds under a key, when it holds its own hash."""
        if key in self._neufs and self._neuf:
            return _contenu(self._neuf, key, self._neufs[key])
        if key not in self._gardes or self._lu is None:
            return None
        found = _contenu(self._lu, key, self._gardes[key][1])
        if found is not None:
            self._servis.add(key)
        return found

    def _garder(self, key: bytes, made: bytes) -> None:
        if self.fichier is None or key in self._neufs:
            return
        with suppress(OSError):
            if self._neuf is None:
                self.fichier.parent.mkdir(exist_ok=True)
                # It has no name: whatever happens, nothing of it is left.
                self._neuf = self._fermer(TemporaryFile(dir=self.fichier.parent))  # noqa: SIM115
            offset = self._neuf.seek(0, os.SEEK_END)
            self._neuf.write(key + bytes(1) + _somme(key, made) + len(made).to_bytes(LONGUEUR, "big"))
            self._neuf.write(made)
            self._neuf.flush()
            self._neufs[key] = (offset, len(made))

    def _fermer(self, file: IO[bytes]) -> IO[bytes]:
        """The same file, closed when nobody needs this object any more."""
        finalize(self, file.close)
        return file


def _lire(file: IO[bytes]) -> Iterator[tuple[bytes, int, Place]]:
    """What a file seems to hold, by key: nothing of it is verified yet."""
    size = os.fstat(file.fileno()).st_size
    offset = len(SIGNATURE) if file.read(len(SIGNATURE)) == SIGNATURE else size
    while offset + TETE <= size:
        file.seek(offset)
        head = file.read(TETE)
        length = int.from_bytes(head[-LONGUEUR:], "big")
        if offset + TETE + length > size:
            return
        yield head[:CLE], head[CLE], (offset, length)
        offset += TETE + length


def _contenu(file: IO[bytes], key: bytes, place: Place) -> bytes | None:
    """A content; None when it is not the one that was kept."""
    offset, length = place
    try:
        file.seek(offset)
        head, made = file.read(TETE), file.read(length)
    except OSError:
        return None
    return made if head[:CLE] == key and head[CLE + 1 : -LONGUEUR] == _somme(key, made) else None


def _recopier(source: IO[bytes] | None, place: Place, age: int, cible: IO[bytes]) -> None:
    assert source is not None
    offset, length = place
    source.seek(offset)
    head = source.read(TETE)
    cible.write(head[:CLE] + bytes([age]) + head[CLE + 1 :])
    cible.write(source.read(length))


def _somme(key: bytes, made: bytes) -> bytes:
    return cle(key, made)
