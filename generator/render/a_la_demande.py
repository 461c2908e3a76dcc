"""One page at a time, for who reads what they are writing: nothing that is not read is rendered."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.load import SANS_VERROU, Verrou
from generator.render import adresses, filters
from generator.render.assemblage import FICHIERS, commandes_de_pages, en_pages
from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.exports.dates import fichiers_des_dates
from generator.render.monofichier import MONOFICHIER, fichier_unique
from generator.render.navigation import navigation
from generator.render.obligatoires import pied
from generator.render.plan import page_du_plan
from generator.render.recherche.bibliotheque import lunr
from generator.render.redirections import fichiers_rediriges, pages_de_redirection
from generator.render.script import scripts
from generator.render.signalement import signalements
from generator.render.site import LUNR, NavEntry, Page
from generator.render.styles import styles


@dataclass
class AtelierDUnePage(Atelier):
    """Renders the page that is wanted, and tells only the title of the others."""

    voulue: str | None = None

    def page(self, gabarit: str, url: str, titre: str, description: str, **rest: Any) -> Page:
        if url == self.voulue:
            return super().page(gabarit, url, titre, description, **rest)
        return _titre(url, titre, gabarit.removesuffix(".html"))

    def page_ecrite(self, kind: str, name: str, titre: str, resume: str, **rest: Any) -> Page:
        url = adresses.adresse(self.base, kind, name)
        if url == self.voulue:
            return super().page_ecrite(kind, name, titre, resume, **rest)
        return _titre(url, titre, (rest.get("gabarit") or kind).removesuffix(".html"))


@dataclass
class ALaDemande:
    """The site as `assemblage.render_site` would make it, of which each part is made when it is asked for.

    `places` remembers, from one mémento to the next, which order each page came from.
    """

    atelier: AtelierDUnePage
    theme: Mapping[str, bytes]
    places: dict[str, str]
    verrou: Verrou = SANS_VERROU

    @cached_property
    def nav(self) -> tuple[NavEntry, ...]:
        return navigation(self.atelier)

    @cached_property
    def pied(self) -> tuple[NavEntry, ...]:
        return pied(self.atelier)

    def page(self, url: str) -> Page | None:
        """None when no page stands at that address."""
        known = self._commandes.get(self.places.get(url, ""))
        # An address is made of the names of what it shows: most often, the first order is the right one.
        parts = {*url.split("/"), "index"}
        likely = [order for order in self._commandes.values() if _noms(order) <= parts]
        likely.sort(key=lambda order: -len(order.noms))
        for order in (*([known] if known else ()), *likely):
            if page := self._executer(order, url):
                return page
        if url in self.titres:
            return self._executer(self._commandes[self.places[url]], url)
        return next((page for page in self._dernieres(url) if page.url == url), None)

    def signalement(self, page: Page) -> str | None:
        """Where an error of the page is reported."""
        return signalements(self.atelier, (page,)).get(page.url)

    @cached_property
    def titres(self) -> Mapping[str, Page]:
        """Every page, without its words, by url; those made from the others are not among them."""
        found: dict[str, Page] = {}
        for name, order in self._commandes.items():
            made = {page.url: page for page in self._pages(order, None)}
            self.places.update(dict.fromkeys(made, name))
            found |= made
        return found

    def fichier(self, url: str) -> bytes | None:
        """A file made from the base or from the theme; None when no file stands at that address."""
        for made in (self.allure, self._donnees):
            if url in made:
                return made[url]
        if url == MONOFICHIER:
            return fichier_unique(self.atelier, self.theme).get(url)
        return fichiers_rediriges(self.verrou, {**self.allure, **self._donnees}).get(url)

    @cached_property
    def allure(self) -> Mapping[str, bytes]:
        """What pages load: it is asked for with each of them."""
        dates = fichiers_des_dates(self.atelier.base, self.atelier.today)
        return {**scripts(self.theme), **styles(self.theme), LUNR: lunr(), **dates}

    @cached_property
    def _donnees(self) -> Mapping[str, bytes]:
        return {url: content for make in FICHIERS for url, content in make(self.atelier).items()}

    @cached_property
    def _commandes(self) -> Mapping[str, Commande]:
        return {order.cle: order for order in commandes_de_pages(self.atelier)}

    def _executer(self, order: Commande, url: str) -> Page | None:
        page = next((page for page in self._pages(order, url) if page.url == url), None)
        if page is not None:
            self.places[url] = order.cle
        return page

    def _pages(self, order: Commande, wanted: str | None) -> tuple[Page, ...]:
        self.atelier.voulue = wanted
        # Nothing is kept of what it reads.
        self.atelier.registre.commencer()
        return tuple(en_pages(order.executer(self.atelier)))

    def _dernieres(self, wanted: str) -> tuple[Page, ...]:
        """The pages that are made from the others."""
        pages = tuple(self.titres.values())
        self.atelier.voulue = wanted
        pages = (*pages, *page_du_plan(self.atelier, pages, self.nav))
        return (*pages, *pages_de_redirection(self.atelier, self.verrou, {page.url for page in pages}))


def _titre(url: str, titre: str, kind: str) -> Page:
    return Page(url, filters.typographier(titre), "", "", kind)


def _noms(order: Commande) -> set[str]:
    return {part for name in order.noms for part in str(name).split("/")}
