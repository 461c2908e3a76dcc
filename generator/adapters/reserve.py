"""What a build makes is kept for the next one, under the hash of all that it was made from.

Nothing of it is ever trusted: what does not hold its own hash is made again, as if it had never been kept.
"""

import os
from collections.abc import Callable
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from generator.adapters.memoire import DOSSIER

# A file is these bytes, then for each thing: key, age, hash of its content, length of its content, content.
SIGNATURE = b"memento 1\n"
CLE, SOMME, LONGUEUR = 32, 32, 8
TETE = CLE + 1 + SOMME + LONGUEUR
# What so many builds in a row have not asked for is swept away.
AGE = 3


def cle(*parts: bytes) -> bytes:
    """The hash of several things, none of which can be taken for a piece of another."""
    digest = blake2b(digest_size=CLE)
    for part in parts:
        digest.update(len(part).to_bytes(LONGUEUR, "big"))
        digest.update(part)
    return digest.digest()


class Reserve:
    """One file under `.memento/`; without a file, it lasts as long as this object."""

    def __init__(self, fichier: Path | None = None) -> None:
        self.fichier = fichier
        self.gardes: dict[bytes, tuple[int, bytes]] = dict(_lire(fichier)) if fichier else {}
        self.servis: dict[bytes, bytes] = {}
        self._verrou = Lock()

    @classmethod
    def de(cls, root: Path, name: str) -> "Reserve":
        return cls(root / DOSSIER / name)

    def obtenir(self, key: bytes, faire: Callable[[], bytes]) -> bytes:
        """What is kept under a key, else what `faire` makes; several threads may ask at the same time."""
        if key not in self.servis:
            kept = self.gardes.get(key)
            made = kept[1] if kept else faire()
            with self._verrou:
                self.servis[key] = made
        return self.servis[key]

    def ranger(self) -> None:
        """Keep what was asked for since the file was read; where nothing may be written, nothing is kept."""
        old = {key: (age + 1, made) for key, (age, made) in self.gardes.items() if key not in self.servis}
        kept = {key: item for key, item in old.items() if item[0] <= AGE}
        kept |= {key: (0, made) for key, made in self.servis.items()}
        if self.fichier is None or kept == self.gardes:
            return
        draft = self.fichier.with_name(f"{self.fichier.name}.{os.getpid()}")
        with suppress(OSError):
            self.fichier.parent.mkdir(exist_ok=True)
            try:
                with draft.open("wb") as file:
                    file.write(SIGNATURE)
                    for key, (age, made) in kept.items():
                        file.write(key + bytes([age]) + _somme(key, made) + len(made).to_bytes(LONGUEUR, "big"))
                        file.write(made)
                os.replace(draft, self.fichier)
            finally:
                draft.unlink(missing_ok=True)
        self.gardes = kept


def _lire(fichier: Path) -> list[tuple[bytes, tuple[int, bytes]]]:
    """What the file holds up to its first fault."""
    try:
        data = fichier.read_bytes()
    except OSError:
        return []
    found: list[tuple[bytes, tuple[int, bytes]]] = []
    place = len(SIGNATURE) if data.startswith(SIGNATURE) else len(data)
    while place + TETE <= len(data):
        head = data[place : place + TETE]
        end = place + TETE + int.from_bytes(head[-LONGUEUR:], "big")
        key, made = head[:CLE], data[place + TETE : end]
        if end > len(data) or head[CLE + 1 : -LONGUEUR] != _somme(key, made):
            break
        found.append((key, (head[CLE], made)))
        place = end
    return found


def _somme(key: bytes, made: bytes) -> bytes:
    return cle(key, made)
