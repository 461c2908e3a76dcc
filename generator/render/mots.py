"""Markdown bodies: references resolved, raw HTML and unsafe links refused at their place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import unescape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from generator.diagnostics import Code, Diagnostic, Location
from generator.load import Document
from generator.render import codes
from generator.render.crochets import etendues_de_code, liens_ouverts, sans_code, sans_crochets_seuls
from generator.render.filters import ancre, typographier
from generator.render.renvois import Renvois
from generator.render.site import TocEntry
from generator.resolve import KnowledgeBase

BALISE = re.compile(r"<(?!https?://|[^\s<>@]+@[^\s<>@]+>)[A-Za-z/!?][^>\n]*>?")
# What every link and every tag of Markdown holds.
LIEN = re.compile(r"\]\(|\]:|<")
# What the patterns of the engine begin with.
_MARQUE = re.compile(r"[\\`\[<&*_]|  \n")
# The signs that make a block more than a paragraph, and the rank of its kind in the engine.
_BLOCS = {"hashheader": ("#", 70), "setextheader": ("=-", 60), "hr": ("*-_", 50), "quote": (">", 20)}
PROTOCOLE = re.compile(r"[a-z][a-z0-9+.-]*(?=:)", re.IGNORECASE)
# Another site, by the scheme of the page; browsers read a backslash as a slash.
AILLEURS = re.compile(r"//|/?\\")
ADMIS = frozenset({"http", "https", "mailto"})
# An address that the engine wrote and that no browser reads otherwise: admitted with its scheme, or without any. It
# begins with the sign that the engine looks for.
_ADRESSE_SURE = re.compile(
    r'"(?:(?<=href=")(?:https?://|mailto:)[^"&\\\s]*|(?:(?<=href=")|(?<=src="))(?:\.\.?/)*(?:[\w#?][^":&\\\s]*)?)"',
    re.ASCII,
)
# Anchors that templates use on the pages that also have a body.
RESERVES = frozenset({"actions", "calculateurs", "changements", "liens", "parametres", "regles", "sources", "themes"})


@dataclass(frozen=True, slots=True)
class Corps:
    """A body as HTML, its headings, and what was wrong in it."""

    html: str
    toc: tuple[TocEntry, ...]
    diagnostics: tuple[Diagnostic, ...]


def rendre(document: Document, base: KnowledgeBase, url: str, today: date) -> Corps:
    """The body of a file for the page at `url`, with figures as they are today."""
    writing = _Redaction(document)
    references = Renvois(base, url, today, writing.place, writing.diagnostics)
    text = references.remplacer(document.body, etendues_de_code(document.body))
    engine = _moteur(references="]:" in text).reset()
    # What is never closed is never a link: the engine would read on from each of them to the end of the paragraph.
    html = "" if writing.refuser_liens_ouverts() else engine.convert(sans_crochets_seuls(text))
    writing.refuser_html()
    writing.refuser_liens(html)
    return Corps(html, tuple(_toc(getattr(engine, "toc_tokens", []))), tuple(writing.diagnostics))


def relire_corps(document: Document, base: KnowledgeBase, today: date) -> tuple[Diagnostic, ...]:
    """What `rendre` would say of a body, without making its HTML when nothing written in it can be a link."""
    if LIEN.search(document.body):
        return rendre(document, base, "", today).diagnostics
    writing = _Redaction(document)
    references = Renvois(base, "", today, writing.place, writing.diagnostics)
    references.remplacer(document.body, etendues_de_code(document.body))
    return tuple(writing.diagnostics)


class _Redaction:
    """The body of one file, and what is wrong in it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.diagnostics: list[Diagnostic] = []

    def refuser_html(self) -> None:
        """A diagnostic for each tag written outside code."""
        for match in BALISE.finditer(sans_code(self.document.body)):
            message = f"« {match[0]} » : le HTML n'est pas admis"
            self.diagnostics.append(self.place(codes.HTML_BRUT, match.start(), len(match[0]), message))

    def refuser_liens_ouverts(self) -> bool:
        """A diagnostic for each link whose address has no end; True when there is one."""
        found = liens_ouverts(self.document.body)
        for start in found:
            message = "l'adresse de ce lien n'est pas refermée"
            self.diagnostics.append(self.place(codes.RENVOI_MAL_ECRIT, start, 2, message, "fermez-la par « ) »"))
        return bool(found)

    def refuser_liens(self, html: str) -> None:
        """A diagnostic for each scheme that a browser would read in the page and that is not admitted.

        An image has none: a page shows nothing of another site. Only the HTML tells what an entity, a space or a
        reference-style link becomes.
        """
        plain = html.lower()
        if plain.count("href") + plain.count("src") == len(_ADRESSE_SURE.findall(html)):
            return
        decoded, cursor = _decoder(self.document.body), 0
        for start_of_address, image in _Protocoles(html).trouves:
            spaced = re.compile(r"\s*".join(map(re.escape, start_of_address)), re.IGNORECASE)
            found = spaced.search(decoded, cursor) or spaced.search(decoded)
            start, end = found.span() if found else (0, 1)
            cursor = end
            message = f"le lien « {start_of_address} » n'est pas admis"
            if image:
                message = f"une image d'un autre site (« {start_of_address} ») n'est pas admise"
            self.diagnostics.append(self.place(codes.LIEN_DANGEREUX, start, end - start, message))

    def place(self, code: Code, offset: int, length: int, message: str, help: str = "") -> Diagnostic:
        """A diagnostic at an offset of the body; its carets stop at the end of the line."""
        before = self.document.body[:offset]
        line = self.document.body_line + before.count("\n")
        column = offset - (before.rfind("\n") + 1) + 1
        rest = self.document.body[offset : offset + length].split("\n")[0]
        return code.at(Location(self.document.path, line, column, max(1, len(rest))), message, help)


