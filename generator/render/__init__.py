"""The base becomes pages: the inside of each `<article>`, the navigation, the assets."""

from collections.abc import Mapping
from datetime import date

from generator.compile import Program
from generator.diagnostics import Outcome, Report
from generator.render.atelier import Atelier
from generator.render.calculateurs import pages_de_calculateurs
from generator.render.codes import CODES
from generator.render.couverture import page_de_couverture
from generator.render.formation import pages_de_formation
from generator.render.langage import page_du_langage
from generator.render.monofichier import fichier_unique
from generator.render.navigation import navigation
from generator.render.outils import pages_des_outils
from generator.render.pacte import pages_du_pacte
from generator.render.pages import pages_de_mots
from generator.render.parametres import pages_de_parametres
from generator.render.parcours import fichier_de_matrice, pages_du_parcours
from generator.render.pratiques import pages_des_pratiques
from generator.render.regles import pages_de_regles
from generator.render.reperes import fichiers_de_reperes, pages_de_reperes
from generator.render.script import scripts
from generator.render.site import ARCHIVE, NavEntry, Page, Site, TocEntry
from generator.render.sources import pages_de_sources
from generator.render.structures import pages_de_structures
from generator.render.styles import styles
from generator.resolve import KnowledgeBase

__all__ = ["CODES", "NavEntry", "Page", "Site", "TocEntry", "render_site"]


def render_site(
    base: KnowledgeBase, programs: tuple[Program, ...], today: date, assets: Mapping[str, bytes] | None = None
) -> Outcome[Site]:
    """Every page as it reads on a day (MEM4xx); `assets` are the files that the theme publishes, by url."""
    atelier = Atelier(base, programs, today)
    pages = (
        *pages_de_mots(atelier),
        *pages_de_structures(atelier),
        *pages_du_pacte(atelier),
        *pages_du_parcours(atelier),
        *pages_des_pratiques(atelier),
        *pages_de_formation(atelier),
        *pages_des_outils(atelier),
        *pages_de_reperes(atelier),
        *pages_de_regles(atelier),
        *pages_de_parametres(atelier),
        *pages_de_sources(atelier),
        *pages_de_calculateurs(atelier),
        page_du_langage(atelier),
        *page_de_couverture(atelier),
    )
    theme = assets or {}
    made = {
        **scripts(theme),
        **styles(theme),
        **fichier_de_matrice(atelier),
        **fichiers_de_reperes(atelier),
        **fichier_unique(atelier, theme),
    }
    site = Site(tuple(sorted(pages, key=lambda page: page.url)), (*theme, *made, ARCHIVE), navigation(atelier), made)
    return Outcome(site, Report.of(atelier.diagnostics))
