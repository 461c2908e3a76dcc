"""The fields that several models hold, described once."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Jour, Reference, Slug, Texte
from generator.model.base import Portee as PorteeDUnFait

Identifiant = Annotated[
    Slug,
    Field(
        title="Identifiant",
        description="Le nom du fichier, sans « .yaml » : minuscules sans accent, chiffres, mots séparés par un tiret. "
        "Il devient l’adresse de la page et ne change plus.",
        examples=["aci-plafond-commercialisation"],
    ),
]
Cle = Annotated[
    Slug,
    Field(
        title="Identifiant",
        description="Unique dans ce fichier : minuscules sans accent, chiffres, mots séparés par un tiret.",
    ),
]
Titre = Annotated[
    Texte,
    Field(title="Titre", description="Quelques mots, lus en haut de la page et dans les listes ; sans point final."),
]
Resume = Annotated[
    Texte,
    Field(title="Résumé", description="Une ou deux phrases, lues sous le titre, dans les listes et la recherche."),
]
Note = Annotated[
    Texte | None,
    Field(title="Note", description="Ce qu’il faut savoir de plus : doute, lecture partielle, particularité."),
]
Mots = Annotated[
    tuple[Texte, ...],
    Field(
        title="Mots de recherche",
        description="Autres noms sous lesquels on cherche ce sujet. Ils se cherchent et ne s’affichent pas en titre.",
        examples=[["arrêt maladie", "fin de contrat"]],
    ),
]
Ordre = Annotated[int, Field(ge=1, title="Rang", description="Rang d’affichage, à partir de 1.", examples=[1])]

Du = Annotated[Jour, Field(title="Premier jour", description="Le premier où cela s’applique.", examples=["2024-07-01"])]
Au = Annotated[
    Jour | None,
    Field(title="Dernier jour", description="Compris ; absent tant que rien n’y met fin.", examples=["2024-06-30"]),
]

Portee = Annotated[
    PorteeDUnFait,
    Field(title="Portée", description="« prescriptif » si un texte en vigueur oblige, « indicatif » sinon."),
]
PorteeNote = Annotated[
    Texte,
    Field(
        title="Ce qui fonde la portée", description="Le texte qui oblige et la part qu’il impose, ou qu’aucun n’oblige."
    ),
]

PourQui = Annotated[
    Texte, Field(title="Pour qui", description="Les personnes et les fonctions à qui la page s’adresse.")
]

References = Annotated[
    tuple[Reference, ...], Field(title="Références", description="Les sources sur lesquelles ce fait repose.")
]
Siae = Annotated[
    tuple[str, ...],
    Field(
        title="Structures",
        description="Types de SIAE concernés, par leur code dans la liste « siae » de rules/listes.yaml.",
        examples=[["ACI", "EI"]],
    ),
]
Themes = Annotated[
    tuple[Slug, ...],
    Field(
        title="Thèmes",
        description="Identifiants de rules/themes.yaml, le principal d’abord.",
        examples=[["parcours-et-contrats"]],
    ),
]
Mesures = Annotated[
    tuple[int, ...],
    Field(title="Mesures du Pacte", description="Numéros des mesures liées à ce sujet, de 1 à 30.", examples=[[8, 19]]),
]
Regles = Annotated[tuple[Slug, ...], Field(title="Règles", description="Identifiants des règles liées à ce sujet.")]
Parametres = Annotated[
    tuple[Slug, ...],
    Field(title="Montants et seuils", description="Identifiants des paramètres à montrer sur la page."),
]
Calculateurs = Annotated[
    tuple[Slug, ...], Field(title="Calculateurs", description="Identifiants des calculateurs à montrer sur la page.")
]
Pratiques = Annotated[
    tuple[Slug, ...], Field(title="Pratiques", description="Identifiants des pratiques liées à ce sujet.")
]
Outils = Annotated[
    tuple[Slug, ...], Field(title="Outils", description="Identifiants des outils à remplir liés à ce sujet.")
]
# `genre:identifiant`, as in a link.
Sujets = Annotated[
    tuple[Texte, ...],
    Field(
        title="Sujets",
        description="Pages du mémento, écrites « genre:identifiant » comme dans un lien.",
        examples=[["regle:cddi-duree", "mesure:2"]],
    ),
]
