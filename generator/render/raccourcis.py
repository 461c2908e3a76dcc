"""Where the shortcuts of the search lead."""

from collections.abc import Collection

from generator.render.adresses import adresse
from generator.resolve import KnowledgeBase
from generator.resolve.couverture import GENRES

PAGE = "page"


def adresse_de_raccourci(base: KnowledgeBase, cible: str) -> str | None:
    """The url of `genre:id` or of `page:url`; None when there is no such subject."""
    kind, _, identifier = cible.partition(":")
    if kind == PAGE:
        return identifier
    return adresse(base, kind, identifier) if base.contient(kind, identifier) else None


def candidats(base: KnowledgeBase, cible: str, urls: Collection[str]) -> tuple[str, ...]:
    """What may have been meant, for a suggestion."""
    kind, colon, _ = cible.partition(":")
    if not colon:
        return tuple(f"{known}:{cible}" for known in GENRES if base.contient(known, cible))
    return tuple(f"{kind}:{name}" for name in (urls if kind == PAGE else base.identifiants(kind)))
