"""Good practices, and the register of opinions on those that are contested."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Jour, Modele, Portee, Texte

Numero = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{3}$")]


class StatutDePratique(Choix):
    """Where a practice stands: put forward, accepted by those who can, or disputed."""

    PROPOSEE = "proposee", "quelqu’un la met en avant ; aucune instance ne l’a validée"
    VALIDEE = "validee", "une instance compétente l’a validée par un écrit public, cité en référence"
    CONTESTEE = "contestee", "une demande d’avis est en instruction"


class Pratique(Modele, title="Pratique"):
    """A practice that a source describes (`content/pratiques/<slug>.md`).

    `statut_note` says who put it forward or accepted it; `portee_note` who says that it binds, or that nothing does.
    """

    titre: champs.Titre
    resume: champs.Resume
    statut: StatutDePratique = Field(
        title="Statut", description="Où en est la pratique ; une pratique nouvelle est « proposee »."
    )
    statut_note: Texte = Field(
        title="Ce qui fonde le statut", description="Qui la met en avant, la valide ou la conteste, en une phrase."
    )
    portee: champs.Portee
    portee_note: champs.PorteeNote
    siae: champs.Siae = Field(min_length=1)
    pour_qui: champs.PourQui
    contexte: Texte = Field(title="Contexte", description="La situation où elle sert, d’après la source.")
    conditions: tuple[Texte, ...] = Field(
        min_length=1, title="Conditions", description="Ce qu’il faut réunir avant de commencer."
    )
    etapes: tuple[Texte, ...] = Field(min_length=1, title="Étapes", description="Ce que l’on fait, dans l’ordre.")
    limites: tuple[Texte, ...] = Field(
        min_length=1, title="Limites", description="Ce qu’elle ne permet pas, ce que l’on ignore."
    )
    mesures: champs.Mesures = ()
    regles: champs.Regles = ()
    calculateurs: champs.Calculateurs = ()
    outils: champs.Outils = ()
    references: champs.References = Field(min_length=1)
    mots: champs.Mots = ()


class StatutDAvis(Choix):
    """Where a request for an opinion stands."""

    SOUMISE = "soumise", "la demande vient d’être déposée"
    EN_INSTRUCTION = "en-instruction", "une instance s’en est saisie"
    AVIS_RENDU = "avis-rendu", "une réponse est venue"
    RETIREE = "retiree", "la demande a été retirée"


class Avis(Modele, title="Demande d’avis"):
    """One contested practice submitted for an opinion (`content/avis/<année>-<rang>.md`)."""

    numero: Numero = Field(
        title="Numéro",
        description="L’année et le rang, entre guillemets ; c’est aussi le nom du fichier.",
        examples=["2026-001"],
    )
    titre: champs.Titre
    resume: champs.Resume
    statut: StatutDAvis = Field(
        title="Statut", description="Où en est la demande ; une demande nouvelle est « soumise »."
    )
    soumise_le: Jour = Field(title="Soumise le", description="Le jour du dépôt.", examples=["2026-12-31"])
    rendu_le: Jour | None = Field(
        default=None, title="Rendu le", description="Le jour de la réponse, avec le statut « avis-rendu » seulement."
    )
    retiree_le: Jour | None = Field(
        default=None, title="Retirée le", description="Le jour du retrait, avec le statut « retiree » seulement."
    )
    siae: champs.Siae = Field(min_length=1)
    question: Texte = Field(title="Question", description="La question posée, une seule par demande.")
    positions: tuple[Texte, ...] = Field(
        default=(), title="Positions", description="Ce que soutient chacun, avec équité et sans nommer personne."
    )
    reponse: Texte | None = Field(
        default=None, title="Réponse", description="La réponse, dans nos mots, avec le statut « avis-rendu » seulement."
    )
    portee: Portee | None = Field(
        default=None, title="Portée", description="Si la réponse oblige, avec le statut « avis-rendu » seulement."
    )
    effets: tuple[Texte, ...] = Field(
        default=(), title="Effets", description="Ce que l’avis change aux règles et aux pratiques citées."
    )
    pratiques: champs.Pratiques = Field(
        default=(), description="Identifiants des pratiques en cause ; au moins une pratique ou une règle."
    )
    regles: champs.Regles = Field(
        default=(), description="Identifiants des règles en cause ; au moins une pratique ou une règle."
    )
    references: champs.References = Field(min_length=1)

    @model_validator(mode="after")
    def _statut_et_dates(self) -> "Avis":
        given = self.statut is StatutDAvis.AVIS_RENDU
        if not all((field is not None) is given for field in (self.reponse, self.portee, self.rendu_le)):
            raise PydanticCustomError("forme", "« reponse », « portee » et « rendu_le » vont avec un avis rendu")
        if (self.statut is StatutDAvis.RETIREE) != (self.retiree_le is not None):
            raise PydanticCustomError("forme", "« retiree_le » va avec le statut retiree, et avec lui seul")
        if not self.pratiques and not self.regles:
            raise PydanticCustomError("forme", "un avis porte sur au moins une pratique ou une règle")
        return self