class _Protocoles(HTMLParser):
    """How the addresses begin that are not admitted, with their schemes, and whether they are those of an image."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.trouves: list[tuple[str, bool]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        for name, value in attrs:
            if name in ("href", "src") and value:
                # Browsers drop these characters before they look for the scheme.
                read = re.sub(r"[\x00-\x20]", "", value)
                match = PROTOCOLE.match(read)
                if match and (name == "src" or match[0].lower() not in ADMIS):
                    self.trouves.append((f"{match[0].lower()}:", name == "src"))
                elif away := AILLEURS.match(read):
                    self.trouves.append((away[0], name == "src"))


@cache
def _moteur(*, references: bool) -> Markdown:
    """One for all: it is dear to make, and starts afresh for each text. Without `references`, for a text that defines
    none, no link is looked for among them.
    """
    engine = Markdown(
        extensions=["tables", "sane_lists", "fenced_code", "footnotes", "toc"],
        extension_configs={
            # A style inside a tag would be refused by the policy of the page.
            "tables": {"use_align_attribute": True},
            "footnotes": {"BACKLINK_TITLE": "Revenir au texte (note {})"},
            "toc": {"slugify": lambda value, _: _identifiant(value)},
        },
        output_format="html",
    )
    # Raw HTML is refused; what would still look like it is shown as text.
    engine.preprocessors.deregister("html_block")
    engine.inlinePatterns.deregister("html")
    for name in () if references else ("reference", "image_reference", "short_reference", "short_image_ref"):
        engine.inlinePatterns.deregister(name)
    blocks = engine.parser.blockprocessors
    for name, (signs, priority) in _BLOCS.items():
        blocks.register(_Regarde(blocks[name], signs), name, priority)
    # Before the processor that looks for links and emphasis, which is at 20.
    engine.treeprocessors.register(_Nus(engine), "nus", 30)
    return engine


class _Regarde(BlockProcessor):
    """A kind of block, whose expression is tried only where one of the signs that make it stands."""

    def __init__(self, kind: BlockProcessor, signs: str) -> None:
        super().__init__(kind.parser)
        self.kind, self.signs = kind, signs

    def test(self, parent: Element, block: str) -> bool:
        return any(sign in block for sign in self.signs) and self.kind.test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        return self.kind.run(parent, blocks)


class _Nus(Treeprocessor):
    """Words in which nothing begins a link, an emphasis, a code, a line: no pattern is tried on them."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not _MARQUE.search(element.text):
                element.text = AtomicString(element.text)


def _identifiant(titre: str) -> str:
    anchor = ancre(titre)
    return f"{anchor}-texte" if anchor in RESERVES else anchor


def _decoder(text: str) -> str:
    """Entities decoded in place, padded, so that offsets stay those of the file."""
    return re.sub(r"&#?\w+;", lambda match: unescape(match[0]).ljust(len(match[0])), text)


def _toc(tokens: list[dict[str, object]]) -> Iterator[TocEntry]:
    for token in tokens:
        yield TocEntry(typographier(unescape(str(token["name"]))), str(token["id"]), int(str(token["level"])))
        children = token["children"]
        if isinstance(children, list):
            yield from _toc(children)
