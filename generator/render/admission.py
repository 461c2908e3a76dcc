"""The second wall: a finished page holds only the tags, attributes and addresses that ours are made of (ADR 0027).

nh3 reads the page as a browser does and drops what is not listed here. It judges: a page from which it would drop
anything is refused, since something went through the first wall, or a template of ours has a new tag to be listed.
"""

import re
from collections.abc import Mapping
from html import unescape

import nh3

PARTOUT = frozenset({"class", "hidden", "id", "role", "tabindex"})
FAMILLES = frozenset({"aria-", "data-"})
PROTOCOLES = frozenset({"http", "https", "mailto", "tel"})
_NUES = """
    article blockquote br caption code dd defs del desc details div dl dt em fieldset figcaption figure h1 h2 h3 h4 h5
    h6 hr ins kbd legend li main mark nav noscript output p pre section span strong summary sup table tbody thead title
    tr ul
"""
BALISES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_NUES.split(), frozenset[str]()),
    "a": frozenset({"download", "href", "rel", "title", "type"}),
    "abbr": frozenset({"title"}),
    "button": frozenset({"disabled", "type"}),
    "form": frozenset({"autocomplete", "novalidate"}),
    "img": frozenset({"alt", "height", "loading", "src", "title", "width"}),
    "input": frozenset(
        {
            "accept",
            "autocapitalize",
            "autocomplete",
            "checked",
            "enterkeyhint",
            "inputmode",
            "max",
            "maxlength",
            "min",
            "name",
            "placeholder",
            "required",
            "spellcheck",
            "type",
            "value",
        }
    ),
    "label": frozenset({"for"}),
    "line": frozenset({"x1", "x2", "y1", "y2"}),
    "ol": frozenset({"start"}),
    "option": frozenset({"selected", "value"}),
    "path": frozenset({"d"}),
    "pattern": frozenset({"height", "patternTransform", "patternUnits", "width"}),
    "progress": frozenset({"max", "value"}),
    "rect": frozenset({"height", "width", "x", "y"}),
    "select": frozenset({"name"}),
    "svg": frozenset({"height", "overflow", "viewBox", "width", "x", "y"}),
    "td": frozenset({"align"}),
    "text": frozenset({"text-anchor", "x", "y"}),
    "textarea": frozenset({"rows"}),
    "th": frozenset({"align", "scope"}),
}

_JUGE = nh3.Cleaner(
    tags=set(BALISES),
    attributes={tag: set(PARTOUT | names) for tag, names in BALISES.items()},
    generic_attribute_prefixes=set(FAMILLES),
    url_schemes=set(PROTOCOLES),
    # To drop a tag with what it holds would do as well: nothing is kept of a page that is refused.
    clean_content_tags=set(),
    link_rel=None,
)
# Data that nothing can close, and scripts of the site: the only two that a page may hold.
_SCRIPTS = re.compile(
    r'<script type="application/(?:ld\+)?json"(?: data-[a-z-]+)?>[^<]*</script>'
    r'|<script src="(?:\.\./)*assets/(?:fixes/)?[a-z-]+(?:\.[0-9a-f]{8})?\.js" defer></script>'
)
# An image of another site, which would tell it who reads.
_AILLEURS = re.compile(r'<img [^>]*src="\s*(?:[a-z][a-z0-9+.-]*:|[/\\]{2})[^"]*"', re.IGNORECASE)
# How nh3 writes what we write otherwise: neither form means more than the other. What hardly any page holds is not
# looked for in each.
_NOTRE = (("/>", ">"), ("&#34;", '"'), ('=""', ""))
_SIEN = (
    *(("&nbsp;", "\u00a0"), ("&quot;", '"'), ('=""', "")),
    *((f'"></{name}>', '">') for name in ("path", "line", "rect")),
)
_RARES = (("&#39;", "'"), ("&quot;", '"'), ("&gt;", ">"))
EXTRAIT = 60


def refus(html: str) -> str | None:
    """The beginning of the first thing that a finished page may not hold; None for a page in order."""
    written = _SCRIPTS.sub("", html)
    away = _AILLEURS.search(written)
    if away:
        return away[0]
    ours, kept = _reduire(written, _NOTRE), _reduire(_JUGE.clean(written), _SIEN)
    # Words may write any letter as an entity: those pages are compared letter by letter.
    if ours == kept or unescape(ours) == unescape(kept):
        return None
    ours, kept = _reduire(ours, _RARES), _reduire(kept, _RARES)
    # The texts differ, and one may be the beginning of the other.
    differs = next((rank for rank, (a, b) in enumerate(zip(ours, kept, strict=False)) if a != b), len(kept))
    start = max(ours.rfind("<", 0, differs + 1), 0)
    return ours[start : start + EXTRAIT].partition("\n")[0]


def _reduire(html: str, forms: tuple[tuple[str, str], ...]) -> str:
    for written, plain in forms:
        html = html.replace(written, plain)
    return html
