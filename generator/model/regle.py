"""A rule of the IAE and its dated versions (`rules/regles/<theme>/<id>.yaml`)."""

from datetime import date

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Reference, Slug, Texte, Verifie


class Statut(Choix):
    """Where a version stands: in force, proposed (never law), under experiment, or ended."""

    EN_VIGUEUR = "en-vigueur"
    PROPOSE = "propose"
    EXPERIMENTAL = "experimental"
    ABROGE = "abroge"


class Portee(Choix):
    """Does it bind? `prescriptif`: a text binds; `indicatif`: a practice, a doctrine, a proposal."""

    PRESCRIPTIF = "prescriptif"
    INDICATIF = "indicatif"


class Adoption(Choix):
    """What became of a proposal, and how we know."""

    ADOPTEE = "adoptee"
    PARTIELLE = "partielle"
    NON_ADOPTEE = "non-adoptee-dans-le-code"
    NON_ETABLIE = "adoption-non-etablie"


class VersionDeRegle(Modele):
    """What the rule says from `du` to `au` inclusive (open when absent)."""

    du: date
    au: date | None = None
    statut: Statut
    portee: Portee
    enonce: Texte
    en_pratique: Texte | None = None
    exceptions: tuple[Texte, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)
    changement: Texte | None = Field(default=None, description="ce qui change par rapport à la version précédente")
    adoption: Adoption | None = Field(default=None, description="pour une proposition : son sort")
    adoption_note: Texte | None = None
    note: Texte | None = None

    @model_validator(mode="after")
    def _sort_d_une_proposition(self) -> "VersionDeRegle":
        if (self.statut is Statut.PROPOSE) != (self.adoption is not None):
            raise PydanticCustomError("forme", "« adoption » va avec le statut propose, et avec lui seul")
        return self

    def en_cours(self, jour: date) -> bool:
        """True when the version covers that day, both ends included."""
        return self.du <= jour and (self.au is None or jour <= self.au)


class LacuneDeRegle(Modele):
    """A period for which the wording was not read."""

    du: date
    au: date | None = None
    motif: Texte


class Regle(Verifie):
    """One rule, one fact. `themes[0]` is the folder it lives in."""

    id: Slug
    titre: Texte
    siae: tuple[str, ...] = Field(min_length=1)
    themes: tuple[Slug, ...] = Field(min_length=1)
    mesures: tuple[int, ...] = ()
    calculateurs: tuple[Slug, ...] = ()
    parametres: tuple[Slug, ...] = ()
    voir: tuple[Slug, ...] = Field(default=(), description="autres règles à lire avec celle-ci")
    versions: tuple[VersionDeRegle, ...] = Field(min_length=1)
    lacunes: tuple[LacuneDeRegle, ...] = ()
    mots: tuple[Texte, ...] = Field(default=(), description="autres mots par lesquels on cherche cette règle")

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
