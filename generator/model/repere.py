"""Figures that are read and not computed with: tables and series, and the single figures of the Pacte."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Modele, Quantite, Slug, Texte


class Dessin(Choix):
    """How a table is drawn: bars side by side, or lines over its rows."""

    BARRES = "barres", "des barres côte à côte"
    LIGNES = "lignes", "des lignes, d’une rangée à l’autre"


class LigneDeRepere(Modele, title="Ligne"):
    """One row; a value that the source does not give is left out as `null`."""

    libelle: Texte = Field(title="Libellé", description="Le nom de la ligne.", examples=["ACI"])
    valeurs: tuple[Quantite | None, ...] = Field(
        min_length=1,
        title="Valeurs",
        description="Un nombre par colonne ; null quand la source ne le donne pas.",
        examples=[[1200, None]],
    )


class Repere(Modele, title="Repère"):
    """A table with its source, year and licence (`rules/reperes/<id>.yaml`), or the series of a parameter."""

    id: champs.Identifiant = Field(examples=["sexe-age-formation"])
    titre: champs.Titre
    resume: champs.Resume
    annee: Texte = Field(
        title="Année",
        description="L’année ou la période des chiffres, entre guillemets.",
        examples=["2022", "depuis 2018"],
    )
    licence: Texte = Field(title="Licence", description="La licence des données, telle que la source la donne.")
    unite: Texte | None = Field(
        default=None, title="Unité", description="L’unité des valeurs ; avec « lignes ».", examples=["personnes", "%"]
    )
    dessin: Dessin = Field(
        default=Dessin.BARRES, title="Dessin", description="La façon de tracer le tableau ; « barres » par défaut."
    )
    colonnes: tuple[Texte, ...] = Field(
        default=(), title="Colonnes", description="Le nom de chaque colonne ; avec « lignes »."
    )
    lignes: tuple[LigneDeRepere, ...] = Field(
        default=(), title="Lignes", description="Les lignes du tableau ; ou bien un « parametre », l’un des deux."
    )
    parametre: Slug | None = Field(
        default=None,
        title="Paramètre",
        description="Identifiant du paramètre dont on montre la série ; à la place des « lignes ».",
        examples=["aide-au-poste-socle"],
    )
    note: champs.Note = None
    mesures: champs.Mesures = ()
    references: champs.References = Field(min_length=1)

    @model_validator(mode="after")
    def _tableau_ou_parametre(self) -> "Repere":
        if bool(self.lignes) == (self.parametre is not None):
            raise PydanticCustomError("forme", "un repère a des « lignes », ou suit un « parametre »")
        if bool(self.lignes) != bool(self.colonnes and self.unite):
            raise PydanticCustomError("forme", "« colonnes » et « unite » vont avec « lignes »")
        if any(len(ligne.valeurs) != len(self.colonnes) for ligne in self.lignes):
            raise PydanticCustomError("forme", "chaque ligne a autant de « valeurs » qu'il y a de « colonnes »")
        return self


class Chiffre(Modele, title="Chiffre"):
    """One figure as its source states it; from `valeur` to `jusqu_a` when it is a range."""

    id: champs.Cle = Field(examples=["pacte-personnes-en-parcours"])
    libelle: Texte = Field(title="Libellé", description="Ce que le chiffre compte.")
    valeur: Quantite = Field(title="Valeur", description="Le nombre, écrit avec un point.", examples=[140000])
    jusqu_a: Quantite | None = Field(
        default=None, title="Jusqu’à", description="Le plus grand nombre, quand la source donne une fourchette."
    )
    environ: bool = Field(default=False, title="Environ", description="Vrai quand la source dit « environ ».")
    unite: Texte = Field(title="Unité", description="Ce que l’on compte.", examples=["personnes", "€"])
    annee: Texte | None = Field(
        default=None, title="Année", description="L’année du chiffre, entre guillemets.", examples=["2019"]
    )
    mesures: champs.Mesures = ()
    references: champs.References = Field(min_length=1)

    @property
    def nom(self) -> str:
        """The name in Markdown: a hyphen would be a minus."""
        return self.id.replace("-", "_")


class Chiffres(Modele, title="Chiffres du Pacte"):
    """`rules/chiffres.yaml`."""

    chiffres: tuple[Chiffre, ...] = Field(
        min_length=1, title="Chiffres", description="Les chiffres isolés du Pacte, tels que leur source les donne."
    )
