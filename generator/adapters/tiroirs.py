"""What a build makes, put away in files without a name beside what is kept: memory does not grow with the site."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryFile
from typing import BinaryIO
from weakref import finalize

from generator.adapters.a_part import Apart
from generator.adapters.memoire import DOSSIER
from generator.render.rangement import Place
from generator.render.rangement import Tiroir as UnTiroir


class Tiroir:
    """A file that grows at its end; whoever has it open reads it anywhere, whichever process filled it."""

    def __init__(self, file: BinaryIO) -> None:
        self._fichier = file.fileno()
        self._fin = 0
        # Closed when nothing of it can be read any more.
        finalize(self, file.close)

    def ranger(self, content: bytes) -> Place:
        place, rest = Place(self, self._fin, len(content)), memoryview(content)
        while rest:
            written = os.pwrite(self._fichier, rest, self._fin)
            self._fin, rest = self._fin + written, rest[written:]
        return place

    def lire(self, debut: int, longueur: int) -> bytes:
        content = os.pread(self._fichier, longueur, debut)
        if len(content) < longueur:
            raise OSError(f"{DOSSIER} a changé pendant la construction")
        return content


class Rangement:
    """Where a mémento keeps what was made; nowhere, when nothing may be written there."""

    def __init__(self, root: Path) -> None:
        self._dossier = root / DOSSIER

    def tiroir(self) -> Tiroir | None:
        try:
            self._dossier.mkdir(exist_ok=True)
            # It has no name: whatever happens, nothing of it is left.
            return Tiroir(TemporaryFile(dir=self._dossier, buffering=0))
        except OSError:
            return None


class Depose:
    """Bytes made in another process, which leaves them in a drawer and ends: who needs them may be at work for long,
    and, until they were taken, all that they were made from would wait with them.
    """

    def __init__(self, faire: Callable[[], bytes], tiroir: UnTiroir | None) -> None:
        self._tiroir = tiroir
        self._travail = Apart(lambda: _deposer(faire(), tiroir))

    def resultat(self) -> bytes:
        """As `Apart.resultat`."""
        made = self._travail.resultat()
        if isinstance(made, bytes):
            return made
        assert self._tiroir is not None
        return self._tiroir.lire(*made)

    def abandonner(self) -> None:
        """It is not needed any more."""
        self._travail.abandonner()


def _deposer(content: bytes, tiroir: UnTiroir | None) -> bytes | tuple[int, int]:
    """Where it is; itself where there is no room."""
    try:
        place = tiroir.ranger(content) if tiroir else None
    except OSError:
        place = None
    return (place.debut, place.longueur) if place else content
