"""What an engine is handed with our pages: a name for each, its header, the lines of the menu."""

import json
from html import escape

from generator.render import NavEntry, Page
from generator.resolve import KnowledgeBase

# Pages that need all the width: without side columns.
LARGES = ("accueil", "recherche")


def source_of(url: str, *, index: bool = False) -> str:
    """The name under which MkDocs knows a page: `regles/x/` → `regles/x.md`.

    Only a page over others is an `index.md`: the theme opens a heading on the first one that it finds below it.
    """
    return f"{url}index.md" if index or not url else f"{url.rstrip('/')}.md"


def nav_item(entry: NavEntry, *, index: bool = False) -> dict[str, object]:
    """A line of MkDocs' `nav`; a heading with a page opens on that page.

    The shell writes titles as HTML. `index`: every page is an `index.md`."""
    if not entry.enfants:
        return {escape(entry.titre): source_of(entry.url or "", index=index)}
    children: list[object] = [nav_item(child, index=index) for child in entry.enfants]
    if entry.url is not None:
        children.insert(0, {escape(entry.titre): source_of(entry.url, index=True)})
    return {escape(entry.titre): children}


def listes(base: KnowledgeBase) -> str:
    """What every page knows of structures and of places, ready to stand between two apostrophes of an attribute."""
    known = {name: base.listes[name].options for name in ("siae", "territoire") if name in base.listes}
    # Quotes are most of its signs: between quotes, each would take five more.
    text = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")


def entete(page: Page, signalement: str | None) -> dict[str, object]:
    """What the shell shows of a page beside its words, written as HTML, and what it leaves out of it."""
    meta: dict[str, object] = {"title": escape(page.titre), "description": escape(page.description)}
    if page.kind in LARGES:
        meta["hide"] = ["navigation", "toc"]
    if page.kind == "integrer":
        meta["template"] = "integrer.html"
    if page.vers is not None:
        meta |= {"template": "redirection.html", "vers": page.vers}
    if signalement is not None:
        meta["signaler"] = signalement
    return meta


def front_matter(page: Page, signalement: str | None, **autres: str) -> str:
    """That header as it is written above a page; then what one engine needs besides."""
    # JSON is YAML: whatever a title holds, it is read back as it is.
    return f"---\n{json.dumps(entete(page, signalement) | autres, ensure_ascii=False)}\n---\n"
