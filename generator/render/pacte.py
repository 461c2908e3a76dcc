"""The Pacte of 2019: its engagements, its measures, and what became of each."""

from collections.abc import Iterator

from generator.render.atelier import Atelier, sommaire
from generator.render.commande import Commande
from generator.render.lecture import question
from generator.render.site import Page
from generator.resolve import Cible, KnowledgeBase


def pages_du_pacte(atelier: Atelier) -> Iterator[Commande]:
    """One page an engagement, one a measure, and the index of both."""
    yield Commande(_index)
    for numero in atelier.base.engagements:
        yield Commande(_engagement, (numero,))
    for numero in atelier.base.mesures:
        yield Commande(_mesure, (numero,))


def _index(atelier: Atelier) -> Page:
    base = atelier.base
    return atelier.page(
        "mesures.html",
        "pacte/mesures/",
        "Les mesures du Pacte de 2019",
        "Ce que proposait le Pacte d’ambition pour l’IAE, et ce que c’est devenu.",
        mots=("30 mesures", "propositions du Pacte", "suites du Pacte", "Pacte IAE", "engagements"),
        toc=sommaire(*((f"engagement-{n}", f"Engagement n° {n}") for n in base.engagements)),
        groupes={
            number: [mesure for mesure in base.mesures.values() if mesure.engagement == number]
            for number in sorted({mesure.engagement for mesure in base.mesures.values()})
        },
    )


def _engagement(atelier: Atelier, numero: int) -> Page:
    engagement = atelier.base.engagements[numero]
    return atelier.page_ecrite(
        "engagement",
        str(engagement.numero),
        f"Engagement n° {engagement.numero} : {engagement.titre}",
        engagement.resume,
        apres=(("mesures", "Ses mesures"), ("sources", "Sources")),
        engagement=engagement,
        mesures=[mesure for mesure in atelier.base.mesures.values() if mesure.engagement == engagement.numero],
    )


def _mesure(atelier: Atelier, numero: int) -> Page:
    mesure = atelier.base.mesures[numero]
    actions = tuple((f"action-{action.numero}", f"Action {action.numero}") for action in mesure.actions)
    return atelier.page_ecrite(
        "mesure",
        str(mesure.numero),
        f"Mesure n° {mesure.numero} : {mesure.titre}",
        mesure.resume,
        apres=(
            *(actions or (("proposition", "La proposition"),)),
            ("liens", "À lire avec elle"),
            ("sources", "Sources"),
        ),
        mesure=mesure,
        chiffres=[chiffre for chiffre in atelier.base.chiffres.values() if mesure.numero in chiffre.mesures],
        lies=_lies(atelier.base, mesure.numero),
    )


@question
def _lies(base: KnowledgeBase, numero: int) -> tuple[Cible, ...]:
    """What the mémento drew from a measure."""
    tables = (
        ("regle", base.regles),
        ("calculateur", base.calculateurs),
        ("pratique", base.pratiques),
        ("outil", base.outils),
        ("module", base.modules),
        ("repere", base.reperes),
    )
    return tuple((kind, name) for kind, table in tables for name, one in table.items() if numero in one.mesures)
