"""Learning: modules with their self-test, and the path of each audience."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Modele, Slug, Texte

QUESTIONS_MIN = 8


class Question(Modele, title="Question"):
    """A question with one right answer, its rank from 1; the explanation rests on a rule."""

    enonce: Texte = Field(title="Énoncé", description="La question, souvent une situation.")
    choix: tuple[Texte, ...] = Field(min_length=2, title="Choix", description="Les réponses proposées, deux au moins.")
    bonne: int = Field(
        ge=1, title="Bonne réponse", description="Le rang de la bonne réponse, à partir de 1.", examples=[2]
    )
    explication: Texte = Field(title="Explication", description="Pourquoi, avec le texte qui le dit.")
    regle: Slug = Field(
        title="Règle",
        description="Identifiant de la règle sur laquelle repose la réponse.",
        examples=["eligibilite-diagnostic-prealable"],
    )

    @model_validator(mode="after")
    def _bonne_reponse(self) -> "Question":
        if self.bonne > len(self.choix):
            message = f"« bonne » est le rang d'un des choix, de 1 à {len(self.choix)}"
            raise PydanticCustomError("forme", message, {"champ": "bonne"})
        return self


class Module(Modele, title="Module de formation"):
    """A short course (`content/formation/<slug>.md`): its body teaches, its questions test."""

    ordre: champs.Ordre
    titre: champs.Titre
    resume: champs.Resume
    objectifs: tuple[Texte, ...] = Field(
        min_length=1, title="Objectifs", description="Ce que l’on sait faire à la fin, un verbe en tête."
    )
    questions: tuple[Question, ...] = Field(
        min_length=QUESTIONS_MIN, title="Questions", description=f"Au moins {QUESTIONS_MIN} questions pour s’évaluer."
    )
    mesures: champs.Mesures = ()
    references: champs.References = Field(min_length=1)
    mots: champs.Mots = ()


class ModuleSuivi(Modele, title="Module suivi"):
    """A module of a path, and why this audience takes it."""

    module: Slug = Field(title="Module", description="Identifiant du module.", examples=["cadre-juridique"])
    pourquoi: Texte = Field(title="Pourquoi", description="Ce que ce module apporte à ce public.")


class Public(Modele, title="Public de la formation"):
    """An audience of the Académie and its path (`content/formation/publics/<slug>.md`)."""

    titre: champs.Titre
    resume: champs.Resume
    modules: tuple[ModuleSuivi, ...] = Field(
        min_length=1, title="Modules", description="Les modules du parcours, dans l’ordre."
    )
    references: champs.References = Field(min_length=1)
