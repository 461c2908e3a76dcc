"""What takes long, made beside while someone reads: the faults of the whole site, its search, its documents."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from threading import Condition, Thread

from generator.adapters.a_part import NEUF, Abandonne, Apart
from generator.adapters.composition import Incomposable
from generator.adapters.documents import Documents
from generator.adapters.recherche import fichiers_de_recherche, indexer_le_site
from generator.adapters.reserve import Reserve
from generator.diagnostics import Report
from generator.pipeline import build

# Who reads comes first.
DOUCEUR = 5
# A composition lasts some seconds; whatever happens, nobody waits for ever.
PATIENCE = 300


@dataclass(frozen=True, slots=True)
class Suite:
    """What the whole site says, what its search finds, and what is to be printed."""

    rapport: Report
    recherche: Mapping[str, bytes]
    imprimes: Mapping[str, str]


class Fond:
    """One work at a time: what has changed makes the one before useless.

    `dire` is told what the whole site says, `avouer` why a document could not be made.
    """

    def __init__(
        self, reserve: Callable[[], Reserve], dire: Callable[[Report], None], avouer: Callable[[str], None]
    ) -> None:
        self.reserve = reserve
        self.dire = dire
        self.avouer = avouer
        self._change = Condition()
        self._faits: dict[str, bytes] = {}
        self._complet = False
        self._suite: Apart[Suite | None] | None = None
        self._documents: Documents | None = None

    def refaire(self, root: Path, today: date) -> None:
        """Begin again, from the files as they are now."""
        self.abandonner()
        suite = self._suite = Apart(partial(_suite, root, today), NEUF)
        Thread(target=self._attendre, args=(suite, today), daemon=True).start()

    def lire(self, url: str) -> bytes | None:
        """The last one that was made; the first one is waited for."""
        with self._change:
            self._change.wait_for(lambda: url in self._faits or self._complet, PATIENCE)
            return self._faits.get(url)

    def abandonner(self) -> None:
        """Leave the work as it is."""
        with self._change:
            suite, documents, self._suite, self._documents = self._suite, self._documents, None, None
        if suite:
            suite.abandonner()
        if documents:
            documents.abandonner()

    def _attendre(self, suite: Apart[Suite | None], today: date) -> None:
        try:
            made = suite.resultat()
            if made is None:
                return
            self.dire(made.rapport)
            self._publier(made.recherche)
            documents = Documents(made.imprimes, today, self.reserve())
            with self._change:
                # What has changed meanwhile has another work begun.
                if self._suite is suite:
                    self._documents = documents
            if self._documents is not documents:
                documents.abandonner()
            self._publier(documents.obtenir())
        except (Abandonne, CancelledError):
            return
        except Incomposable as error:
            self.avouer(str(error))
        with self._change:
            self._complet = True
            self._change.notify_all()

    def _publier(self, made: Mapping[str, bytes]) -> None:
        with self._change:
            self._faits.update(made)
            self._change.notify_all()


def _suite(root: Path, today: date) -> Suite | None:
    """None when a fault has been written meanwhile: it has been told."""
    os.nice(DOUCEUR)
    built = build(root, today)
    if built.site is None:
        return None
    index = indexer_le_site(built.base, built.programs, built.site, today)
    return Suite(built.report, fichiers_de_recherche(built.base, index), built.site.imprimes)
