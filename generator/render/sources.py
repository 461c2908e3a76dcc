"""Legal sources: what they are, what was read, who rests on them."""

from collections.abc import Iterator

from generator.model import TypeSource
from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.site import Page


def pages_de_sources(atelier: Atelier) -> Iterator[Commande]:
    """One page a source, and the index by type."""
    yield Commande(_index)
    for name in atelier.base.sources:
        yield Commande(_source, (name,))


def _index(atelier: Atelier) -> Page:
    by_type = {kind: [s for s in atelier.base.sources.values() if s.type is kind] for kind in TypeSource}
    return atelier.page(
        "sources.html",
        "sources/",
        "Les sources",
        "Tous les textes et documents sur lesquels le mémento s’appuie.",
        mots=(
            "textes de loi",
            "code du travail",
            "décrets",
            "arrêtés",
            "Légifrance",
            "bibliographie",
            "références juridiques",
        ),
        genres={kind: found for kind, found in by_type.items() if found},
    )


def _source(atelier: Atelier, name: str) -> Page:
    source = atelier.base.sources[name]
    return atelier.page(
        "source.html",
        f"sources/{source.id}/",
        source.titre,
        f"{source.titre} : versions, lecture, règles et montants qui s’y appuient.",
        source_path=atelier.base.document("source", source.id).path,
        source=source,
        cite_par=atelier.cite_par("source", source.id),
    )
