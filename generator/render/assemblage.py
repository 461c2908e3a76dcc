"""Every page, every file: the whole site."""

from collections.abc import Callable, Mapping
from datetime import date

from generator.compile import Program
from generator.diagnostics import Outcome, Report
from generator.load import SANS_VERROU, Verrou
from generator.render.atelier import Atelier
from generator.render.au import page_du_jour
from generator.render.calculateurs import fichiers_des_arbres, pages_de_calculateurs
from generator.render.comparer import page_de_comparaison
from generator.render.couverture import page_de_couverture
from generator.render.empreintes import noms
from generator.render.explications import pages_des_codes
from generator.render.exports.agenda import fichier_de_calendrier
from generator.render.exports.api import fichiers_de_l_api
from generator.render.exports.dates import fichiers_des_dates
from generator.render.exports.flux import fichiers_de_flux
from generator.render.exports.schemas import schemas_publies
from generator.render.formation import pages_de_formation
from generator.render.langage import page_du_langage
from generator.render.monofichier import fichier_unique
from generator.render.navigation import navigation
from generator.render.nouveautes import page_des_nouveautes
from generator.render.obligatoires import pied
from generator.render.outils import pages_des_outils
from generator.render.pacte import pages_du_pacte
from generator.render.pages import pages_de_mots
from generator.render.papier.imprimes import imprimes
from generator.render.parametres import pages_de_parametres
from generator.render.parcours import fichier_de_matrice, pages_du_parcours
from generator.render.plan import page_du_plan
from generator.render.pratiques import pages_des_pratiques
from generator.render.recherche.bibliotheque import lunr
from generator.render.redirections import fichiers_rediriges, pages_de_redirection
from generator.render.regles import pages_de_regles
from generator.render.reperes import fichiers_de_reperes, pages_de_reperes
from generator.render.reutiliser import page_de_reutilisation
from generator.render.script import scripts
from generator.render.signalement import signalements
from generator.render.site import ARCHIVE, INDEX, LUNR, Site
from generator.render.sources import pages_de_sources
from generator.render.structures import pages_de_structures
from generator.render.styles import styles
from generator.resolve import KnowledgeBase

# Files made from the base, each by its url.
FICHIERS: tuple[Callable[[Atelier], Mapping[str, bytes]], ...] = (
    fichier_de_matrice,
    fichiers_de_reperes,
    fichiers_de_l_api,
    fichiers_de_flux,
    fichier_de_calendrier,
    lambda atelier: schemas_publies(atelier.base),
    fichiers_des_arbres,
)


def render_site(
    base: KnowledgeBase,
    programs: tuple[Program, ...],
    today: date,
    assets: Mapping[str, bytes] | None = None,
    verrou: Verrou = SANS_VERROU,
) -> Outcome[Site]:
    """Every page as it reads on a day (MEM4xx); `assets` are the files that the theme publishes, by url,
    `verrou` the addresses that have moved.
    """
    theme = assets or {}
    machine = {**scripts(theme), **styles(theme), **fichiers_des_dates(base, today), LUNR: lunr()}
    # Known before the pages, which load them by these names.
    named = noms({**theme, **machine})
    atelier = Atelier(base, programs, today, named)
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
        page_des_nouveautes(atelier),
        page_de_reutilisation(atelier),
        page_du_langage(atelier),
        *pages_des_codes(atelier),
        page_du_jour(atelier),
        page_de_comparaison(atelier),
        *page_de_couverture(atelier),
    )
    nav = navigation(atelier)
    pages = (*pages, *page_du_plan(atelier, pages, nav))
    made = {named[url]: theme[url] for url in theme if url in named}
    made |= {named.get(url, url): content for url, content in machine.items()}
    for make in FICHIERS:
        made |= make(atelier)
    made |= fichier_unique(atelier, theme)
    moved = fichiers_rediriges(verrou, made)
    made |= moved
    pages += tuple(pages_de_redirection(atelier, verrou, {page.url for page in pages}))
    printed = imprimes(atelier)
    site = Site(
        pages=tuple(sorted(pages, key=lambda page: page.url)),
        assets=(*(url for url in theme if url not in named), *made, *printed, ARCHIVE, INDEX),
        nav=nav,
        fichiers=made,
        imprimes=printed,
        rediriges=frozenset(moved),
        pied=pied(atelier),
        signalements=signalements(atelier, pages),
        noms=named,
    )
    return Outcome(site, Report.of(atelier.diagnostics))
