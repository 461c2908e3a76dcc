"""Tools put in people's hands: a page that prints, and a model to fill in."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Reference, Slug, Texte
from generator.model.regle import Portee


class TypeDeChamp(Choix):
    """How a field of a model is filled in: a line, several, a number, a date, one or several of its options."""

    LIGNE = "ligne"
    TEXTE = "texte"
    NOMBRE = "nombre"
    DATE = "date"
    CHOIX = "choix"
    CASES = "cases"


class Champ(Modele):
    """One field to fill in; `options` go with « choix » (one answer) and « cases » (several)."""

    libelle: Texte
    type: TypeDeChamp = TypeDeChamp.LIGNE
    aide: Texte | None = None
    options: tuple[Texte, ...] = ()

    @model_validator(mode="after")
    def _options(self) -> "Champ":
        if bool(self.options) != (self.type in (TypeDeChamp.CHOIX, TypeDeChamp.CASES)):
            raise PydanticCustomError("forme", "« options » va avec les types choix et cases, et avec eux seuls")
        return self


class SectionDeModele(Modele):
    """A part of a model to fill in."""

    titre: Texte
    note: Texte | None = None
    champs: tuple[Champ, ...] = Field(min_length=1)


class Outil(Modele):
    """A tool that the Pacte asks for (`content/outils/<slug>.md`).

    `portee_note` says which text binds to use it, or that none does.
    """

    titre: Texte
    resume: Texte
    portee: Portee
    portee_note: Texte
    pour_qui: Texte
    mesures: tuple[int, ...] = ()
    calculateurs: tuple[Slug, ...] = ()
    regles: tuple[Slug, ...] = ()
    modele: tuple[SectionDeModele, ...] = Field(min_length=1)
    references: tuple[Reference, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche cet outil")
