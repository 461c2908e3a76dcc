"""What takes long, made beside while someone reads: the faults of the whole site, its search, its documents."""

import os
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError
from dataclasses import dataclass
from datetime import date
from threading import Condition, Thread

from generator.adapters.a_part import Abandonne, Apart
from generator.adapters.composition import Incomposable
from generator.adapters.documents import Documents
from generator.adapters.recherche import fichiers_de_recherche, indexer_le_site
from generator.adapters.reserve import Reserve
from generator.diagnostics import Report
from generator.pipeline import Build, complete

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
        self._suite: Apart[Suite] | None = None
        self._documents: Documents | None = None

    def refaire(self, read: Build, today: date, theme: Mapping[str, bytes]) -> None:
        """Begin again; no other thread may be at work on the mémento, since a process is copied."""
        self.abandonner()
        suite = self._suite = Apart(lambda: _suite(read, today, theme))
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

    def _attendre(self, suite: Apart[Suite], today: date) -> None:
        try:
            made = suite.resultat()
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


def _suite(read: Build, today: date, theme: Mapping[str, bytes]) -> Suite:
    os.nice(DOUCEUR)
    built = complete(read, today, theme)
    if built.site is None:
        return Suite(built.report, {}, {})
    index = indexer_le_site(built.base, built.programs, built.site, today)
    return Suite(built.report, fichiers_de_recherche(built.base, index), built.site.imprimes)
