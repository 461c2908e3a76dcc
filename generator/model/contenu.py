"""Pages of words that belong to no other family, the glossary, and the closed lists of the mémento."""

from typing import Annotated

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import ADRESSE, Adresse, Choix, Jour, Modele, Slug, Texte


class Fiche(Modele, title="Page éditoriale"):
    """An editorial page; its words are the body of the file."""

    titre: champs.Titre
    resume: champs.Resume
    references: champs.References = ()
    sans_source: Texte | None = Field(
        default=None,
        title="Sans source",
        description="Pourquoi cette page ne s’appuie sur aucune source ; à la place des références.",
        examples=["Cette page parle du mémento lui-même."],
    )
    calculateurs: champs.Calculateurs = Field(
        default=(), description="Sur l’accueil : identifiants des calculateurs que l’on montre d’abord."
    )
    mots: champs.Mots = ()

    @model_validator(mode="after")
    def _sources_ou_raison(self) -> "Fiche":
        if bool(self.references) == (self.sans_source is not None):
            raise PydanticCustomError("forme", "une page a des « references », ou dit pourquoi dans « sans_source »")
        return self


class Structure(Modele, title="Structure"):
    """One type of structure (`content/structures/<code>.md`); `voisine` when it is not a SIAE."""

    code: Texte = Field(
        title="Code",
        description="Le code de la liste « siae » ; celui d’une structure voisine n’y est pas. En minuscules, c’est le "
        "nom du fichier.",
        examples=["ACI"],
    )
    titre: champs.Titre
    resume: champs.Resume
    statut_legal: Texte = Field(
        title="Statut légal", description="La catégorie dont elle relève, et le texte qui le dit."
    )
    voisine: bool = Field(default=False, title="Voisine", description="Vrai quand ce n’est pas une SIAE.")
    parametres: champs.Parametres = Field(
        default=(), description="Identifiants des paramètres à montrer, outre ceux de ses règles."
    )
    reperes: tuple[Slug, ...] = Field(
        default=(), title="Repères", description="Identifiants des tableaux de chiffres à montrer."
    )
    mots: champs.Mots = ()
    references: champs.References = Field(min_length=1)


class Theme(Modele, title="Thème"):
    """A heading under which rules are read."""

    id: champs.Cle
    titre: champs.Titre
    resume: champs.Resume


class Themes(Modele, title="Thèmes"):
    """`rules/themes.yaml`."""

    themes: tuple[Theme, ...] = Field(
        min_length=1,
        title="Thèmes",
        description="Les rayons sous lesquels on range les règles, dans l’ordre d’affichage.",
    )


class Liste(Modele, title="Liste"):
    """A closed list of codes that index parameters and choices; order is kept."""

    id: champs.Cle
    titre: champs.Titre
    options: dict[str, Texte] = Field(
        min_length=1,
        title="Options",
        description="Chaque code, et les mots qui le montrent, dans l’ordre d’affichage.",
        examples=[{"metropole": "Métropole"}],
    )


class Listes(Modele, title="Listes"):
    """`rules/listes.yaml`."""

    listes: tuple[Liste, ...] = Field(
        min_length=1, title="Listes", description="Les listes fermées qui indexent les paramètres et les choix."
    )


class Terme(Modele, title="Sigle"):
    """One acronym: `nom` spells it out; `remplace_par` names today's acronym when the name is old.

    `aussi` are the names that people give it, which are not its own.
    """

    sigle: Texte = Field(title="Sigle", description="Le sigle, ou le nom abrégé.", examples=["CDDI"])
    nom: Texte = Field(
        title="Nom", description="Le nom en toutes lettres.", examples=["Contrat à durée déterminée d’insertion"]
    )
    definition: Texte | None = Field(
        default=None, title="Définition", description="Ce que c’est, en une ou deux phrases."
    )
    pacte: bool = Field(default=False, title="Du Pacte", description="Vrai s’il figure dans le glossaire du Pacte.")
    remplace_par: tuple[Texte, ...] = Field(
        default=(),
        title="Remplacé par",
        description="Les sigles d’aujourd’hui, quand ce nom est ancien.",
        examples=[["DREETS", "DDETS"]],
    )
    depuis: Jour | None = Field(
        default=None, title="Depuis", description="Le jour où le nom a été remplacé.", examples=["2021-04-01"]
    )
    aussi: tuple[Texte, ...] = Field(
        default=(),
        title="Aussi",
        description="Les noms qu’on lui donne et qui ne sont pas le sien ; ils servent à la recherche.",
    )
    references: champs.References = Field(min_length=1)


class Glossaire(Modele, title="Glossaire"):
    """`rules/glossaire.yaml`. `synonymes` are for the search: words that people use one for another."""

    termes: tuple[Terme, ...] = Field(min_length=1, title="Termes", description="Les sigles, une fois chacun.")
    synonymes: tuple[tuple[Texte, ...], ...] = Field(
        default=(),
        title="Synonymes",
        description="Des groupes de mots que l’on emploie l’un pour l’autre ; ils servent à la recherche.",
        examples=[[["contact", "joindre", "téléphone"]]],
    )


class Forge(Choix):
    """The software that keeps the repository: its forms do not have the same addresses."""

    GITHUB = "github", "GitHub"
    GITLAB = "gitlab", "GitLab, en ligne ou chez soi"


class Editeur(Modele, title="Éditeur"):
    """Who publishes the site and where (`rules/editeur.yaml`); what is left out is « à compléter » on the pages.

    `adresse` is the public url of the site, with a final slash: what a citation, a feed or a calendar leads to.
    """

    titre: Texte = Field(title="Titre", description="Le nom du site.")
    adresse: Annotated[str, StringConstraints(pattern=rf"{ADRESSE.pattern[:-1]}/$")] | None = Field(
        default=None,
        title="Adresse du site",
        description="L’adresse publique du site, avec sa barre finale.",
        examples=["https://memento.example.org/"],
    )
    nom: Texte | None = Field(default=None, title="Nom", description="Nom ou raison sociale de l’éditeur.")
    adresse_postale: Texte | None = Field(default=None, title="Adresse postale", description="Adresse de l’éditeur.")
    contact: Texte | None = Field(
        default=None, title="Contact", description="Adresse électronique, ou adresse d’une page de contact."
    )
    direction_de_la_publication: Texte | None = Field(
        default=None,
        title="Direction de la publication",
        description="La personne ou la fonction qui répond de ce qui est publié.",
    )
    hebergeur: Texte | None = Field(
        default=None, title="Hébergeur", description="Nom, adresse et téléphone de celui qui héberge le site."
    )
    conservation_des_journaux: Texte | None = Field(
        default=None,
        title="Conservation des journaux",
        description="Combien de temps l’hébergeur garde le journal technique des visites.",
    )
    depot: Adresse | None = Field(
        default=None,
        title="Dépôt",
        description="Adresse du dépôt où l’on propose un changement.",
        examples=["https://forge.example.org/groupe/memento"],
    )
    forge: Forge | None = Field(
        default=None,
        title="Forge",
        description="Ce qui tient le dépôt, quand son adresse ne le dit pas ; « Signaler une erreur » y mène.",
    )
