"""The HTML of a body or of a field, as our own engine writes it, turned into Typst: nothing is lost in silence."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html.parser import HTMLParser

from generator.render.filters import typographier
from generator.render.papier.ecriture import Contenu, appel, suite

# Where a link leads on paper: the address as it is in the HTML, the words.
Lien = Callable[[str, Contenu], Contenu]

TITRES = {f"h{level}": level for level in range(1, 7)}
LISTES = {"ul": "list", "ol": "enum"}
LIGNES = frozenset({"a", "strong", "em", "code", "br"})
BLOCS = frozenset({"p", "li", "blockquote", "pre", "hr", "table", "thead", "tbody", "tr", "th", "td", *LISTES, *TITRES})
ALIGNEMENTS = frozenset({"left", "right", "center"})


class Intraduisible(ValueError):
    """The paper has no way to print this: a sentence in French says what."""


class _Bloc(Contenu):
    """A piece that stands on its own lines: the space after it is that of the file."""

    __slots__ = ()


@dataclass
class _Element:
    """An element being read: its pieces are texts (`str`) and code (`Contenu`)."""

    balise: str
    attributs: dict[str, str] = field(default_factory=dict)
    parties: list[str] = field(default_factory=list)

    def contenu(self) -> Contenu:
        return suite(*self.parties)

    def bloc(self) -> Contenu:
        """The same, without the space that the file has at its end."""
        *before, last = self.parties or [""]
        return suite(*before, last if isinstance(last, Contenu) else last.rstrip(" "))


def traduire(html: str, lien: Lien, niveau: int = 1) -> Contenu:
    """The Typst of a piece of HTML; `niveau` is that of its `<h2>`. Raises Intraduisible."""
    reader = _Traduction(lien, niveau)
    reader.feed(html)
    reader.close()
    if len(reader.ouverts) != 1:
        raise Intraduisible(f"<{reader.ouverts[-1].balise}> n'est pas refermé")
    return reader.ouverts[0].bloc()


class _Traduction(HTMLParser):
    def __init__(self, lien: Lien, niveau: int) -> None:
        super().__init__(convert_charrefs=True)
        self.lien = lien
        self.niveau = niveau
        self.ouverts = [_Element("")]
        self.colonnes = 1

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag not in LIGNES | BLOCS or "class" in attributes:
            shown = f' class="{attributes["class"]}"' if "class" in attributes else ""
            raise Intraduisible(f"<{tag}{shown}> n'a pas d'équivalent sur le papier")
        self.ouverts.append(_Element(tag, attributes))
        if tag in ("br", "hr"):
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        element = self.ouverts.pop()
        if element.balise != tag:
            raise Intraduisible(f"</{tag}> ferme <{element.balise}>")
        code = self._ecrire(element)
        self.ouverts[-1].parties.append(code if tag in LIGNES else _Bloc(code))

    def handle_data(self, data: str) -> None:
        current = self.ouverts[-1]
        if current.balise == "code":
            current.parties.append(data)
            return
        text = typographier(re.sub(r"[ \t\r\n]+", " ", data))
        # At the start of a block, or after another one, spaces only lay out the file.
        if current.balise not in LIGNES and (not current.parties or isinstance(current.parties[-1], _Bloc)):
            text = text.lstrip(" ")
        if text:
            current.parties.append(text)

    def _ecrire(self, element: _Element) -> Contenu:
        parts, attributes = element.parties, element.attributs
        match element.balise:
            case "br":
                return appel("linebreak")
            case "hr":
                return appel("separation")
            case "strong":
                return appel("strong", element.contenu())
            case "em":
                return appel("emph", element.contenu())
            case "a":
                return self.lien(attributes.get("href", ""), element.contenu())
            case "code":
                block = self.ouverts[-1].balise == "pre"
                return appel("raw", "".join(parts).removesuffix("\n"), block=block)
            case "p":
                return appel("par", element.bloc())
            case "blockquote":
                return appel("quote", element.bloc(), block=True)
            case "ul" | "ol" as tag:
                first = {"start": int(attributes["start"])} if "start" in attributes else {}
                return appel(LISTES[tag], *parts, **first)
            case "th" | "td":
                found = attributes.get("align")
                side = {"align": Contenu(found)} if found in ALIGNEMENTS else {}
                return appel("table.cell", element.bloc(), **side)
            case "tr":
                self.colonnes = len(parts)
                return Contenu(", ".join(parts))
            case "tbody":
                return Contenu(", ".join(parts))
            case "thead":
                return appel("table.header", *parts)
            case "table":
                return appel("tableau", *parts, columns=self.colonnes)
            case "pre" | "li":
                return element.bloc()
        return appel("heading", element.bloc(), level=TITRES[element.balise] - 2 + self.niveau)
