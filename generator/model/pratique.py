"""Good practices, and the register of opinions on those that are contested."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Reference, Slug, Texte
from generator.model.regle import Portee

Numero = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{3}$")]


class StatutDePratique(Choix):
    """Where a practice stands: put forward, accepted by those who can, or disputed."""

    PROPOSEE = "proposee"
    VALIDEE = "validee"
    CONTESTEE = "contestee"


class Pratique(Modele):
    """A practice that a source describes (`content/pratiques/<slug>.md`).

    `statut_note` says who put it forward or accepted it; `portee_note` who says that it binds, or that nothing does.
    """

    titre: Texte
    resume: Texte
    statut: StatutDePratique
    statut_note: Texte
    portee: Portee
    portee_note: Texte
    siae: tuple[str, ...] = Field(min_length=1)
    pour_qui: Texte
    contexte: Texte
    conditions: tuple[Texte, ...] = Field(min_length=1)
    etapes: tuple[Texte, ...] = Field(min_length=1)
    limites: tuple[Texte, ...] = Field(min_length=1)
    mesures: tuple[int, ...] = ()
    regles: tuple[Slug, ...] = ()
    calculateurs: tuple[Slug, ...] = ()
    outils: tuple[Slug, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche cette pratique")


class StatutDAvis(Choix):
    """Where a request for an opinion stands."""

    SOUMISE = "soumise"
    EN_INSTRUCTION = "en-instruction"
    AVIS_RENDU = "avis-rendu"
    RETIREE = "retiree"


class Avis(Modele):
    """One contested practice submitted for an opinion (`content/avis/<année>-<rang>.md`)."""

    numero: Numero
    titre: Texte
    resume: Texte
    statut: StatutDAvis
    soumise_le: date
    rendu_le: date | None = None
    retiree_le: date | None = None
    siae: tuple[str, ...] = Field(min_length=1)
    question: Texte
    positions: tuple[Texte, ...] = Field(default=(), description="ce que soutient chacun, sans nommer personne")
    reponse: Texte | None = None
    portee: Portee | None = None
    effets: tuple[Texte, ...] = Field(default=(), description="ce que l'avis change aux règles et aux pratiques citées")
    pratiques: tuple[Slug, ...] = ()
    regles: tuple[Slug, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)

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
