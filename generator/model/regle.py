"""A rule of the IAE and its dated versions (`rules/regles/<theme>/<id>.yaml`)."""

from datetime import date

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Modele, Slug, Texte, Verifie


class Statut(Choix):
    """Where a version stands: in force, proposed (never law), under experiment, or ended."""

    EN_VIGUEUR = "en-vigueur", "elle s’applique pendant sa période"
    PROPOSE = "propose", "quelqu’un l’a proposée : ce n’est pas le droit"
    EXPERIMENTAL = "experimental", "elle s’applique pour un temps, parfois à certains territoires"
    ABROGE = "abroge", "la règle a cessé de s’appliquer"


class Adoption(Choix):
    """What became of a proposal, and how we know."""

    ADOPTEE = "adoptee", "un texte la reprend"
    PARTIELLE = "partielle", "un texte en reprend une partie, ou autrement"
    NON_ADOPTEE = "non-adoptee-dans-le-code", "l’article visé a été lu, et ne contient pas la règle proposée"
    NON_ETABLIE = "adoption-non-etablie", "aucune source lue ne montre l’adoption"


class VersionDeRegle(Modele, title="Version"):
    """What the rule says from `du` to `au` inclusive (open when absent)."""

    du: champs.Du
    au: champs.Au = None
    statut: Statut = Field(title="Statut", description="Où en est cette version.")
    portee: champs.Portee
    enonce: Texte = Field(
        title="Énoncé", description="Ce que dit la règle, dans nos mots : on résume, on ne recopie pas."
    )
    en_pratique: Texte | None = Field(
        default=None, title="En pratique", description="Ce que cela change pour qui l’applique, en mots simples."
    )
    exceptions: tuple[Texte, ...] = Field(default=(), title="Exceptions", description="Les cas où elle ne joue pas.")
    references: champs.References = Field(min_length=1)
    changement: Texte | None = Field(
        default=None, title="Ce qui change", description="Ce qui change par rapport à la version précédente."
    )
    adoption: Adoption | None = Field(
        default=None,
        title="Sort",
        description="Le sort de la proposition, avec le statut « propose » et avec lui seul.",
    )
    adoption_note: Texte | None = Field(
        default=None,
        title="Ce qui montre ce sort",
        description="Le texte lu qui l’établit, ou ce qui n’a pas été trouvé.",
    )
    note: champs.Note = None

    @model_validator(mode="after")
    def _sort_d_une_proposition(self) -> "VersionDeRegle":
        if (self.statut is Statut.PROPOSE) != (self.adoption is not None):
            raise PydanticCustomError("forme", "« adoption » va avec le statut propose, et avec lui seul")
        return self

    def en_cours(self, jour: date) -> bool:
        """True when the version covers that day, both ends included."""
        return self.du <= jour and (self.au is None or jour <= self.au)


class LacuneDeRegle(Modele, title="Lacune"):
    """A period for which the wording was not read."""

    du: champs.Du
    au: champs.Au = None
    motif: Texte = Field(title="Motif", description="Pourquoi la rédaction de cette période n’est pas connue.")


class Regle(Verifie, title="Règle"):
    """One rule, one fact. `themes[0]` is the folder it lives in."""

    id: champs.Identifiant
    titre: champs.Titre
    siae: champs.Siae = Field(min_length=1)
    themes: champs.Themes = Field(
        min_length=1, description="Identifiants de rules/themes.yaml ; le premier est le dossier du fichier."
    )
    mesures: champs.Mesures = ()
    calculateurs: champs.Calculateurs = ()
    parametres: champs.Parametres = ()
    voir: tuple[Slug, ...] = Field(
        default=(), title="Voir aussi", description="Identifiants d’autres règles à lire avec celle-ci."
    )
    versions: tuple[VersionDeRegle, ...] = Field(
        min_length=1,
        title="Versions",
        description="Ce que dit la règle d’un jour à un autre ; une version ne s’efface pas.",
    )
    lacunes: tuple[LacuneDeRegle, ...] = Field(
        default=(), title="Lacunes", description="Les périodes dont la rédaction n’a pas été lue."
    )
    mots: champs.Mots = ()

    @property
    def droit(self) -> tuple[VersionDeRegle, ...]:
        """The versions that are or were law, oldest first."""
        return tuple(
            sorted((v for v in self.versions if v.statut is not Statut.PROPOSE), key=lambda version: version.du)
        )

    @property
    def propositions(self) -> tuple[VersionDeRegle, ...]:
        """What was proposed, oldest first."""
        return tuple(sorted((v for v in self.versions if v.statut is Statut.PROPOSE), key=lambda version: version.du))

    def au(self, jour: date) -> VersionDeRegle | None:
        """The law that day, or None: before the first known version, in a gap, or after the last."""
        return next((version for version in self.droit if version.en_cours(jour)), None)
