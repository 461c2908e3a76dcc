"""Good practices, and the register of opinions on those that are contested."""

from collections.abc import Iterator

from generator.model import Avis, Pratique
from generator.render.adresses import adresse
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page


def pages_des_pratiques(atelier: Atelier) -> Iterator[Page]:
    """One page a practice, one an opinion; the pages that open both are editorial."""
    for name, pratique in atelier.base.pratiques.items():
        yield _pratique(atelier, name, pratique)
    for numero, avis in atelier.base.avis.items():
        yield _avis(atelier, numero, avis)


def _pratique(atelier: Atelier, name: str, pratique: Pratique) -> Page:
    base = atelier.base
    document = base.document("pratique", name)
    url = adresse(base, "pratique", name)
    body = atelier.corps(document, url)
    return atelier.page(
        "pratique.html",
        url,
        pratique.titre,
        pratique.resume,
        source_path=document.path,
        toc=(
            *sommaire(
                ("valeur", "Ce que cela vaut"),
                ("contexte", "Contexte"),
                ("conditions", "Conditions"),
                ("etapes", "Étapes"),
                ("limites", "Limites"),
            ),
            *body.toc,
            *sommaire(("liens", "Règles et outils"), ("sources", "Sources")),
        ),
        pratique=pratique,
        t=atelier.champs(document, url),
        corps=body.html,
        avis=[avis for avis in base.avis.values() if name in avis.pratiques],
        regles=[base.regles[regle] for regle in pratique.regles],
        lies=[
            *(("calculateur", calculateur) for calculateur in pratique.calculateurs),
            *(("outil", outil) for outil in pratique.outils),
            *(("mesure", mesure) for mesure in pratique.mesures),
        ],
        cite_par=atelier.cite_par("pratique", name),
    )


def _avis(atelier: Atelier, numero: str, avis: Avis) -> Page:
    base = atelier.base
    document = base.document("avis", numero)
    url = adresse(base, "avis", numero)
    body = atelier.corps(document, url)
    return atelier.page(
        "avis.html",
        url,
        f"Avis n° {numero} : {avis.titre}",
        avis.resume,
        source_path=document.path,
        toc=(*sommaire(("question", "La question"), ("reponse", "La réponse")), *body.toc),
        avis=avis,
        t=atelier.champs(document, url),
        corps=body.html,
        regles=[base.regles[regle] for regle in avis.regles],
    )
