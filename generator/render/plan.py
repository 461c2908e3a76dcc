"""The map of the site: every page, where the navigation puts it, or under the page that it depends on."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.render.atelier import Atelier
from generator.render.filters import ancre
from generator.render.obligatoires import PLAN
from generator.render.site import NavEntry, Page

AUTRES = "Autres pages"
# A line with as many pages as that is a heading over them.
GROUPE = 5


@dataclass(frozen=True, slots=True)
class Ligne:
    """A page, or a heading; `versions` is how many pages of past or proposed wordings it leads to."""

    titre: str
    url: str | None
    versions: int
    lignes: tuple["Ligne", ...]

    @property
    def pages(self) -> int:
        """How many pages stand here and below."""
        return (self.url is not None) + sum(line.pages for line in self.lignes)

    @property
    def groupes(self) -> tuple["Ligne", ...]:
        """What stands below under a heading of its own."""
        return tuple(line for line in self.lignes if line.pages >= GROUPE)

    @property
    def seules(self) -> tuple["Ligne", ...]:
        """What stands below as a line of a list."""
        return tuple(line for line in self.lignes if line.pages < GROUPE)


def page_du_plan(atelier: Atelier, pages: tuple[Page, ...], nav: tuple[NavEntry, ...]) -> Iterator[Page]:
    """One page, when the mémento holds its words; `pages` are all the others."""
    fiche = atelier.base.fiches.get(PLAN)
    if fiche is None:
        return
    sections = plan(pages, nav)
    yield atelier.page_ecrite(
        "fiche",
        PLAN,
        fiche.titre,
        fiche.resume,
        gabarit=f"{PLAN}.html",
        apres=tuple((f"plan-{ancre(section.titre)}", section.titre) for section in sections),
        references=fiche.references,
        sans_source=fiche.sans_source,
        sections=sections,
        total=sum(section.pages for section in sections),
        versions=sum(page.kind == "version" for page in pages),
    )


def plan(pages: tuple[Page, ...], nav: tuple[NavEntry, ...]) -> tuple[Ligne, ...]:
    """The navigation, with the pages that it leaves out under the nearest page above them, or at the end."""
    listed = {entry.url for entry in _aplatie(nav) if entry.url is not None}
    versions = Counter(f"regles/{page.url.split('/')[1]}/" for page in pages if page.kind == "version")
    below: dict[str, list[NavEntry]] = {}
    for page in pages:
        if page.url not in listed and page.kind != "version":
            below.setdefault(_au_dessus(page.url, listed), []).append(NavEntry(page.titre, page.url))
    lines = tuple(_ligne(entry, below, versions) for entry in nav)
    rest = tuple(_ligne(entry, {}, versions) for entry in below.get("", ()))
    return (*lines, Ligne(AUTRES, None, 0, rest)) if rest else lines


def _aplatie(entries: tuple[NavEntry, ...]) -> Iterator[NavEntry]:
    for entry in entries:
        yield entry
        yield from _aplatie(entry.enfants)


def _au_dessus(url: str, listed: set[str]) -> str:
    """The longest url of the navigation that this one continues; empty when there is none."""
    above = url
    while above and above not in listed:
        above = above[: above.rstrip("/").rfind("/") + 1]
    return above


def _ligne(entry: NavEntry, below: Mapping[str, list[NavEntry]], versions: Mapping[str, int]) -> Ligne:
    # Home is above everything: what has no nearer page stands at the end of the plan.
    more = below.get(entry.url, []) if entry.url else []
    children = tuple(_ligne(child, below, versions) for child in (*entry.enfants, *more))
    return Ligne(entry.titre, entry.url, versions.get(entry.url or "", 0), children)
