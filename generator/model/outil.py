"""Tools put in people's hands: a page that prints, and a model to fill in."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Modele, Texte


class TypeDeChamp(Choix):
    """How a field of a model is filled in: a line, several, a number, a date, one or several of its options."""

    LIGNE = "ligne", "une ligne de texte"
    TEXTE = "texte", "plusieurs lignes de texte"
    NOMBRE = "nombre", "un nombre"
    DATE = "date", "une date"
    CHOIX = "choix", "une seule de ses options"
    CASES = "cases", "plusieurs de ses options"


class Champ(Modele, title="Champ à remplir"):
    """One field to fill in; `options` go with « choix » (one answer) and « cases » (several)."""

    libelle: Texte = Field(title="Libellé", description="Ce que l’on demande.")
    type: TypeDeChamp = Field(
        default=TypeDeChamp.LIGNE, title="Type", description="La façon de remplir ; « ligne » par défaut."
    )
    aide: Texte | None = Field(default=None, title="Aide", description="Une précision, lue sous la question.")
    options: tuple[Texte, ...] = Field(
        default=(),
        title="Options",
        description="Les réponses proposées, avec les types « choix » et « cases » seulement.",
    )

    @model_validator(mode="after")
    def _options(self) -> "Champ":
        if bool(self.options) != (self.type in (TypeDeChamp.CHOIX, TypeDeChamp.CASES)):
            raise PydanticCustomError("forme", "« options » va avec les types choix et cases, et avec eux seuls")
        return self


class SectionDeModele(Modele, title="Partie du modèle"):
    """A part of a model to fill in."""

    titre: champs.Titre
    note: champs.Note = None
    champs: tuple[Champ, ...] = Field(
        min_length=1, title="Champs", description="Les questions à remplir, dans l’ordre."
    )


class Outil(Modele, title="Outil à remplir"):
    """A tool that the Pacte asks for (`content/outils/<slug>.md`).

    `portee_note` says which text binds to use it, or that none does.
    """

    titre: champs.Titre
    resume: champs.Resume
    portee: champs.Portee
    portee_note: champs.PorteeNote
    pour_qui: champs.PourQui
    mesures: champs.Mesures = ()
    calculateurs: champs.Calculateurs = ()
    regles: champs.Regles = ()
    modele: tuple[SectionDeModele, ...] = Field(
        min_length=1, title="Modèle", description="Les parties du modèle à remplir, dans l’ordre."
    )
    references: champs.References = Field(min_length=1)
    mots: champs.Mots = ()
