"""What the orders of a build gave, kept on the disk: the next process makes again only what has changed.

Nothing of it is ever trusted. It is read only by the code that wrote it, with the same libraries; what does not hold
its own hash ends the reading; and only what pages are made of is read back: no file can run anything here.
"""

import os
import pickle
from array import array
from collections.abc import Iterator
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from generator.adapters.memoire import DOSSIER, machine
from generator.adapters.reserve import LONGUEUR, SOMME, cle
from generator.render import Page, TocEntry
from generator.render.balises import Releve
from generator.render.commande import Fait, Memoire
from generator.render.lecture import Question

# A file is these bytes, who wrote it, then records: hash of the content, its length, the content.
SIGNATURE = b"memento faits 1\n"
TETE = SOMME + LONGUEUR
# All that may be read back, besides texts, numbers and what holds them.
ADMIS: dict[tuple[str, str], Any] = {(kind.__module__, kind.__qualname__): kind for kind in (Page, TocEntry, Releve)}


def se_rappeler(root: Path) -> Memoire:
    """What the last build of a mémento gave; nothing where it cannot be read."""
    memoire = Memoire()
    for name, part in _parties(memoire):
        with suppress(OSError), (root / DOSSIER / name).open("rb") as file:
            _lire(file, part)
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
    """First what it all depends on and the answers; then each order, its readings by their rank."""
    file.write(_tete())
    ranks = {question: rank for rank, question in enumerate(memoire.reponses)}
    _ranger(file, (memoire.marque, tuple(memoire.reponses.items())))
    for name, fait in memoire.faits.items():
        _ranger(file, (name, fait.produit, array("I", map(ranks.__getitem__, fait.lectures)).tobytes()))


def _lire(file: BinaryIO, memoire: Memoire) -> None:
    """Up to its first fault: an order depends on no other."""
    head = _tete()
    if file.read(len(head)) != head:
        return
    records = _enregistrements(file)
    memoire.marque, answers = next(records, ("", ()))
    questions: list[Question] = [question for question, _ in answers]
    memoire.reponses = dict(answers)
    for name, made, ranks in records:
        read = array("I")
        read.frombytes(ranks)
        memoire.faits[name] = Fait(made, frozenset(map(questions.__getitem__, read)))


def _tete() -> bytes:
    return SIGNATURE + machine().encode()


def _ranger(file: BinaryIO, value: object) -> None:
    content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    file.write(cle(content) + len(content).to_bytes(LONGUEUR, "big") + content)


def _enregistrements(file: BinaryIO) -> Iterator[Any]:
    size = os.fstat(file.fileno()).st_size
    while len(head := file.read(TETE)) == TETE:
        length = int.from_bytes(head[SOMME:], "big")
        content = file.read(length) if length <= size else b""
        if len(content) < length or cle(content) != head[:SOMME]:
            return
        try:
            yield _Lecteur(BytesIO(content)).load()
        except pickle.UnpicklingError:
            return


class _Lecteur(pickle.Unpickler):
    """Makes nothing but what is admitted."""

    def find_class(self, module_name: str, global_name: str) -> Any:
        try:
            return ADMIS[module_name, global_name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module_name}.{global_name} n'est pas admis") from None
