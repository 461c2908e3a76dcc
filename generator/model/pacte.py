"""The Pacte of 2019: its engagements, its measures, and what became of them (`content/pacte/`)."""

from datetime import date

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Reference, Slug, Texte
from generator.model.regle import Adoption


class Engagement(Modele):
    """One of the five engagements (`content/pacte/engagements/<numero>.md`)."""

    numero: int = Field(ge=1, le=5)
    titre: Texte
    resume: Texte
    references: tuple[Reference, ...] = Field(min_length=1)


class Sort(Choix):
    """What became of a whole measure of the Pacte."""

    ADOPTEE = "adoptee"
    PARTIELLE = "partielle"
    NON_ADOPTEE = "non-adoptee-dans-le-code"
    NON_ETABLIE = "adoption-non-etablie"


class Suite(Modele):
    """What became of an action: the outcome, in words, with what shows it."""

    adoption: Adoption
    texte: Texte
    du: date | None = None
    references: tuple[Reference, ...] = ()
    regles: tuple[Slug, ...] = ()


class Action(Modele):
    """One numbered action of a measure, in our words."""

    numero: int = Field(ge=1)
    titre: Texte
    resume: Texte
    suite: Suite


class Proposition(Modele):
    """What a measure without numbered actions proposes, in our words, and what became of it."""

    resume: Texte
    suite: Suite


class Mesure(Modele):
    """One of the 30 measures (`content/pacte/mesures/<nn>-<slug>.md`)."""

    numero: int = Field(ge=1, le=30)
    titre: Texte
    resume: Texte
    engagement: int = Field(ge=1, le=5)
    phare: bool = False
    impact: Texte | None = None
    vecteur_juridique: Texte | None = None
    budget: Texte | None = None
    calendrier: Texte | None = None
    sort: Sort
    sort_resume: Texte
    actions: tuple[Action, ...] = ()
    proposition: Proposition | None = Field(default=None, description="quand le Pacte ne numérote pas d'actions")
    references: tuple[Reference, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche cette mesure")

    @model_validator(mode="after")
    def _actions_ou_proposition(self) -> "Mesure":
        if bool(self.actions) == (self.proposition is not None):
            raise PydanticCustomError("forme", "une mesure a des « actions » numérotées, ou une « proposition »")
        return self
