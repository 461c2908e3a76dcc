"""Good practices, and the register of opinions on those that are contested."""

from collections.abc import Iterator

from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.citations import citer
from generator.render.commande import Commande
from generator.render.notices import avis_sur, notice_d_avis, notice_de_pratique
from generator.render.site import Page


def pages_des_pratiques(atelier: Atelier) -> Iterator[Commande]:
    """One page a practice, one an opinion; the pages that open both are editorial."""
    for name in atelier.base.pratiques:
        yield Commande(_pratique, (name,))
    for numero in atelier.base.avis:
        yield Commande(_avis, (numero,))


def _pratique(atelier: Atelier, name: str) -> Page:
    base = atelier.base
    pratique = base.pratiques[name]
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
        avis=[base.avis[numero] for numero in avis_sur(base, "pratique", name)],
        regles=[base.regles[regle] for regle in pratique.regles],
        lies=[
            *(("calculateur", calculateur) for calculateur in pratique.calculateurs),
            *(("outil", outil) for outil in pratique.outils),
            *(("mesure", mesure) for mesure in pratique.mesures),
        ],
        cite_par=atelier.cite_par("pratique", name),
        citation=citer(notice_de_pratique(atelier, name, pratique), adresse(base, "pratique", name)),
    )


def _avis(atelier: Atelier, numero: str) -> Page:
    avis = atelier.base.avis[numero]
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
