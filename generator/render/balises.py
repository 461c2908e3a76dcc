"""A page that we wrote, cut into its tags and its texts.

Our templates and our engine of Markdown escape every `<` and every quote that is no markup: nothing is left for a
browser to guess, and an expression reads our pages ten times as fast as a parser that must guess.
"""

import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from typing import NamedTuple

# What stands in a tag after its name. A sign that was taken is never given back: there is one way to read a tag.
_VALEURS = r"""[^"'<>]*+(?:(?:"[^"]*+"|'[^']*+')[^"'<>]*+)*+"""
_TOUTE_BALISE = re.compile(rf"<(?:/?[A-Za-z][^\s<>/]*{_VALEURS}>|!--.*?-->)", re.DOTALL)
_BALISE = re.compile(rf"<(?:[A-Za-z][^\s<>/]*{_VALEURS}>|!--.*?-->)", re.DOTALL)
_CLASSES = re.compile(r'class="([^"]*)"')
_ATTRIBUT = re.compile(r"""\s([a-z][\w:.-]*)=(?:"([^"]*)"|'([^']*)')""")


class Morceaux(NamedTuple):
    """`textes`, entities included, has one more than the others; `noms` are those of the tags that were told apart."""

    textes: list[str]
    jetons: list[str]
    noms: list[str | None]


def couper(html: str, distinguees: frozenset[str]) -> Morceaux:
    """Text, tag, text, tag… text: joined again, the same page. Tags that are not to be told apart are one piece as long
    as no word stands between them.
    """
    parts = _motif(distinguees).split(html)
    return Morceaux(parts[::3], parts[1::3], parts[2::3])


@cache
def _motif(distinguees: frozenset[str]) -> re.Pattern[str]:
    name = rf"/?(?:{'|'.join(sorted(distinguees))})(?![^\s<>/])"
    other = rf"(?:/?[A-Za-z][^\s<>/]*{_VALEURS}>|!--.*?-->)"
    return re.compile(rf"(<(?:({name}){_VALEURS}>|{other}(?:\s*+<(?!{name}){other})*+))", re.DOTALL)


def sans_balises(html: str) -> str:
    """The words alone."""
    return _TOUTE_BALISE.sub("", html)


def classes_de(html: str) -> frozenset[str]:
    """Every class that elements of a page have."""
    return frozenset(name for written in set(_CLASSES.findall(html)) for name in written.split())


@dataclass(frozen=True)
class Releve:
    """What a page leads to and what can be led to in it: `cibles` are written as they are in the page, in order."""

    cibles: tuple[str, ...]
    ancres: frozenset[str]


def relever(html: str) -> Releve:
    """The links, the assets and the anchors of a page. Data and styles hold no tag: what is in them is escaped."""
    tags = [tag for tag in _BALISE.findall(html) if " id=" in tag or " href=" in tag or " src=" in tag]
    targets: list[str] = []
    anchors: set[str] = set()
    for name, double, single in _ATTRIBUT.findall("".join(tags)):
        if name == "id":
            anchors.add(unescape(double or single))
        elif name in ("href", "src"):
            targets.append(unescape(double or single))
    return Releve(tuple(targets), frozenset(anchors - {""}))
