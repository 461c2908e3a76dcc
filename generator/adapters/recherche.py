"""The index of the search for a site, and the library that reads it in the browser."""

from collections.abc import Mapping
from datetime import date
from importlib.resources import files

import minify

from generator.compile import Program
from generator.render import Site
from generator.render.atelier import Atelier
from generator.render.raccourcis import adresse_de_raccourci
from generator.render.recherche import Analyseur, IndexDeRecherche, fiches, indexer, lexique
from generator.render.recherche.ecriture import ecrire_index
from generator.render.site import INDEX, LUNR
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
    return {INDEX: index_ecrit(base, index), LUNR: bibliotheque()}


def index_ecrit(base: KnowledgeBase, index: IndexDeRecherche) -> bytes:
    """The index as the browser reads it."""
    siae = base.listes["siae"].options if "siae" in base.listes else {}
    themes = {theme.id: theme.titre for theme in base.themes.values()}
    return ecrire_index(index, themes, siae)


def bibliotheque() -> bytes:
    """The lunr.js that MkDocs ships, smaller, under the notice that its licence asks to keep."""
    text = files("mkdocs").joinpath("contrib/search/templates/search/lunr.js").read_text(encoding="utf-8")
    notice = text[: text.index("*/") + 2]
    return f"{notice}\n{minify.string('application/javascript', text)}\n".encode()
