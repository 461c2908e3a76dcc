"""The Pacte of 2019: its engagements, its measures, and what became of each."""

from collections.abc import Iterator

from generator.model import Engagement, Mesure
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page


def pages_du_pacte(atelier: Atelier) -> Iterator[Page]:
    """One page an engagement, one a measure, and the index of both."""
    base = atelier.base
    yield atelier.page(
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
    for engagement in base.engagements.values():
        yield _engagement(atelier, engagement)
    for mesure in base.mesures.values():
        yield _mesure(atelier, mesure)


def _engagement(atelier: Atelier, engagement: Engagement) -> Page:
    return atelier.page_ecrite(
        "engagement",
        str(engagement.numero),
        f"Engagement n° {engagement.numero} : {engagement.titre}",
        engagement.resume,
        apres=(("mesures", "Ses mesures"), ("sources", "Sources")),
        engagement=engagement,
        mesures=[mesure for mesure in atelier.base.mesures.values() if mesure.engagement == engagement.numero],
    )


def _mesure(atelier: Atelier, mesure: Mesure) -> Page:
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
        lies=list(_lies(atelier, mesure.numero)),
    )


def _lies(atelier: Atelier, numero: int) -> Iterator[tuple[str, str]]:
    """What the mémento drew from a measure: (kind, id)."""
    base = atelier.base
    tables = (
        ("regle", base.regles),
        ("calculateur", base.calculateurs),
        ("pratique", base.pratiques),
        ("outil", base.outils),
        ("module", base.modules),
        ("repere", base.reperes),
    )
    for kind, table in tables:
        yield from ((kind, name) for name, subject in table.items() if numero in subject.mesures)
