"""The shell around our pages, rendered once for all those that it fits, then filled.

The templates of the theme stay as they are. One of them is rendered for a stand-in, which holds a mark wherever a page
holds its own words; each page then takes the place of the marks. What depends on the place of a page is proved rather
than supposed: the addresses that the template asks for are noted, and a shell is used only for the pages from which
all of them are the same. Whatever is not foreseen is rendered by the theme, for that page alone.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, Template, pass_context
from jinja2.runtime import Context
from markupsafe import escape
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import normalize_url

from generator.adapters.entetes import ecrits_dedans
from generator.adapters.page_faite import PageFaite
from generator.adapters.retouches import Retouchee, Retouches
from generator.render import TocEntry

# A mark tells how the template treated it: as it is or escaped; treated otherwise, it is not one any more.
MARQUE = re.compile("\ue000([a-z_]+)&(?:<(?:i|h1)>|(amp;&lt;(?:i|h1)&gt;))\ue001")
FIN = "\ue002"
# The filter of addresses leaves as it is what starts with « # ».
ANCRE = "#\ue004"
# The last part of the address of a stand-in: no page has it.
NULLE_PART = "\ue003"
SIGNES = "\ue000\ue001\ue002\ue003\ue004"
SOMMAIRE = '{% import "partials/language.html" as lang with context %}{% include "partials/toc.html" %}'
CASES = (
    '{% import "partials/language.html" as lang with context %}{% set features = config.theme.features or [] %}'
    '{% import "partials/nav-item.html" as item with context %}'
    "{% for case in cases %}{{ item.render(case, '', 0, parent) }}" + FIN + "{% endfor %}"
)


class Imprevu(Exception):
    """The template asks of a page what a stand-in cannot tell."""


def marque(name: str, tag: str = "i") -> str:
    """Where a page says `name`."""
    return f"\ue000{name}&<{tag}>\ue001"


@dataclass(frozen=True, slots=True)
class Voisine:
    """The page before, or the one after, of which only the address is known."""

    url: str

    def __getattr__(self, name: str) -> Any:
        raise Imprevu(name)


class Doublure:
    """Stands for all the pages that a shell fits: true where the page that it is made from is, and made of marks."""

    children = None
    is_index = is_homepage = is_section = is_link = False
    is_page = active = True

    def __init__(self, page: PageFaite) -> None:
        self.page = page
        self.parent = page.parent
        self.url = f"{_dossier(page.url)}{NULLE_PART}/"
        self.title = marque("titre_du_menu")
        self.content = marque("contenu", "h1" if _a_un_titre(page) else "i")
        self.canonical_url = page.canonical_url and marque("canonique")
        self.edit_url = page.edit_url and marque("modifier")
        self.previous_page = Voisine(ANCRE + marque("precedente")) if page.previous_page else None
        self.next_page = Voisine(ANCRE + marque("suivante")) if page.next_page else None
        self.toc = [AnchorLink(marque("entree"), marque("ancre"), link.level) for link in list(page.toc)[:1]]
        self.meta = {**page.meta, **{name: marque(name) for name in MOTS if page.meta.get(name)}}

    def __getattr__(self, name: str) -> Any:
        if hasattr(self.page, name):
            raise Imprevu(name)
        raise AttributeError(name)


# The words of a page that the shell shows, among what it knows of it.
MOTS = ("title", "description", "signaler")


@dataclass
class Moule:
    """A finished shell with its marks. `demandees` counts the addresses asked for, each with the folders above it."""

    text: str
    place: tuple[str, ...]
    demandees: Counter[tuple[str, ...]]
    cases: Mapping[str, str]
    active: str
    retoucher: Callable[[str], str]
    sommaires: dict[tuple[TocEntry, ...], str] = field(default_factory=dict)

    def convient(self, page: PageFaite) -> bool:
        """True when every address that the shell asks for is the same from the page as from the stand-in."""
        return _commun(page.url, self.demandees, tolere=page.url in self.cases) == self.place

    def remplir(self, page: PageFaite, values: Mapping[str, str]) -> str:
        """The shell around a page; its line of the navigation becomes the active one."""
        text = self.text
        if page.url in self.cases:
            text = text.replace(self.cases[page.url], self.active, 1)
        return MARQUE.sub(lambda found: str(escape(values[found[1]])) if found[2] else values[found[1]], text)


@dataclass
class Essais:
    """The shells made for the pages of one form, and the folders for which one was tried."""

    moules: list[Moule] = field(default_factory=list)
    dossiers: set[str] = field(default_factory=set)


# How many forms are kept, and lists of headings in each shell: pages are written with their neighbours, and all the
# shells of twenty thousand pages would weigh as much as they do.
FORMES, SOMMAIRES = 128, 256


class Coquille:
    """The shells of one build. What is done to each page is done once to its shell: `retouches`."""

    def __init__(self, env: Environment, retouches: Retouches) -> None:
        self.retouches = retouches
        # The form that served last comes last.
        self.formes: dict[object, Essais] = {}
        # The addresses that a template asks for, while a shell is made.
        self.notees: list[str] | None = None
        for name in ("url", "script_tag"):
            env.filters[name] = self._noter(env.filters[name])
        self.sommaire = env.from_string(SOMMAIRE).render
        self.lignes = env.from_string(CASES).render

    def rendre(self, name: str | None, render: Callable[[Mapping[str, Any]], str], context: Mapping[str, Any]) -> str:
        """A page in its shell; `render` is the template itself."""
        page = context.get("page")
        if isinstance(page, PageFaite) and _se_double(page, context["nav"].items):
            moule = self._moule(page, name, render, context)
            if moule is not None:
                return Retouchee(self.retouches.remplie(moule.remplir(page, self._valeurs(page, context, moule))))
        return render(context)

    def _moule(
        self, page: PageFaite, name: str | None, render: Callable[[Mapping[str, Any]], str], context: Mapping[str, Any]
    ) -> Moule | None:
        tried = self._essais(_forme(page, name))
        found = next((moule for moule in tried.moules if moule.convient(page)), None)
        if found is None and _dossier(page.url) not in tried.dossiers:
            tried.dossiers.add(_dossier(page.url))
            try:
                made = self._mouler(page, render, context)
            except Imprevu:
                return None
            tried.moules.append(made)
            found = made if made.convient(page) else None
        return found

    def _essais(self, forme: object) -> Essais:
        self.formes[forme] = tried = self.formes.pop(forme, None) or Essais()
        if len(self.formes) > FORMES:
            del self.formes[next(iter(self.formes))]
        return tried

    def _mouler(self, page: PageFaite, render: Callable[[Mapping[str, Any]], str], context: Mapping[str, Any]) -> Moule:
        double = Doublure(page)
        doubled = {**context, "page": double}
        siblings = [child for child in page.parent.children if isinstance(child, MkDocsPage)] if page.parent else []
        # The page itself is, for now, one of those that are not shown; the headings above it stay open.
        page.active = False
        if page.parent:
            page.parent.active = True
        try:
            self.notees = []
            text, asked, self.notees = render(doubled), self.notees, None
            *cases, active = self.lignes({**doubled, "cases": [*siblings, double], "parent": page.parent}).split(FIN)[
                :-1
            ]
        finally:
            self.notees = None
            page.active = True
        if double.toc:
            contents = self.sommaire(doubled)
            text, active = (piece.replace(contents, marque("sommaire")) for piece in (text, active))
        text = text.replace(ANCRE, "")
        if any(sign in MARQUE.sub("", piece) for piece in (text, active) for sign in SIGNES):
            raise Imprevu("une marque a changé")
        done, piece = self.retouches.coquille(text, double.content), self.retouches.morceaux(text)
        if any(SIGNES[0] in written for written in ecrits_dedans(done.replace(double.content, ""))):
            raise Imprevu("un script ou un style dépend de la page")
        lines = {child.url: case for child, case in zip(siblings, map(piece, cases), strict=True)}
        lines = {url: case for url, case in lines.items() if done.count(case) == 1}
        parts = Counter(parents for url in asked for parents in _parents(url))
        return Moule(done, _commun(double.url, parts), parts, lines, piece(active), piece)

    def _valeurs(self, page: PageFaite, context: Mapping[str, Any], moule: Moule) -> dict[str, str]:
        first = next(iter(page.toc), None)
        return {
            "titre_du_menu": page.title or "",
            "contenu": page.content or "",
            "canonique": page.canonical_url or "",
            "modifier": page.edit_url or "",
            "precedente": normalize_url(page.previous_page.url, page) if page.previous_page else "",
            "suivante": normalize_url(page.next_page.url, page) if page.next_page else "",
            "ancre": first.id if first else "",
            "sommaire": self._sommaire(page, context, moule) if first else "",
            **{name: str(page.meta.get(name, "")) for name in MOTS},
        }

    def _sommaire(self, page: PageFaite, context: Mapping[str, Any], moule: Moule) -> str:
        """Many pages have the same headings."""
        known, toc = moule.sommaires, page.faite.toc
        if toc not in known:
            if len(known) >= SOMMAIRES:
                known.clear()
            known[toc] = moule.retoucher(self.sommaire(context))
        return known[toc]

    def _noter(self, filtre: Callable[..., str]) -> Callable[..., str]:
        @pass_context
        def noted(context: Context, value: object) -> str:
            if self.notees is not None:
                self.notees.append(str(value))
            return filtre(context, value)

        return noted


def poser_la_coquille(
    env: Environment, retouches: Retouches, ailleurs: Callable[[object], bool] = lambda _: False
) -> None:
    """Make the templates of this environment render our pages once for all; those that are made `ailleurs` are empty,
    which MkDocs does not write.
    """
    coquille = Coquille(env, retouches)

    class Gabarit(Template):
        def render(self, *args: Any, **kwargs: Any) -> str:
            context = dict(*args, **kwargs)
            return "" if ailleurs(context.get("page")) else coquille.rendre(self.name, super().render, context)

    env.template_class = Gabarit


def _se_double(page: PageFaite, items: list[Any]) -> bool:
    """True for a page below a heading, or out of the navigation; the first page of a heading stands in it otherwise."""
    if page.is_index or page.faite.vers is not None or not page.url.endswith("/"):
        return False
    return page.parent is not None or not any(item is page for item in items)


def _forme(page: PageFaite, name: str | None) -> object:
    """What two pages must have in common to be tried in the same shell."""
    rest = {key: value for key, value in page.meta.items() if key not in MOTS}
    first = next(iter(page.toc), None)
    has = (page.canonical_url, page.edit_url, page.previous_page, page.next_page, *map(page.meta.get, MOTS))
    return (
        name,
        id(page.parent),
        page.url.count("/"),
        first and first.level,
        _a_un_titre(page),
        tuple(map(bool, has)),
        repr(rest),
    )


def _a_un_titre(page: PageFaite) -> bool:
    return "<h1" in (page.content or "")


def _dossier(url: str) -> str:
    return f"{url.rstrip('/').rpartition('/')[0]}/".removeprefix("/")


def _parents(url: str) -> list[tuple[str, ...]]:
    """An address of the site and the folders above it, in parts: `a/b/` → (a,), (a, b); nothing when it is absolute."""
    found = urlsplit(url)
    if found.scheme or found.netloc or url.startswith(("/", "#")):
        return []
    parts = tuple(part for part in url.split("/") if part not in ("", "."))
    return [parts[: length + 1] for length in range(len(parts))]


def _commun(url: str, asked: Counter[tuple[str, ...]], *, tolere: bool = False) -> tuple[str, ...]:
    """How far an address goes along with those that are asked for; its own line of the navigation may be tolerated."""
    held: tuple[str, ...] = ()
    for parts in _parents(url):
        if not asked[parts] or (tolere and parts == _parents(url)[-1] and asked[parts] == 1):
            break
        held = parts
    return held
