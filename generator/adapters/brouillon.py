"""A draft of the site: whatever leaves it says that it is one."""

import json
import re
from collections.abc import Mapping

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig

from generator.render.monofichier import MONOFICHIER
from generator.render.rangement import Fichiers

# The variable of the theme that holds the words of the banner; there is none in a site that is not a draft.
VARIABLE = "brouillon"
MENTION = "BROUILLON, ne fait pas foi"
# What the theme writes for robots; MkDocs publishes it as it is when it is told not to fill it in.
PLAN = "sitemap.xml"
CORPS = re.compile(r"<body[^>]*>")
# In the margin of each sheet. Over the sheet, it would cut in two what goes on from one to the next: PDF/UA refuses it.
FILIGRANE = (
    "#set page(background: place(center + top, dy: 6mm, "
    'block(inset: 4pt, stroke: 1pt + rgb("#8a3d12"), text(size: 11pt, weight: "bold", fill: rgb("#8a3d12"), {}))))\n'
)


def marquer(config: MkDocsConfig, nom: str) -> None:
    """Make a draft of what is built with this configuration; `nom` says of what, or is empty."""
    config.extra[VARIABLE] = dire(nom)
    # It would ask robots to come.
    config.theme.static_templates.discard(PLAN)


def dire(nom: str) -> str:
    """The words to show on a draft of what is named, or of nothing named."""
    return f"{MENTION}\u00a0: {nom}" if nom else MENTION


def mention(config: MkDocsConfig) -> str | None:
    """The words to show; None for a site that is not a draft."""
    words = config.extra.get(VARIABLE)
    return None if words is None else str(words)


def marquer_fichiers(fichiers: Mapping[str, bytes], words: str) -> Mapping[str, bytes]:
    """The file that holds the whole mémento is read alone: it is marked as the pages are."""
    if MONOFICHIER not in fichiers:
        return fichiers
    banner = Markup('<p class="m-alerte">{}</p>').format(words)
    marked = CORPS.sub(lambda body: body[0] + banner, fichiers[MONOFICHIER].decode(), count=1).encode()
    return Fichiers(fichiers) | {MONOFICHIER: marked}


def marquer_imprime(source: str, words: str) -> str:
    """The Typst source of a document, marked on each of its sheets."""
    return FILIGRANE.format(json.dumps(words, ensure_ascii=False)) + source
