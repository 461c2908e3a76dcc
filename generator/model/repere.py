"""Figures that are read and not computed with: tables and series, and the single figures of the Pacte."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Quantite, Reference, Slug, Texte


class Dessin(Choix):
    """How a table is drawn: bars side by side, or lines over its rows."""

    BARRES = "barres"
    LIGNES = "lignes"


class LigneDeRepere(Modele):
    """One row; a value that the source does not give is left out as `null`."""

    libelle: Texte
    valeurs: tuple[Quantite | None, ...] = Field(min_length=1)


class Repere(Modele):
    """A table with its source, year and licence (`rules/reperes/<id>.yaml`), or the series of a parameter."""

    id: Slug
    titre: Texte
    resume: Texte
    annee: Texte
    licence: Texte
    unite: Texte | None = None
    dessin: Dessin = Dessin.BARRES
    colonnes: tuple[Texte, ...] = ()
    lignes: tuple[LigneDeRepere, ...] = ()
    parametre: Slug | None = None
    note: Texte | None = None
    mesures: tuple[int, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _tableau_ou_parametre(self) -> "Repere":
        if bool(self.lignes) == (self.parametre is not None):
            raise PydanticCustomError("forme", "un repère a des « lignes », ou suit un « parametre »")
        if bool(self.lignes) != bool(self.colonnes and self.unite):
            raise PydanticCustomError("forme", "« colonnes » et « unite » vont avec « lignes »")
        if any(len(ligne.valeurs) != len(self.colonnes) for ligne in self.lignes):
            raise PydanticCustomError("forme", "chaque ligne a autant de « valeurs » qu'il y a de « colonnes »")
        return self


class Chiffre(Modele):
    """One figure as its source states it; from `valeur` to `jusqu_a` when it is a range."""

    id: Slug
    libelle: Texte
    valeur: Quantite
    jusqu_a: Quantite | None = None
    environ: bool = False
    unite: Texte
    annee: Texte | None = None
    mesures: tuple[int, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)

    @property
    def nom(self) -> str:
        """The name in Markdown: a hyphen would be a minus."""
        return self.id.replace("-", "_")


class Chiffres(Modele):
    """`rules/chiffres.yaml`."""

    chiffres: tuple[Chiffre, ...] = Field(min_length=1)
