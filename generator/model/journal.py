"""What changed in the mémento itself (`rules/journal.yaml`); what changed in the law is dated where the law is."""

import datetime

from pydantic import Field

from generator.model.base import Choix, Modele, Slug, Texte


class Importance(Choix):
    """`majeure`: what was read, computed or cited before may read otherwise now; `mineure`: the rest."""

    MAJEURE = "majeure"
    MINEURE = "mineure"


class EntreeDeJournal(Modele):
    """One change of the mémento. `id` names it for ever: a feed is subscribed to; `sujets` are written `genre:id`."""

    id: Slug
    date: datetime.date
    importance: Importance
    titre: Texte
    texte: Texte
    sujets: tuple[Texte, ...] = ()
    siae: tuple[str, ...] = Field(default=(), description="seulement si une partie des structures est concernée")


class Journal(Modele):
    """`rules/journal.yaml`, newest first."""

    entrees: tuple[EntreeDeJournal, ...] = Field(min_length=1)
