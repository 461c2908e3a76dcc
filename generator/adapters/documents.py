"""The printed documents, composed while the pages are written, and kept until one of their words changes."""

import os
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from importlib.metadata import version
from importlib.resources import files

from generator.adapters.composition import composer
from generator.adapters.reserve import Reserve, cle

# The way of composing is part of what a document is made from.
FACON = (version("typst").encode(), files("generator.adapters").joinpath("composition.py").read_bytes())


class Documents:
    """Composition begins at once; Typst does not hold Python back."""

    def __init__(self, sources: Mapping[str, str], jour: date, reserve: Reserve) -> None:
        self.reserve = reserve
        self._atelier = ThreadPoolExecutor(os.cpu_count())
        self._promis: dict[str, Future[bytes]] = {
            url: self._atelier.submit(self._composer, source, jour) for url, source in sources.items()
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
        """What has not begun will not."""
        self._atelier.shutdown(wait=False, cancel_futures=True)

    def _composer(self, source: str, jour: date) -> bytes:
        key = cle(source.encode(), jour.isoformat().encode(), *FACON)
        return self.reserve.obtenir(key, lambda: composer(source, jour))
