"""Names that carry their content: what such a name gives never changes, so browsers keep it for a year (ADR 0029)."""

import hashlib
import re
from collections.abc import Mapping

# Where they stand, apart from what changes at the same address: a server, a CDN, a store of objects knows a folder.
FIXES = "assets/fixes/"
# What pages load and the theme or the machine makes; the readable modules stand in folders, and are loaded by nobody.
_CHARGES = re.compile(r"assets/[\w-]+\.(?:css|js|svg)")
_FIXE = re.compile(rf"{FIXES}(?P<nom>[\w-]+)\.[0-9a-f]{{8}}(?P<fin>\.(?:css|js|svg))")


def noms(fichiers: Mapping[str, bytes]) -> dict[str, str]:
    """The published url of each file that pages load, by the url that templates write."""
    return {url: nommer(url, content) for url, content in fichiers.items() if _CHARGES.fullmatch(url)}


def nommer(url: str, content: bytes) -> str:
    """`assets/a.css` → `assets/fixes/a.ba7816bf.css`: the first eight digits of the SHA-256 of the content."""
    stem, _, ending = url.removeprefix("assets/").rpartition(".")
    return f"{FIXES}{stem}.{hashlib.sha256(content).hexdigest()[:8]}.{ending}"


def sans_empreinte(url: str) -> str:
    """The url that templates write, from the published one; any other is left as it is."""
    return _FIXE.sub(r"assets/\g<nom>\g<fin>", url) if _FIXE.fullmatch(url) else url
