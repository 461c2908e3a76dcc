"""What changed in the mémento itself (`rules/journal.yaml`); what changed in the law is dated where the law is."""

from pydantic import Field

from generator.model import champs
from generator.model.base import Choix, Jour, Modele, Texte


class Importance(Choix):
    """What a change weighs for those who read, compute or cite."""

    MAJEURE = "majeure", "ce que l’on lisait, calculait ou citait peut s’en trouver changé"
    MINEURE = "mineure", "tout le reste"


class EntreeDeJournal(Modele, title="Changement du mémento"):
    """One change of the mémento. `id` names it for ever: a feed is subscribed to; `sujets` are written `genre:id`."""

    id: champs.Cle = Field(description="Unique dans ce fichier, et pour toujours : les flux s’y tiennent.")
    date: Jour = Field(title="Date", description="Le jour du changement.", examples=["2026-11-25"])
    importance: Importance = Field(title="Importance", description="Ce que pèse le changement.")
    titre: champs.Titre
    texte: Texte = Field(title="Texte", description="Ce qui change pour le lecteur, en quelques phrases.")
    sujets: champs.Sujets = ()
    siae: champs.Siae = Field(
        default=(), description="Les types de SIAE concernés, seulement si une partie d’entre eux l’est."
    )


class Journal(Modele, title="Journal"):
    """`rules/journal.yaml`, newest first."""

    entrees: tuple[EntreeDeJournal, ...] = Field(
        min_length=1, title="Entrées", description="Les changements du mémento lui-même, les plus récents en tête."
    )
