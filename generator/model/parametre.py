"""A dated figure of the law (`rules/parametres/<id>.yaml`)."""

from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Confiance, Jour, Modele, Slug, Texte, Verifie

Montant = int | Decimal
Cellule = tuple[str, ...]


def _valeur(value: object, depth: int = 0) -> object:
    if isinstance(value, dict) and depth < 3 and value:
        return {key: _valeur(item, depth + 1) for key, item in value.items()}
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("valeur", "un nombre est attendu, ou un tableau « code: nombre »")
    return value


def _schema(depth: int = 0) -> dict[str, Any]:
    if depth == 3:
        return {"type": "number"}
    table = {"type": "object", "minProperties": 1, "additionalProperties": _schema(depth + 1)}
    return {"anyOf": [{"type": "number"}, table]}


Valeur = Annotated[Montant | dict[str, Any], PlainValidator(_valeur), WithJsonSchema(_schema())]


class Revision(Choix):
    """How often the figure is expected to change: past that, the last value is only « le dernier connu »."""

    ANNUELLE = "annuelle", "une valeur nouvelle est attendue chaque année"
    AUCUNE = "aucune", "il n’y a pas de rythme"


class ValeurDatee(Modele, title="Valeur datée"):
    """One value, from `du` until the next `du` or its own `au`; a table when the parameter is indexed."""

    du: champs.Du
    au: champs.Au = Field(
        default=None, description="Dernier jour, compris ; absent quand la valeur court jusqu’à la suivante."
    )
    publie_le: Jour | None = Field(
        default=None,
        title="Publié le",
        description="Le jour où le texte a paru, s’il est connu.",
        examples=["2024-12-05"],
    )
    source: tuple[Slug, ...] = Field(
        min_length=1,
        title="Sources",
        description="Identifiants de fichiers de rules/sources/.",
        examples=[["arrete-2024-12-04"]],
    )
    precision: Texte | None = Field(
        default=None, title="Endroit précis", description="Où, dans la source : article, annexe, ligne."
    )
    valeur: Valeur = Field(
        title="Valeur",
        description="Un nombre, écrit avec un point ; pour un paramètre indexé, un tableau « code: nombre » dans "
        "l’ordre de « par ».",
        examples=[12.31, {"metropole": {"ACI": 23921}}],
    )
    confiance: Confiance = Field(
        default=Confiance.HAUTE,
        title="Confiance",
        description="À quel point la valeur est sûre ; « haute » par défaut.",
    )
    note: champs.Note = None


class Lacune(Modele, title="Lacune"):
    """A period when the figure is not known. `pour` narrows it to some cells: `{siae: [AI, ACI]}`.

    With `dernier_connu`, the last known value is still served, with a warning that gives `motif`.
    """

    du: champs.Du
    au: champs.Au = None
    pour: dict[str, tuple[str, ...]] = Field(
        default_factory=dict,
        title="Pour",
        description="Les cases concernées seulement, par liste ; toutes si rien n’est dit.",
        examples=[{"siae": ["AI", "ACI"]}],
    )
    motif: Texte = Field(title="Motif", description="Pourquoi la valeur n’est pas connue.")
    dernier_connu: bool = Field(
        default=False,
        title="Dernier connu",
        description="Vrai pour servir encore la dernière valeur connue, avec un avertissement qui donne le motif.",
    )


class Parametre(Verifie, title="Montant ou seuil"):
    """`unite` is written as in formulas (`€/ETP/an`, `mois`, `%`), left out for a mere number; `par` names the lists
    that index the values.
    """

    id: champs.Identifiant = Field(examples=["smic-horaire"])
    titre: champs.Titre
    resume: champs.Resume
    unite: str = Field(
        default="",
        title="Unité",
        description="L’unité, comme dans les formules ; absente pour un nombre seul.",
        examples=["€/h", "€/ETP/an", "mois", "%"],
    )
    par: tuple[Slug, ...] = Field(
        default=(),
        title="Par",
        description="Identifiants des listes de rules/listes.yaml qui indexent les valeurs, dans l’ordre.",
        examples=[["territoire", "siae"]],
    )
    themes: champs.Themes = Field(min_length=1)
    revision: Revision = Field(
        default=Revision.AUCUNE,
        title="Révision",
        description="Le rythme auquel le chiffre change ; « aucune » par défaut.",
    )
    valeurs: tuple[ValeurDatee, ...] = Field(
        min_length=1, title="Valeurs", description="Les valeurs, de la plus ancienne à la plus récente."
    )
    lacunes: tuple[Lacune, ...] = Field(
        default=(), title="Lacunes", description="Les périodes où la valeur n’est pas connue."
    )
    note: champs.Note = None
    mots: champs.Mots = ()

    def __hash__(self) -> int:
        # Its values are tables, which have none.
        return hash(self.id)

    @property
    def nom(self) -> str:
        """The name of the parameter in formulas: a hyphen there would be a minus."""
        return self.id.replace("-", "_")
