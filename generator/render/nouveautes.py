"""What is new: what is to come, what changed in the law, the amounts that moved, the mémento itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from generator.compile.calendrier import MOIS
from generator.model import EntreeDeJournal
from generator.render.atelier import Atelier, sommaire
from generator.render.evenements import NOUVEAUTES, Evenement, a_venir, fins, passes
from generator.render.exports import agenda
from generator.render.exports.flux import flux
from generator.render.site import Page
from generator.resolve import Cible


@dataclass(frozen=True, slots=True)
class Note:
    """An entry of the journal as it is read: `texte` is HTML."""

    entree: EntreeDeJournal
    texte: Any
    sujets: tuple[Cible, ...]


def page_des_nouveautes(atelier: Atelier) -> Page:
    """One page, newest first, that reads without JavaScript."""
    base, today = atelier.base, atelier.today
    past = passes(base, today)
    notes = _notes(atelier)
    return atelier.page(
        "nouveautes.html",
        NOUVEAUTES,
        "Les nouveautés",
        "Ce qui va changer, ce qui a changé dans le droit, les montants qui ont bougé, et le mémento lui-même.",
        mots=("actualités", "dernières modifications", "flux RSS", "calendrier", "à venir", "journal des changements"),
        source_path=base.document("journal", "journal").path if notes else None,
        toc=sommaire(
            ("a-venir", "À venir"),
            ("droit", "Le droit"),
            ("montants", "Les montants"),
            ("memento", "Le mémento lui-même"),
            ("suivre", "Suivre sans revenir"),
        ),
        a_venir=a_venir(base, today),
        fins=[(regle, version) for regle, version in fins(base) if version.au and version.au >= today],
        droit=_par_mois(event for event in past if event.version),
        montants=_par_mois(event for event in past if event.parametre),
        notes=notes,
        flux=flux(atelier),
        calendrier=agenda.URL,
    )


def _par_mois(events: Iterable[Evenement]) -> dict[str, list[Evenement]]:
    """« Août 2026 » → its changes, in the order given."""
    groups = groupby(events, key=lambda event: (event.date.year, event.date.month))
    return {f"{MOIS[month - 1].capitalize()} {year}": list(found) for (year, month), found in groups}


def _notes(atelier: Atelier) -> list[Note]:
    journal = atelier.base.journal
    if journal is None:
        return []
    texts = atelier.champs(atelier.base.document("journal", "journal"), NOUVEAUTES)["entrees"]
    return [
        Note(entree, text["texte"], tuple(_sujet(written) for written in entree.sujets))
        for entree, text in zip(journal.entrees, texts, strict=True)
    ]


def _sujet(written: str) -> Cible:
    kind, _, identifier = written.partition(":")
    return kind, identifier
