"""What the orders of a build gave, kept on the disk: the next process makes again only what has changed.

Nothing of it is ever trusted. It is read only by the code that wrote it, with the same libraries; what does not hold
its own hash ends the reading; and only what pages are made of is read back: no file can run anything here. The words of
pages stay in the file, where they are read when they are asked for.
"""

import os
import pickle
from array import array
from collections.abc import Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, BinaryIO

from generator.adapters.memoire import DOSSIER, machine
from generator.adapters.tiroirs import Rangement, Tiroir
from generator.render import Page, TocEntry
from generator.render.balises import Releve
from generator.render.commande import Fait, Memoire
from generator.render.rangement import Deballeur, Emballeur, Fichiers, PageRangee, Place

# A file is these bytes, who wrote it, then records: how long what follows is, the lengths of its pieces, the pieces,
# their hash.
SIGNATURE = b"memento faits 2\n"
LONGUEUR, SOMME = 8, 32
# How much is read at once of what is only verified.
BLOC = 1 << 20
# All that may be read back, besides texts, numbers and what holds them.
ADMIS: dict[tuple[str, str], Any] = {
    (kind.__module__, kind.__qualname__): kind for kind in (Page, PageRangee, TocEntry, Releve, Fichiers)
}


def se_rappeler(root: Path) -> Memoire:
    """What the last build of a mémento gave; nothing where it cannot be read."""
    memoire = Memoire(rangement=Rangement(root))
    for name, part in _parties(memoire):
        with suppress(OSError):
            _lire((root / DOSSIER / name).open("rb"), part)
    return memoire


def garder(root: Path, memoire: Memoire) -> None:
    """Keep it for the next process, when something was made; where nothing may be written, nothing is kept."""
    for name, part in _parties(memoire):
        if not part.refaits:
            continue
        place = root / DOSSIER / name
        draft = place.with_name(f"{name}.{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(exist_ok=True)
            try:
                with draft.open("wb") as file:
                    _ecrire(file, part)
                os.replace(draft, place)
            finally:
                draft.unlink(missing_ok=True)


def _parties(memoire: Memoire) -> Iterator[tuple[str, Memoire]]:
    yield "pages", memoire
    yield "relecture", memoire.relecture


def _ecrire(file: BinaryIO, memoire: Memoire) -> None:
    """First what it all depends on and the answers; then each order, with the ranks of its readings."""
    file.write(_tete())
    _ranger(file, (memoire.marque, memoire.questions, memoire.reponses))
    for name, fait in memoire.faits.items():
        _ranger(file, (name, fait.produit, fait.lectures.tobytes()))


def _lire(file: BinaryIO, memoire: Memoire) -> None:
    """Up to its first fault: an order depends on no other."""
    tiroir, head = Tiroir(file), _tete()
    if file.read(len(head)) != head:
        return
    records = _enregistrements(file, tiroir)
    memoire.marque, memoire.questions, memoire.reponses = next(records, ("", [], []))
    for name, made, ranks in records:
        read = array("I")
        read.frombytes(ranks)
        memoire.faits[name] = Fait(made, read)


def _tete() -> bytes:
    return SIGNATURE + machine().encode()


def _ranger(file: BinaryIO, value: object) -> None:
    packer = Emballeur()
    packed = packer.emballer(value)
    lengths = array("Q", (len(packed), *(place.longueur for place in packer.places))).tobytes()
    digest = blake2b(digest_size=SOMME)
    file.write(len(lengths).to_bytes(LONGUEUR, "big"))
    for piece in (lengths, packed, *(place.lire() for place in packer.places)):
        digest.update(piece)
        file.write(piece)
    file.write(digest.digest())


def _enregistrements(file: BinaryIO, tiroir: Tiroir) -> Iterator[Any]:
    size = os.fstat(file.fileno()).st_size
    while length := int.from_bytes(file.read(LONGUEUR), "big"):
        head = file.read(length) if length <= size else b""
        lengths = array("Q", head[: len(head) // LONGUEUR * LONGUEUR])
        if not lengths or len(head) < length or file.tell() + sum(lengths) + SOMME > size:
            return
        digest = blake2b(head, digest_size=SOMME)
        packed = file.read(lengths[0])
        digest.update(packed)
        places = []
        for piece in lengths[1:]:
            places.append(Place(tiroir, file.tell(), piece))
            for start in range(0, piece, BLOC):
                digest.update(file.read(min(BLOC, piece - start)))
        if file.read(SOMME) != digest.digest():
            return
        try:
            yield _Lecteur(packed, places).load()
        except pickle.UnpicklingError:
            return


class _Lecteur(Deballeur):
    """Makes nothing but what is admitted."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        try:
            return ADMIS[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} n'est pas admis") from None
