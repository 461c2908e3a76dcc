"""No link leads nowhere."""

from collections.abc import Iterator
from html.parser import HTMLParser
from posixpath import normpath

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic, Location
from generator.render import Page

EXTERNES = ("http://", "https://", "mailto:", "data:")


class Liens(HTMLParser):
    """The links, anchors and assets of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cibles: list[str] = []
        self.ancres: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name == "id" and value:
                self.ancres.add(value)
            elif name in ("href", "src") and value is not None:
                self.cibles.append(value)


def liens_de(page: Page) -> tuple[tuple[str, str], ...]:
    """The internal links of a page: (url from the root, anchor)."""
    found = []
    for target in Liens(page.html).cibles:
        if target.startswith(EXTERNES):
            continue
        path, _, anchor = target.partition("#")
        found.append((absolue(page.url, path.partition("?")[0]), anchor))
    return tuple(found)


def absolue(url: str, relative: str) -> str:
    """The url from the root of a link relative to a page: `regles/x/` + `../y/` → `regles/y/`."""
    if not relative:
        return url
    joined = normpath(f"/{url}{relative}").lstrip("/")
    return f"{joined}/" if joined and relative.endswith(("/", "..", ".")) else joined


@promesse("MEM504")
def liens_internes(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Une page renvoie vers une page, un fichier ou une ancre qui n'existe pas.

    Pourquoi : un lien mort laisse le lecteur sans la règle ou sans la source qu'on lui promettait.

    Remède : corrigez le lien dans le fichier source de la page, ou l'identifiant qu'il cite.
    """
    anchors = {page.url: Liens(page.html).ancres for page in tout.site.pages}
    assets = set(tout.site.assets)
    for page in tout.site.pages:
        place = Location(page.source_path or "content/index.md")
        for url, anchor in dict.fromkeys(liens_de(page)):
            if url not in anchors and url not in assets:
                yield code.at(place, f"la page /{page.url} renvoie vers /{url}, qui n'existe pas")
            elif anchor and anchor not in anchors.get(url, {anchor}):
                yield code.at(place, f"la page /{page.url} renvoie vers /{url}#{anchor}, ancre qui n'existe pas")
