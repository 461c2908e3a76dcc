"""What stands at an address that has moved: a page that sends readers on, or the same file."""

from collections.abc import Collection, Iterator, Mapping

from generator.load.verrou import Verrou
from generator.render.atelier import Atelier
from generator.render.site import Page


def pages_de_redirection(atelier: Atelier, verrou: Verrou, publiees: Collection[str]) -> Iterator[Page]:
    """One page an address that leads to a published page; a redirect that cannot work is told by a check (MEM516)."""
    for old in verrou.redirections:
        target = verrou.finale(old)
        if old not in publiees and target in publiees:
            assert target is not None
            yield atelier.page(
                "redirection.html",
                old,
                "Cette page a changé d’adresse",
                "Cette page a changé d’adresse.",
                vers=target,
                cible=target,
            )


def fichiers_rediriges(verrou: Verrou, fichiers: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same bytes at the old address: a file cannot send anyone on."""
    moved = {old: verrou.finale(old) or "" for old in verrou.redirections if old not in fichiers}
    return {old: fichiers[new] for old, new in moved.items() if new in fichiers}
