"""The index of the search for a site."""

from collections.abc import Mapping
from datetime import date

from generator.compile import Program
from generator.render import Site
from generator.render.atelier import Atelier
from generator.render.raccourcis import adresse_de_raccourci
from generator.render.recherche import Analyseur, IndexDeRecherche, fiches, indexer, lexique
from generator.render.recherche.ecriture import ecrire_index
from generator.render.site import INDEX
from generator.resolve import KnowledgeBase


def indexer_le_site(base: KnowledgeBase, programs: tuple[Program, ...], site: Site, today: date) -> IndexDeRecherche:
    """What the search finds, as the pages of the site read on a day."""
    analyseur = Analyseur()
    found = fiches(Atelier(base, programs, today), site.pages)
    shortcuts = [
        (request, url)
        for raccourci in base.raccourcis
        for target in raccourci.vers
        for request in raccourci.mots
        if (url := adresse_de_raccourci(base, target)) is not None
    ]
    return indexer(found, lexique(base, analyseur), analyseur, shortcuts)


def fichiers_de_recherche(base: KnowledgeBase, index: IndexDeRecherche) -> Mapping[str, bytes]:
    """What the browser loads when a reader searches, by url."""
    return {INDEX: index_ecrit(base, index)}


def index_ecrit(base: KnowledgeBase, index: IndexDeRecherche) -> bytes:
    """The index as the browser reads it."""
    siae = base.listes["siae"].options if "siae" in base.listes else {}
    themes = {theme.id: theme.titre for theme in base.themes.values()}
    return ecrire_index(index, themes, siae)
