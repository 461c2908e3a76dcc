"""What the mémento undertakes to cover, where each thing is, and what is missing."""

from generator.render.adresses import SEULS
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page
from generator.resolve.couverture import bilans


def page_de_couverture(atelier: Atelier) -> tuple[Page, ...]:
    """One page; none for a mémento that undertakes nothing."""
    found = bilans(atelier.base)
    if not found:
        return ()
    page = atelier.page(
        "couverture.html",
        "couverture/",
        SEULS["couverture"],
        "Les mesures, actions, sigles, articles, chiffres et faits que le mémento s’engage à traiter, et où.",
        mots=("ce qui manque", "exhaustivité", "périmètre", "articles traités"),
        source_path=atelier.base.document("couverture", "couverture").path,
        toc=sommaire(*((name, bilan.titre) for name, bilan in found.items())),
        bilans=found,
    )
    return (page,)
