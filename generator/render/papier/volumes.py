"""A printed mémento that would be too large is several volumes: whole themes, in their order, put together."""

from generator.render.lecture import question
from generator.render.papier.adresses import TOUT, adresse_imprimee
from generator.render.papier.selection import Selection, Volume
from generator.resolve import KnowledgeBase

# Rules in a volume, at most: Typst takes some 2 MB for each (ADR 0031).
REGLES = 300


def decoupe(base: KnowledgeBase, siae: str | None = None) -> tuple[Volume | None, ...]:
    """The volumes of the whole, or of what concerns a structure; None alone when one book holds it.

    A theme that has more rules than a volume may hold is one by itself.
    """
    groups: list[list[str]] = [[]]
    held = 0
    for theme, rules in Selection(base, siae).par_theme().items():
        if groups[-1] and held + len(rules) > REGLES:
            groups.append([])
            held = 0
        groups[-1].append(theme)
        held += len(rules)
    if len(groups) == 1:
        return (None,)
    return tuple(Volume(rank, len(groups), frozenset(themes)) for rank, themes in enumerate(groups, 1))


@question
def adresses_des_volumes(base: KnowledgeBase, siae: str = "") -> tuple[tuple[str, str], ...]:
    """The url of each, and what it is called; the first one keeps the address of the whole."""
    first = adresse_imprimee(siae) if siae else TOUT
    stem = first.removesuffix(".pdf")
    return tuple(
        (first if volume is None or volume.rang == 1 else f"{stem}-volume-{volume.rang}.pdf", f"volume {rank}")
        for rank, volume in enumerate(decoupe(base, siae or None), 1)
    )
