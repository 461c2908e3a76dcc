"""Learning: modules with their self-test, and the path of each audience."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Modele, Reference, Slug, Texte

QUESTIONS_MIN = 8


class Question(Modele):
    """A question with one right answer, its rank from 1; the explanation rests on a rule."""

    enonce: Texte
    choix: tuple[Texte, ...] = Field(min_length=2)
    bonne: int = Field(ge=1)
    explication: Texte
    regle: Slug

    @model_validator(mode="after")
    def _bonne_reponse(self) -> "Question":
        if self.bonne > len(self.choix):
            raise PydanticCustomError("forme", "« bonne » est le rang d'un des choix, à partir de 1")
        return self


class Module(Modele):
    """A short course (`content/formation/<slug>.md`): its body teaches, its questions test."""

    ordre: int = Field(ge=1)
    titre: Texte
    resume: Texte
    objectifs: tuple[Texte, ...] = Field(min_length=1)
    questions: tuple[Question, ...] = Field(min_length=QUESTIONS_MIN)
    mesures: tuple[int, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche ce module")


class ModuleSuivi(Modele):
    """A module of a path, and why this audience takes it."""

    module: Slug
    pourquoi: Texte


class Public(Modele):
    """An audience of the Académie and its path (`content/formation/publics/<slug>.md`)."""

    titre: Texte
    resume: Texte
    modules: tuple[ModuleSuivi, ...] = Field(min_length=1)
    references: tuple[Reference, ...] = Field(min_length=1)
