"""Tools: a guide that prints, and its model to fill in on the page or on paper."""

from collections.abc import Iterator

from generator.render.adresses import adresse
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page


def pages_des_outils(atelier: Atelier) -> Iterator[Page]:
    """One page a tool."""
    base = atelier.base
    for name, outil in base.outils.items():
        document = base.document("outil", name)
        url = adresse(base, "outil", name)
        body = atelier.corps(document, url)
        yield atelier.page(
            "outil.html",
            url,
            outil.titre,
            outil.resume,
            source_path=document.path,
            toc=(
                *sommaire(("valeur", "Ce que cela vaut")),
                *body.toc,
                *sommaire(("modele", "Modèle à remplir"), ("liens", "À lire avec lui"), ("sources", "Sources")),
            ),
            outil=outil,
            t=atelier.champs(document, url),
            corps=body.html,
            lies=[
                *(("calculateur", calculateur) for calculateur in outil.calculateurs),
                *(("mesure", mesure) for mesure in outil.mesures),
            ],
            regles=[base.regles[regle] for regle in outil.regles],
        )
