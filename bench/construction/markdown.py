"""The inside of an `<article>` as Markdown: its text, headings, lists, tables, code and links, for the other engines.

What a page shows without JavaScript is kept. Drawings, fields, buttons and what is hidden are left out: the others
would not have them either.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

VIDES = frozenset({"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
ECARTES = frozenset({"script", "style", "template", "svg", "button", "select", "input", "textarea", "img", "output"})
TITRES = {f"h{level}": level for level in range(1, 7)}
BLOCS = frozenset(
    {
        *TITRES,
        "article",
        "blockquote",
        "caption",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
    }
    | {"form", "header", "hr", "legend", "li", "nav", "ol", "p", "pre", "section", "summary", "table", "ul"}
)
# What is printed in bold before what it introduces.
INTITULES = frozenset({"caption", "dt", "legend", "summary"})
GRAS, ITALIQUE = frozenset({"b", "strong"}), frozenset({"cite", "dfn", "em", "i"})
# Four columns: every engine takes what is so indented for the inside of the item.
PUCES = {"ul": "-   ", "ol": "1.  "}
_BLANCS = re.compile(r"[ \t\n\r\f]+")
_SIGNES = re.compile(r"[\\`*_\[\]]")
ENTITES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "{": "&#123;", "~": "&#126;"}
_ENTITES = re.compile("[" + "".join(map(re.escape, ENTITES)) + "]")
# At the beginning of a paragraph, these would make a list, a heading, a rule, a definition.
_DEBUT = re.compile(r"^(?:(?P<nombre>\d+)(?P<point>[.)])(?=\s)|(?P<signe>[-+#=:!]))")

# From an href to what the engine is to link to; None when it would lead nowhere: its words stay.
Lien = Callable[[str], str | None]


@dataclass
class Noeud:
    """An element, or a text when `balise` is empty."""

    balise: str
    attributs: dict[str, str | None] = field(default_factory=dict)
    enfants: list["Noeud"] = field(default_factory=list)
    texte: str = ""


class _Lecture(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.pile = [Noeud("article")]
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Noeud(tag, dict(attrs))
        self.pile[-1].enfants.append(node)
        if tag not in VIDES:
            self.pile.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pile[-1].enfants.append(Noeud(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.pile) - 1, 0, -1):
            if self.pile[depth].balise == tag:
                del self.pile[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.pile[-1].enfants.append(Noeud("", texte=data))


class Conversion:
    """Writes pages; with `ancres`, headings keep theirs (`{#anchor}`, which not every engine reads)."""

    def __init__(self, lien: Lien, *, ancres: bool) -> None:
        self.lien, self.ancres = lien, ancres

    def page(self, html: str) -> str:
        return "\n\n".join(self._blocs(_Lecture(html).pile[0])) + "\n"

    def _blocs(self, node: Noeud) -> Iterator[str]:
        """The blocks of an element; what is not in one makes paragraphs."""
        run: list[Noeud] = []
        for child in node.enfants:
            if _ecarte(child):
                continue
            if child.balise in BLOCS or (child.balise and _tient_des_blocs(child) and child.balise != "a"):
                yield from self._paragraphe(run)
                run = []
                yield from self._bloc(child)
            else:
                run.append(child)
        yield from self._paragraphe(run)

    def _bloc(self, node: Noeud) -> Iterator[str]:
        tag = node.balise
        if tag in TITRES:
            anchor = node.attributs.get("id") if self.ancres else None
            words = self._ligne(node.enfants)
            if words:
                yield f"{'#' * TITRES[tag]} {words}{f' {{#{anchor}}}' if anchor else ''}"
        elif tag in PUCES:
            yield from self._liste(node)
        elif tag == "table":
            yield from self._tableau(node)
        elif tag == "pre":
            yield _code(_texte(node).strip("\n"))
        elif tag == "hr":
            yield "* * *"
        elif tag == "blockquote":
            yield "\n".join(f"> {line}".rstrip() for line in "\n\n".join(self._blocs(node)).split("\n"))
        elif tag in INTITULES:
            words = self._ligne(node.enfants)
            # Bold in bold would end it.
            yield from (f"**{words.replace('**', '')}**",) if words else ()
        else:
            yield from self._blocs(node)

    def _paragraphe(self, nodes: list[Noeud]) -> Iterator[str]:
        text = self._ligne(nodes)
        if text:
            yield _DEBUT.sub(_proteger, text)

    def _liste(self, node: Noeud) -> Iterator[str]:
        """One block: its items follow each other."""
        marker, items = PUCES[node.balise], []
        for item in (child for child in node.enfants if child.balise == "li" and not _ecarte(child)):
            blocks = list(self._blocs(item))
            inside = "\n\n".join(blocks).replace("\n", "\n    ").replace("\n    \n", "\n\n")
            if inside:
                items.append(f"{marker}{inside}")
        if items:
            # After an item of several blocks, the next one is only seen behind a blank line.
            yield ("\n\n" if any("\n\n" in item for item in items) else "\n").join(items)

    def _tableau(self, node: Noeud) -> Iterator[str]:
        for caption in (child for child in node.enfants if child.balise == "caption"):
            yield from self._bloc(caption)
        rows = [
            [self._ligne(cell.enfants) for cell in row.enfants if cell.balise in ("th", "td")]
            for row in _descendants(node, "tr")
        ]
        width = max(map(len, rows), default=0)
        if width:
            lines = [f"| {' | '.join((*row, *[''] * (width - len(row))))} |" for row in rows]
            yield "\n".join((lines[0], f"|{' --- |' * width}", *lines[1:]))

    def _ligne(self, nodes: list[Noeud]) -> str:
        """Words on one line."""
        return _BLANCS.sub(" ", self._mots(nodes)).strip(" ")

    def _mots(self, nodes: list[Noeud]) -> str:
        text = ""
        for word in (self._mot(node) for node in nodes if not _ecarte(node)):
            # Stars against a letter would not close what they opened.
            glued = text.endswith("*") and not text.endswith("\\*") and word[:1].isalnum()
            text += f" {word}" if glued else word
        return text

    def _mot(self, node: Noeud) -> str:
        tag = node.balise
        if not tag:
            return _echapper(node.texte)
        if tag == "br":
            return " "
        if tag == "code":
            return _en_ligne(_BLANCS.sub(" ", _texte(node)).strip(" "))
        inside = self._mots(node.enfants)
        words = _BLANCS.sub(" ", inside).strip(" ")
        if not words:
            return " " if inside else ""
        if tag == "a" and (target := self._cible(node)):
            return f"[{words}]({target})"
        if tag in GRAS and "**" not in words:
            return f"**{words}**"
        if tag in ITALIQUE and "*" not in words:
            return f"*{words}*"
        # Blocks on one line stay apart.
        return f" {words} " if tag in BLOCS else inside

    def _cible(self, node: Noeud) -> str | None:
        href = node.attributs.get("href")
        target = self.lien(href) if href is not None else None
        return f"<{target}>" if target and re.search(r"[\s()]", target) else target


def _ecarte(node: Noeud) -> bool:
    return node.balise in ECARTES or "hidden" in node.attributs or node.attributs.get("aria-hidden") == "true"


def _tient_des_blocs(node: Noeud) -> bool:
    return any(child.balise in BLOCS or _tient_des_blocs(child) for child in node.enfants)


def _descendants(node: Noeud, tag: str) -> Iterator[Noeud]:
    for child in node.enfants:
        if child.balise == tag:
            yield child
        else:
            yield from _descendants(child, tag)


def _texte(node: Noeud) -> str:
    return node.texte + "".join(map(_texte, node.enfants))


def _echapper(text: str) -> str:
    escaped = _SIGNES.sub(lambda match: f"\\{match[0]}", text)
    return _ENTITES.sub(lambda match: ENTITES[match[0]], escaped)


def _proteger(match: re.Match[str]) -> str:
    return f"{match['nombre']}\\{match['point']}" if match["nombre"] else f"\\{match['signe']}"


def _code(text: str) -> str:
    fence = "`" * max(3, _plus_longue(text) + 1)
    return f"{fence}\n{text}\n{fence}"


def _en_ligne(text: str) -> str:
    """Between enough backquotes; a bar there would close a cell of a table."""
    if not text or "|" in text:
        return _echapper(text)
    ticks = "`" * (_plus_longue(text) + 1)
    pad = " " if "`" in text else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _plus_longue(text: str) -> int:
    return max(map(len, re.findall(r"`+", text)), default=0)
