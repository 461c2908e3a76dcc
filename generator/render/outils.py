"""Tools: a guide that prints, and its model to fill in on the page or on paper."""

from collections.abc import Iterator

from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.site import Page


def pages_des_outils(atelier: Atelier) -> Iterator[Commande]:
    """One page a tool."""
    for name in atelier.base.outils:
        yield Commande(_outil, (name,))


def _outil(atelier: Atelier, name: str) -> Page:
    outil = atelier.base.outils[name]
    return atelier.page_ecrite(
        "outil",
        name,
        outil.titre,
        outil.resume,
        avant=(("valeur", "Ce que cela vaut"),),
        apres=(("modele", "Modèle à remplir"), ("liens", "À lire avec lui"), ("sources", "Sources")),
        outil=outil,
        lies=[
            *(("calculateur", calculateur) for calculateur in outil.calculateurs),
            *(("mesure", mesure) for mesure in outil.mesures),
        ],
        regles=[atelier.base.regles[regle] for regle in outil.regles],
    )
