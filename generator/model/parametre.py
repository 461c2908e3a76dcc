"""A dated figure of the law (`rules/parametres/<id>.yaml`)."""

from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field, PlainValidator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Confiance, Modele, Slug, Texte, Verifie

Montant = int | Decimal
Cellule = tuple[str, ...]


def _valeur(value: object, depth: int = 0) -> object:
    if isinstance(value, dict) and depth < 3 and value:
        return {key: _valeur(item, depth + 1) for key, item in value.items()}
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("valeur", "un nombre est attendu, ou un tableau « code: nombre »")
    return value


Valeur = Annotated[Montant | dict[str, Any], PlainValidator(_valeur)]


class Revision(Choix):
    """How often the figure is expected to change: past that, the last value is only « le dernier connu »."""

    ANNUELLE = "annuelle"
    AUCUNE = "aucune"


class ValeurDatee(Modele):
    """One value, from `du` until the next `du` or its own `au`; a table when the parameter is indexed."""

    du: date
    au: date | None = None
    publie_le: date | None = None
    source: tuple[Slug, ...] = Field(min_length=1)
    precision: Texte | None = None
    valeur: Valeur
    confiance: Confiance = Confiance.HAUTE
    note: Texte | None = None


class Lacune(Modele):
    """A period when the figure is not known. `pour` narrows it to some cells: `{siae: [AI, ACI]}`.

    With `dernier_connu`, the last known value is still served, with a warning that gives `motif`.
    """

    du: date
    au: date | None = None
    pour: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    motif: Texte
    dernier_connu: bool = False


class Parametre(Verifie):
    """`unite` is written as in formulas (`€/ETP/an`, `mois`, `%`), left out for a mere number; `par` names the lists
    that index the values.
    """

    id: Slug
    titre: Texte
    resume: Texte
    unite: str = ""
    par: tuple[Slug, ...] = ()
    themes: tuple[Slug, ...] = Field(min_length=1)
    revision: Revision = Revision.AUCUNE
    valeurs: tuple[ValeurDatee, ...] = Field(min_length=1)
    lacunes: tuple[Lacune, ...] = ()
    note: Texte | None = None
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche ce montant")

    @property
    def nom(self) -> str:
        """The name of the parameter in formulas: a hyphen there would be a minus."""
        return self.id.replace("-", "_")
