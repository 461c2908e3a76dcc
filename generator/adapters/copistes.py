"""Pages written by several processes, each its share: in its shell, a page depends on no other page."""

import logging
from collections.abc import Callable, Sequence
from functools import partial

from mkdocs.structure.pages import Page as MkDocsPage

from generator.adapters.a_part import Apart
from generator.render.execution import SEUIL, bras

# Where MkDocs tells that a page is empty, which it does not write.
JOURNAL = logging.getLogger("mkdocs.commands.build")


class Copistes:
    """They begin at once; `ailleurs` are the pages that they write, the others are left to who started them."""

    def __init__(self, pages: Sequence[MkDocsPage], ecrire: Callable[[MkDocsPage], None], seuil: int = SEUIL) -> None:
        _, *shares = partager(pages, bras() if len(pages) >= seuil else 1)
        self.ailleurs = frozenset(page.url for share in shares for page in share)
        JOURNAL.addFilter(_a_dire)
        self._partis = [Apart(partial(_ecrire, share, ecrire)) for share in shares]

    def attendre(self) -> None:
        """Until all is written; raises what went wrong."""
        for gone in self._partis:
            gone.resultat()

    def abandonner(self) -> None:
        for gone in self._partis:
            gone.abandonner()


def partager(pages: Sequence[MkDocsPage], parts: int) -> list[list[MkDocsPage]]:
    """As many runs of neighbours, which have their shells in common, of about the same length of words."""
    weights = [len(page.content or "") for page in pages]
    whole = sum(weights) or 1
    shares: list[list[MkDocsPage]] = [[] for _ in range(parts)]
    before = 0
    for page, weight in zip(pages, weights, strict=True):
        shares[before * parts // whole if before < whole else -1].append(page)
        before += weight
    return shares


def _ecrire(
    pages: Sequence[MkDocsPage], ecrire: Callable[[MkDocsPage], None]
) -> None:  # pragma: no cover: it is done in a copy of the process, which nothing measures
    for page in pages:
        ecrire(page)


def _a_dire(record: logging.LogRecord) -> bool:
    """A page that is left to another process is nothing to worry about."""
    return not record.getMessage().startswith("Page skipped")
