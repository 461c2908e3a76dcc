"""Good practices, and the register of opinions on those that are contested."""

from collections.abc import Iterator

from generator.model import Avis, Pratique
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.citations import citer
from generator.render.notices import notice_d_avis, notice_de_pratique
from generator.render.site import Page


def pages_des_pratiques(atelier: Atelier) -> Iterator[Page]:
    """One page a practice, one an opinion; the pages that open both are editorial."""
    for name, pratique in atelier.base.pratiques.items():
        yield _pratique(atelier, name, pratique)
    for numero, avis in atelier.base.avis.items():
        yield _avis(atelier, numero, avis)


def _pratique(atelier: Atelier, name: str, pratique: Pratique) -> Page:
    base = atelier.base
    return atelier.page_ecrite(
        "pratique",
        name,
        pratique.titre,
        pratique.resume,
        avant=(
            ("valeur", "Ce que cela vaut"),
            ("contexte", "Contexte"),
            ("conditions", "Conditions"),
            ("etapes", "Étapes"),
            ("limites", "Limites"),
        ),
        apres=(("liens", "Règles et outils"), ("sources", "Sources"), ("citer", "Citer")),
        pratique=pratique,
        avis=[avis for avis in base.avis.values() if name in avis.pratiques],
        regles=[base.regles[regle] for regle in pratique.regles],
        lies=[
            *(("calculateur", calculateur) for calculateur in pratique.calculateurs),
            *(("outil", outil) for outil in pratique.outils),
            *(("mesure", mesure) for mesure in pratique.mesures),
        ],
        cite_par=atelier.cite_par("pratique", name),
        citation=citer(notice_de_pratique(atelier, name, pratique), adresse(base, "pratique", name)),
    )


def _avis(atelier: Atelier, numero: str, avis: Avis) -> Page:
    return atelier.page_ecrite(
        "avis",
        numero,
        f"Avis n° {numero} : {avis.titre}",
        avis.resume,
        avant=(("question", "La question"), ("reponse", "La réponse")),
        apres=(("liens", "Règles et pratiques"), ("sources", "Sources"), ("citer", "Citer")),
        avis=avis,
        regles=[atelier.base.regles[regle] for regle in avis.regles],
        citation=citer(notice_d_avis(atelier, avis), adresse(atelier.base, "avis", numero)),
    )
