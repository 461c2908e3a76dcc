"""The last pass over a page: acronyms spelled out, French typography, tables that scroll."""

import re
from collections.abc import Mapping
from html import escape, unescape
from html.parser import HTMLParser

from generator.render.filters import typographier

# Text that must stay as it is, and text where an abbreviation would get in the way of another element.
TELS_QUELS = frozenset({"script", "style", "code", "pre", "textarea"})
SANS_SIGLE = TELS_QUELS | {"a", "abbr", "button", "option", "summary", "label", "legend", "svg", "title", "q"}

SOUS_TITRES = ("h2", "h3", "h4")
# What Markdown writes of a table, completed: a class of ours, without which Material would put it in a second frame
# that scrolls; a heading of a column that says so.
ECRITS = {"<table>": '<table class="m-tableau">', "<th>": '<th scope="col">'}


def finir(html: str, sigles: Mapping[str, str]) -> str:
    """The same page, finished. `sigles` gives what each acronym stands for."""
    return _Finition(sigles).finir(html)


class _Finition(HTMLParser):
    """Writes back what it reads, text nodes apart."""

    def __init__(self, sigles: Mapping[str, str]) -> None:
        super().__init__(convert_charrefs=False)
        self.sigles = sigles
        words = "|".join(re.escape(sigle) for sigle in sorted(sigles, key=len, reverse=True))
        self.motif = re.compile(rf"(?<![\w-])({words})(?![\w-])") if words else None
        self.parties: list[str] = []
        self.ouverts: list[str] = []
        self.cadre: int | None = None
        self.legende: list[str] | None = None
        self.tableaux = 0
        self.sous_titre: list[str] = []
        self.dans_un_titre = False

    def finir(self, html: str) -> str:
        # Templates escape the apostrophe: between two letters it is a typographic matter, not an entity.
        self.feed(re.sub(r"(?<=\w)&#39;(?=\w)", "’", html))
        self.close()
        return "".join(self.parties)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "table":
            self._ouvrir_cadre()
        elif tag == "caption":
            self.legende = []
        elif tag in SOUS_TITRES:
            self.sous_titre, self.dans_un_titre = [], True
        written = self.get_starttag_text() or ""
        self.parties.append(ECRITS.get(written, written))
        if tag in SANS_SIGLE:
            self.ouverts.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.parties.append(self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        self.parties.append(f"</{tag}>")
        if tag == "table":
            self.parties.append("</div>")
        elif tag == "caption" and self.legende is not None:
            self._nommer_cadre(" ".join("".join(self.legende).split()))
        elif tag in SOUS_TITRES:
            self.dans_un_titre = False
        if tag in self.ouverts:
            del self.ouverts[len(self.ouverts) - 1 - self.ouverts[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        if any(tag in TELS_QUELS for tag in self.ouverts):
            self.parties.append(data)
            return
        text = typographier(data)
        if self.legende is not None:
            self.legende.append(text)
        elif self.dans_un_titre:
            self.sous_titre.append(text)
        if self.motif and not self.ouverts:
            text = self.motif.sub(lambda match: self._sigle(match[1]), text)
        self.parties.append(text)

    def _ouvrir_cadre(self) -> None:
        """A frame that scrolls, reachable from the keyboard; its name is the caption, else the heading over it."""
        self.tableaux += 1
        self.cadre = len(self.parties)
        self.parties.append("")
        heading = " ".join("".join(self.sous_titre).split())
        self._nommer_cadre(typographier(f"Tableau {self.tableaux}{f' : {heading}' if heading else ''}"))

    def _nommer_cadre(self, nom: str) -> None:
        if self.cadre is not None:
            label = escape(unescape(nom))
            self.parties[self.cadre] = f'<div class="m-defile" tabindex="0" role="region" aria-label="{label}">'
        self.legende = None

    def _sigle(self, sigle: str) -> str:
        return f'<abbr title="{escape(typographier(self.sigles[sigle]))}">{sigle}</abbr>'

    def handle_entityref(self, name: str) -> None:
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._reference(f"&#{name};")

    def _reference(self, text: str) -> None:
        self.parties.append(text)
        if self.legende is not None:
            self.legende.append(text)

    def handle_comment(self, data: str) -> None:
        """Comments are for those who write templates."""
