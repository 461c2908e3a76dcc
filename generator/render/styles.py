"""The styles of the theme as one sheet: a single request, and an order that one file states."""

import re
from collections.abc import Mapping

import minify

# The file that lists the others, and the sheet that the site publishes.
ENTREE, FEUILLE = "assets/styles/memento.css", "assets/memento.css"
_IMPORT = re.compile(r'^@import "\./(?P<nom>[\w-]+\.css)";$', re.M)


def styles(assets: Mapping[str, bytes]) -> dict[str, bytes]:
    """The published sheet by its url; none when the theme has no styles. KeyError when it imports what is not there."""
    if ENTREE not in assets:
        return {}
    folder = ENTREE.rpartition("/")[0]
    whole = _IMPORT.sub(lambda match: assets[f"{folder}/{match['nom']}"].decode(), assets[ENTREE].decode())
    return {FEUILLE: minify.string("text/css", whole).encode()}
