"""What MkDocs publishes: our pages and our files, in the place of what the docs folder and the theme hold."""

from collections.abc import Mapping
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.adapters.brouillon import PLAN, marquer_fichiers, mention
from generator.adapters.entetes import Proteges
from generator.adapters.feuille_du_theme import DOSSIER, FEUILLE
from generator.adapters.fichier_fait import FichierFait
from generator.adapters.page_faite import PageFaite
from generator.render import Page, Site
from generator.render.rangement import Fichiers

# What the theme publishes for a search that is not ours, and the maps that only its authors read.
SANS_USAGE, CARTES = ("assets/javascripts/lunr/", "assets/javascripts/workers/"), ".map"


def remplacer(
    files: Files, config: MkDocsConfig, site: Site, pages: Mapping[str, Page], styles: bytes, *, publie: bool
) -> None:
    """`pages` are those of the site by the Markdown file that would make each, `styles` our sheet of the theme, empty
    when it is the theme's own that is read. While someone writes, nothing is `publie`: no file has its policy.
    """
    _retirer(files, config, site, styles)
    titles = {entry.url: escape(entry.titre) for entry in site.liens_de_navigation}
    for uri, page in pages.items():
        level = InclusionLevel.INCLUDED if page.url in titles else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, uri, content="", inclusion=level)
        file.edit_uri = page.source_path
        PageFaite(page, file, config, titles.get(page.url), site.signalements.get(page.url))
        files.append(file)
    words = mention(config)
    kept = marquer_fichiers(site.fichiers, words) if words else site.fichiers
    if styles:
        kept = Fichiers(kept) | {config.extra["noms"][FEUILLE]: styles}
    made = Proteges(kept) if publie else kept
    for url in made:
        files.append(FichierFait.de(config, url, made))


def _retirer(files: Files, config: MkDocsConfig, site: Site, styles: bytes) -> None:
    """The Markdown, what nobody loads, what the theme publishes under a name that carries its content."""
    searched = any(name.endswith("search") for name in config.plugins)
    dropped = {PLAN, *site.noms}
    for file in tuple(files):
        uri = file.src_uri
        unused = uri.endswith(CARTES) or (uri.startswith(SANS_USAGE) and not searched)
        unused = unused or (uri.startswith(DOSSIER) and bool(styles))
        if unused or uri in dropped or file.is_documentation_page():
            files.remove(file)
