"""Pages written by several processes, each as many as it has time for: in its shell, a page depends on no other page.

Neighbours have their shells in common: a stretch of pages is begun at one end by a process, at the other by another,
until they meet.
"""

import logging
import os
from collections.abc import Callable, Sequence
from functools import partial
from itertools import pairwise

from mkdocs.structure.pages import Page as MkDocsPage

from generator.adapters.a_part import Apart
from generator.render.execution import SEUIL, bras
from generator.render.partage import Partage

# Where MkDocs tells that a page is empty, which it does not write.
JOURNAL = logging.getLogger("mkdocs.commands.build")
# Who takes the pages of a stretch from its first, and who from its last.
DU_DEBUT, DE_LA_FIN = 0, 1
# How much more readily than others these processes leave the processor.
DOUCEUR = 10


class Copistes:
    """They begin at once; who started them begins the first stretch, and asks which of its pages are left to it."""

    def __init__(self, pages: Sequence[MkDocsPage], ecrire: Callable[[MkDocsPage], None], seuil: int = SEUIL) -> None:
        hands = min(bras() if len(pages) >= seuil else 1, len(pages))
        stretches = troncons(pages, hands)
        self._rangs = {page.url: rank for rank, page in enumerate(stretches[0])} if stretches else {}
        self._ailleurs = frozenset(page.url for stretch in stretches[1:] for page in stretch)
        self._partages = [Partage(len(stretch), min(2, hands - 2 * number)) for number, stretch in enumerate(stretches)]
        self._suite = self._partages[0].rangs(DU_DEBUT) if stretches else iter(())
        self._prises = 0
        JOURNAL.addFilter(_a_dire)
        self._partis = [
            Apart(partial(_ecrire, stretches[hand // 2], self._partages[hand // 2], hand % 2, ecrire))
            for hand in range(1, hands)
        ]

    def ecrivent(self, url: str) -> bool:
        """True for a page that another process writes; one that is left to who asks is taken, with all before it."""
        rank = self._rangs.get(url)
        if rank is None:
            return url in self._ailleurs
        while self._prises <= rank and next(self._suite, None) is not None:
            self._prises += 1
        return rank >= self._prises

    def attendre(self) -> None:
        """Until all is written; raises what went wrong."""
        for gone in self._partis:
            gone.resultat()
        self._fermer()

    def abandonner(self) -> None:
        for gone in self._partis:
            gone.abandonner()
        self._fermer()

    def _fermer(self) -> None:
        self._suite = iter(())
        while self._partages:
            self._partages.pop().fermer()


def troncons(pages: Sequence[MkDocsPage], hands: int) -> list[Sequence[MkDocsPage]]:
    """Runs of neighbours for two hands each, the last for one when their number is odd; as long as they are many."""
    bounds = [len(pages) * hand // hands for hand in (*range(0, hands, 2), hands)] if hands else []
    return [pages[start:stop] for start, stop in pairwise(bounds)]


def _ecrire(
    pages: Sequence[MkDocsPage], partage: Partage, bout: int, ecrire: Callable[[MkDocsPage], None]
) -> None:  # pragma: no cover: it is done in a copy of the process, which nothing measures
    # What only one process can make goes first.
    os.nice(DOUCEUR)
    # Only how many each takes matters: one of them counts from the end.
    for _, page in zip(partage.rangs(bout), reversed(pages) if bout == DE_LA_FIN else pages, strict=False):
        ecrire(page)


def _a_dire(record: logging.LogRecord) -> bool:
    """A page that is left to another process is nothing to worry about."""
    return not record.getMessage().startswith("Page skipped")
