"""What rendering gives: pages ready for any engine."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property

from generator.render.balises import Releve, classes_de, relever

# Made once the whole site is written, from all that it holds: pages may lead to it.
ARCHIVE = "memento.zip"
# What each file holds, and what the site was made from: written last, for who verifies a copy.
SOMMES, FABRICATION = "SHA256SUMS", "build.json"
# What the search loads: its index, and the library that reads it.
INDEX, LUNR = "assets/recherche-index.js", "assets/lunr.js"


@dataclass(frozen=True, slots=True)
class TocEntry:
    """A heading of a page: `niveau` is 2 for `<h2>`."""

    titre: str
    ancre: str
    niveau: int


@dataclass(frozen=True, eq=False)
class Page:
    """`url` is from the root, with a final slash, empty for the home page; `html` the inside of `<article>`.

    `source_path` is the file that « Modifier » opens, None when the page is made from several. `vers` is the address
    that readers are sent to when this one has moved; `mots` the words by which a page that code writes is looked for.
    """

    url: str
    titre: str
    description: str
    html: str
    kind: str
    source_path: str | None = None
    toc: tuple[TocEntry, ...] = ()
    vers: str | None = None
    mots: tuple[str, ...] = ()

    @cached_property
    def releve(self) -> Releve:
        """What it leads to, and its anchors: read once."""
        return relever(self.html)

    @cached_property
    def classes(self) -> frozenset[str]:
        """What styles may know its elements by: read once."""
        return classes_de(self.html)

    def avec(self, html: str) -> "Page":
        """The same page with other words."""
        return Page(**{one.name: getattr(self, one.name) for one in fields(Page)} | {"html": html})

    def __eq__(self, autre: object) -> bool:
        """Wherever their words are kept."""
        return isinstance(autre, Page) and all(
            getattr(self, one.name) == getattr(autre, one.name) for one in fields(Page)
        )

    def __hash__(self) -> int:
        return hash(self.url)


@dataclass(frozen=True, slots=True)
class NavEntry:
    """A line of the navigation: a page, or a heading over its own lines."""

    titre: str
    url: str | None = None
    enfants: tuple["NavEntry", ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """Pages in the order of their urls; `assets` are the urls of the files beside them.

    The theme publishes its own; those that were made here stand in `fichiers`, by url. `imprimes` gives the Typst
    sources of the documents that an adapter composes, by the url of their PDF; `absents` are the files that are
    published elsewhere, and that this copy does without. `rediriges` are the files that stand at an address that has
    moved. `pied` is the foot of each page, `signalements` where an error of a page is reported, by its url; `noms` the
    published url of each asset that pages load, by the one that a template writes.
    """

    pages: tuple[Page, ...] = ()
    assets: tuple[str, ...] = ()
    nav: tuple[NavEntry, ...] = ()
    fichiers: Mapping[str, bytes] = field(default_factory=dict)
    imprimes: Mapping[str, str] = field(default_factory=dict)
    absents: frozenset[str] = frozenset()
    rediriges: frozenset[str] = frozenset()
    pied: tuple[NavEntry, ...] = ()
    signalements: Mapping[str, str] = field(default_factory=dict)
    noms: Mapping[str, str] = field(default_factory=dict)

    @property
    def liens_de_navigation(self) -> tuple[NavEntry, ...]:
        """Every line of the navigation that leads to a page."""
        return tuple(entry for entry in _flatten(self.nav) if entry.url is not None)


def _flatten(entries: tuple[NavEntry, ...]) -> Iterator[NavEntry]:
    for entry in entries:
        yield entry
        yield from _flatten(entry.enfants)
