"""The index of the search for a site."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from generator.compile import Program
from generator.render import Site
from generator.render.atelier import Atelier
from generator.render.raccourcis import adresse_de_raccourci
from generator.render.recherche import Analyseur, FicheDeRecherche, IndexDeRecherche, fiches, indexer, lexique
from generator.render.recherche.ecriture import ecrire_index
from generator.render.recherche.lexique import Lexique
from generator.render.site import INDEX
from generator.resolve import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Entrees:
    """All that the index of a site is made from: once they are there, it needs neither the base nor the pages.

    `themes` and `siae` are the names that are written beside it, by identifier.
    """

    fiches: tuple[FicheDeRecherche, ...]
    lexique: Lexique
    analyseur: Analyseur
    raccourcis: tuple[tuple[str, str], ...]
    themes: Mapping[str, str]
    siae: Mapping[str, str]

    def index(self) -> IndexDeRecherche:
        return indexer(self.fiches, self.lexique, self.analyseur, self.raccourcis)

    def ecrire(self) -> bytes:
        """The index as the browser reads it."""
        return ecrire_index(self.index(), self.themes, self.siae)


def entrees(base: KnowledgeBase, programs: tuple[Program, ...], site: Site, today: date) -> Entrees:
    """What the search finds, as the pages of the site read on a day."""
    analyseur = Analyseur()
    shortcuts = (
        (request, url)
        for raccourci in base.raccourcis
        for target in raccourci.vers
        for request in raccourci.mots
        if (url := adresse_de_raccourci(base, target)) is not None
    )
    return Entrees(
        fiches(Atelier(base, programs, today), site.pages),
        lexique(base, analyseur),
        analyseur,
        tuple(shortcuts),
        **_noms(base),
    )


def indexer_le_site(base: KnowledgeBase, programs: tuple[Program, ...], site: Site, today: date) -> IndexDeRecherche:
    """The index of what they are."""
    return entrees(base, programs, site, today).index()


def fichiers_de_recherche(base: KnowledgeBase, index: IndexDeRecherche) -> Mapping[str, bytes]:
    """What the browser loads when a reader searches, by url."""
    return {INDEX: ecrire_index(index, **_noms(base))}


def _noms(base: KnowledgeBase) -> dict[str, Mapping[str, str]]:
    siae = base.listes["siae"].options if "siae" in base.listes else {}
    return {"themes": {theme.id: theme.titre for theme in base.themes.values()}, "siae": siae}
