"""Pages of words that belong to no other family, the glossary, and the closed lists of the mémento."""

from datetime import date
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Modele, Reference, Slug, Texte


class Fiche(Modele):
    """An editorial page; its words are the body of the file."""

    titre: Texte
    resume: Texte
    references: tuple[Reference, ...] = ()
    sans_source: Texte | None = Field(default=None, description="pourquoi cette page ne s'appuie sur aucune source")
    calculateurs: tuple[Slug, ...] = Field(default=(), description="sur l'accueil : ceux que l'on montre d'abord")
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche cette page")

    @model_validator(mode="after")
    def _sources_ou_raison(self) -> "Fiche":
        if bool(self.references) == (self.sans_source is not None):
            raise PydanticCustomError("forme", "une page a des « references », ou dit pourquoi dans « sans_source »")
        return self


class Structure(Modele):
    """One type of structure (`content/structures/<code>.md`); `voisine` when it is not a SIAE."""

    code: Texte
    titre: Texte
    resume: Texte
    statut_legal: Texte
    voisine: bool = False
    parametres: tuple[Slug, ...] = Field(default=(), description="chiffres à montrer, outre ceux de ses règles")
    reperes: tuple[Slug, ...] = ()
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche cette structure")
    references: tuple[Reference, ...] = Field(min_length=1)


class Theme(Modele):
    """A heading under which rules are read."""

    id: Slug
    titre: Texte
    resume: Texte


class Themes(Modele):
    """`rules/themes.yaml`."""

    themes: tuple[Theme, ...] = Field(min_length=1)


class Liste(Modele):
    """A closed list of codes that index parameters and choices; order is kept."""

    id: Slug
    titre: Texte
    options: dict[str, Texte] = Field(min_length=1)


class Listes(Modele):
    """`rules/listes.yaml`."""

    listes: tuple[Liste, ...] = Field(min_length=1)


class Terme(Modele):
    """One acronym: `nom` spells it out; `remplace_par` names today's acronym when the name is old.

    `aussi` are the names that people give it, which are not its own.
    """

    sigle: Texte
    nom: Texte
    definition: Texte | None = None
    pacte: bool = Field(default=False, description="figure dans le glossaire du Pacte")
    remplace_par: tuple[Texte, ...] = ()
    depuis: date | None = None
    aussi: tuple[Texte, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)


class Glossaire(Modele):
    """`rules/glossaire.yaml`. `synonymes` are for the search: words that people use one for another."""

    termes: tuple[Terme, ...] = Field(min_length=1)
    synonymes: tuple[tuple[Texte, ...], ...] = ()


class Editeur(Modele):
    """Who publishes the site and where (`rules/editeur.yaml`); what is left out is « à compléter » on the pages.

    `adresse` is the public url of the site, with a final slash: what a citation, a feed or a calendar leads to.
    """

    titre: Texte
    adresse: Annotated[str, StringConstraints(pattern=r"^https?://[^\s]+/$")] | None = None
    nom: Texte | None = None
    adresse_postale: Texte | None = None
    contact: Texte | None = Field(default=None, description="adresse électronique ou page de contact")
    direction_de_la_publication: Texte | None = None
    hebergeur: Texte | None = Field(default=None, description="nom, adresse et téléphone")
    conservation_des_journaux: Texte | None = Field(default=None, description="durée, chez l'hébergeur")
    depot: Texte | None = Field(default=None, description="adresse du dépôt où l'on propose un changement")
