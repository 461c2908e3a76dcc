"""The printed documents, composed while the pages are written, and kept until one of their words changes."""

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from importlib.resources import files
from threading import Condition

from generator.adapters.composition import Composition, Incomposable
from generator.adapters.reserve import Reserve, cle

# The way of composing is part of what a document is made from.
FACON = (version("typst").encode(), files("generator.adapters").joinpath("composition.py").read_bytes())
# What Typst takes for each byte of a source, beside what it takes for itself: measured from 18 to 3,000 kB (ADR 0031).
PAR_OCTET, TOUJOURS = 700, 45_000_000
# What the documents that are being composed may take together; a larger one is composed alone.
MEMOIRE = 500_000_000


class Documents:
    """Composition begins at once, each document in a process of its own, as many at a time as memory allows."""

    def __init__(self, sources: Mapping[str, str], jour: date, reserve: Reserve) -> None:
        self.reserve = reserve
        self._pret = Condition()
        self._prise = 0
        self._en_cours: set[Composition] = set()
        self._abandonne = False
        self._atelier = ThreadPoolExecutor(os.cpu_count())
        self._promis: dict[str, Future[bytes]] = {
            url: self._atelier.submit(self._obtenir, source, jour) for url, source in sources.items()
        }

    def obtenir(self) -> dict[str, bytes]:
        """The PDF by url, once they are all made. Raises composition.Incomposable."""
        try:
            made = {url: promised.result() for url, promised in self._promis.items()}
        finally:
            self.abandonner()
        self.reserve.ranger()
        return made

    def abandonner(self) -> None:
        """What has not begun will not; what has begun is left there."""
        self._atelier.shutdown(wait=False, cancel_futures=True)
        with self._pret:
            self._abandonne = True
            for composition in self._en_cours:
                composition.abandonner()
            self._pret.notify_all()

    def _obtenir(self, source: str, jour: date) -> bytes:
        key = cle(source.encode(), jour.isoformat().encode(), *FACON)
        return self.reserve.obtenir(key, lambda: self._composer(source, jour))

    def _composer(self, source: str, jour: date) -> bytes:
        with self._place(memoire(source)):
            with self._pret:
                if self._abandonne:
                    raise CancelledError
                composition = Composition(source, jour)
                self._en_cours.add(composition)
            try:
                return composition.resultat()
            except Incomposable:
                if self._abandonne:
                    raise CancelledError from None
                raise
            finally:
                with self._pret:
                    self._en_cours.discard(composition)

    @contextmanager
    def _place(self, memory: int) -> Iterator[None]:
        """Wait until so much memory may be taken."""
        with self._pret:
            self._pret.wait_for(lambda: self._abandonne or not self._prise or self._prise + memory <= MEMOIRE)
            self._prise += memory
        try:
            yield
        finally:
            with self._pret:
                self._prise -= memory
                self._pret.notify_all()


def memoire(source: str) -> int:
    """About how many bytes it takes to compose a source."""
    return TOUJOURS + PAR_OCTET * len(source)
