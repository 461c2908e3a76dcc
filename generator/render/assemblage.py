"""Every page, every file: the whole site."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import chain
from typing import Any

from generator.compile import Program
from generator.diagnostics import Outcome, Report
from generator.load import SANS_VERROU, Verrou
from generator.render.absents import sans_les_absents
from generator.render.atelier import Atelier
from generator.render.au import page_du_jour
from generator.render.calculateurs import fichiers_des_arbres, pages_de_calculateurs
from generator.render.commande import Commande, Memoire
from generator.render.comparer import page_de_comparaison
from generator.render.couverture import page_de_couverture
from generator.render.empreintes import noms
from generator.render.execution import executer
from generator.render.explications import pages_des_codes
from generator.render.exports.agenda import fichier_de_calendrier
from generator.render.exports.api import fichiers_de_l_api
from generator.render.exports.dates import fichiers_des_dates
from generator.render.exports.flux import fichiers_de_flux
from generator.render.exports.schemas import schemas_publies
from generator.render.formation import pages_de_formation
from generator.render.langage import page_du_langage
from generator.render.monofichier import commande_du_fichier_unique
from generator.render.navigation import navigation
from generator.render.nouveautes import page_des_nouveautes
from generator.render.obligatoires import pied
from generator.render.outils import pages_des_outils
from generator.render.pacte import pages_du_pacte
from generator.render.pages import pages_de_mots
from generator.render.papier.imprimes import adresses_des_imprimes, imprimes
from generator.render.parametres import pages_de_parametres
from generator.render.parcours import fichier_de_matrice, pages_du_parcours
from generator.render.plan import page_du_plan
from generator.render.pratiques import pages_des_pratiques
from generator.render.rangement import Fichiers, ranger
from generator.render.recherche.bibliotheque import lunr
from generator.render.redirections import fichiers_rediriges, pages_de_redirection
from generator.render.regles import pages_de_regles
from generator.render.reperes import fichiers_de_reperes, pages_de_reperes
from generator.render.reutiliser import page_de_reutilisation
from generator.render.script import scripts
from generator.render.signalement import signalements
from generator.render.site import ARCHIVE, INDEX, LUNR, Page, Site
from generator.render.sources import pages_de_sources
from generator.render.structures import pages_de_structures
from generator.render.styles import styles
from generator.resolve import KnowledgeBase


def commandes_de_pages(atelier: Atelier) -> Iterator[Commande]:
    """The pages made from the base; those of the plan and of the moved addresses, made from the others, come after."""
    yield from pages_de_mots(atelier)
    yield from pages_de_structures(atelier)
    yield from pages_du_pacte(atelier)
    yield from pages_du_parcours(atelier)
    yield from pages_des_pratiques(atelier)
    yield from pages_de_formation(atelier)
    yield from pages_des_outils(atelier)
    yield from pages_de_reperes(atelier)
    yield from pages_de_regles(atelier)
    yield from pages_de_parametres(atelier)
    yield from pages_de_sources(atelier)
    yield from pages_de_calculateurs(atelier)
    yield Commande(page_des_nouveautes)
    yield Commande(page_de_reutilisation)
    yield Commande(page_du_langage)
    yield from pages_des_codes(atelier)
    yield Commande(page_du_jour)
    yield Commande(page_de_comparaison)
    yield Commande(page_de_couverture)


def _dates(atelier: Atelier) -> Mapping[str, bytes]:
    return fichiers_des_dates(atelier.base, atelier.today)


def _schemas(atelier: Atelier) -> Mapping[str, bytes]:
    return schemas_publies(atelier.base)


# Files made from the base, each by its url.
FICHIERS: tuple[Callable[[Atelier], Mapping[str, bytes]], ...] = (
    fichier_de_matrice,
    _dates,
    fichiers_de_reperes,
    fichiers_de_l_api,
    fichiers_de_flux,
    fichier_de_calendrier,
    _schemas,
    fichiers_des_arbres,
)


def render_site(
    base: KnowledgeBase,
    programs: tuple[Program, ...],
    today: date,
    assets: Mapping[str, bytes] | None = None,
    verrou: Verrou = SANS_VERROU,
    memoire: Memoire | None = None,
    *,
    documents: bool = True,
) -> Outcome[Site]:
    """Every page as it reads on a day (MEM4xx); `assets` are the files that the theme publishes, by url,
    `verrou` the addresses that have moved. What `memoire` holds and nothing has changed is not made again. Without
    `documents`, the site has neither what is printed nor the archive: no page leads to them.
    """
    theme = assets or {}
    machine = {**scripts(theme), **styles(theme), LUNR: lunr()}
    # Known before the pages, which load them by these names.
    named = noms({**theme, **machine})
    atelier = Atelier(base, programs, today, named)
    groups = (
        tuple(commandes_de_pages(atelier)),
        (*map(Commande, FICHIERS), commande_du_fichier_unique(theme)),
        tuple(imprimes(atelier)) if documents else (),
    )
    done = iter(executer(atelier, chain(*groups), memoire))
    pages = tuple(page for _ in groups[0] for page in en_pages(next(done)))
    nav = navigation(atelier)
    pages = (*pages, *page_du_plan(atelier, pages, nav))
    made = Fichiers({named[url]: theme[url] for url in theme if url in named})
    made |= {named.get(url, url): content for url, content in machine.items()}
    for _ in groups[1]:
        made |= next(done)
    moved = fichiers_rediriges(verrou, made)
    made |= moved
    pages += tuple(pages_de_redirection(atelier, verrou, {page.url for page in pages}))
    printed: dict[str, str] = {}
    for _ in groups[2]:
        printed |= next(done)
    absent = frozenset() if documents else frozenset((*adresses_des_imprimes(base), ARCHIVE))
    archive = (ARCHIVE,) if documents else ()
    # Those that are not made by an order alone.
    pages = ranger(tuple(sans_les_absents(pages, absent)), memoire.tiroir() if memoire else None)
    site = Site(
        pages=tuple(sorted(pages, key=lambda page: page.url)),
        assets=(*(url for url in theme if url not in named), *made, *printed, *archive, INDEX),
        nav=nav,
        fichiers=made,
        imprimes=printed,
        absents=absent,
        rediriges=frozenset(moved),
        pied=pied(atelier),
        signalements=signalements(atelier, pages),
        noms=named,
    )
    return Outcome(site, Report.of(atelier.diagnostics))


def en_pages(made: Any) -> tuple[Page, ...]:
    """What an order for pages gives: one of them, or several."""
    return (made,) if isinstance(made, Page) else made
