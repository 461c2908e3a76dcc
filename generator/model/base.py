"""What every model shares: frozen, closed, and a few types of field."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
Slug = Annotated[str, StringConstraints(pattern=SLUG.pattern)]
Nom = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Texte = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
# What a browser opens, and nothing that it would run; what could end an attribute is written %22, %27…
ADRESSE = re.compile(r"""^https?://[^\s/\\<>"'`][^\s\\<>"'`]*$""")
Adresse = Annotated[str, StringConstraints(pattern=ADRESSE.pattern)]
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _jour(value: object) -> object:
    """A day between quotes, as some forms write it, is that day; one that does not exist is still a text, refused."""
    if isinstance(value, str) and ISO.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _quantite(value: object) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("quantite", "un nombre est attendu")
    return value


def _scalaire(value: object) -> object:
    if not isinstance(value, bool | date | int | Decimal | str):
        raise PydanticCustomError("scalaire", "un nombre, une date, un texte, true ou false est attendu")
    return value


Jour = Annotated[date, BeforeValidator(_jour)]
Quantite = Annotated[int | Decimal, PlainValidator(_quantite), WithJsonSchema({"type": "number"})]
Scalaire = Annotated[
    bool | date | int | Decimal | str,
    PlainValidator(_scalaire),
    WithJsonSchema({"type": ["boolean", "number", "string"]}),
]


class Modele(BaseModel):
    """A value read from a file: it never changes, knows all its fields and converts nothing in silence.

    The title of a model and of its fields, and what they mean, are what editors and forms show.
    """

    # A model that only stands inside others needs no validator of its own.
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)

    def model_post_init(self, _: Any) -> None:
        """Which of its fields were written is kept by pydantic for each value, and asked by nobody: it would weigh as
        much as the values.
        """
        object.__setattr__(self, "__pydantic_fields_set__", ECRITS)


# What pydantic copies before it writes in it.
ECRITS: set[str] = set()


class Choix(StrEnum):
    """A closed list of words: written as text in the files, the one conversion that models make.

    `sens` is what a word means, for those who must choose.
    """

    sens: str

    def __new__(cls, mot: str, sens: str) -> Self:
        word = str.__new__(cls, mot)
        word._value_ = mot
        word.sens = sens
        return word

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**handler(source), "strict": False}


class Confiance(Choix):
    """How sure we are."""

    HAUTE = "haute", "le texte en vigueur a été lu"
    MOYENNE = "moyenne", "une autre source le rapporte, ou une date est déduite"
    BASSE = "basse", "un indice, à vérifier avant tout usage"


class Portee(Choix):
    """Does it bind?"""

    PRESCRIPTIF = "prescriptif", "un texte en vigueur oblige"
    INDICATIF = "indicatif", "aucun texte n’oblige : usage, doctrine ou proposition"


class Reference(Modele, title="Référence"):
    """What a statement rests on: a source, the version of it that was read, and where in it."""

    source: Slug = Field(
        title="Source", description="Identifiant d’un fichier de rules/sources/.", examples=["c-trav-d5132-34"]
    )
    version: Texte | None = Field(
        default=None,
        title="Version",
        description="Identifiant officiel de la version citée, tel que sa source le donne sous « versions ».",
        examples=["LEGIARTI000049754337"],
    )
    precision: Texte | None = Field(
        default=None,
        title="Endroit précis",
        description="Où, dans la source : alinéa, page, mesure et action.",
        examples=["2e alinéa", "mesure n° 3, action 1"],
    )


class Verifie(Modele):
    """A fact that ages: the day it was last seen in its source, the day it must be seen again."""

    verifie_le: Jour = Field(
        title="Vérifié le", description="Jour où quelqu’un a relu la source.", examples=["2026-08-20"]
    )
    a_reverifier_avant: Jour = Field(
        title="À revérifier avant",
        description="Passé ce jour, la page prévient que le fait n’a pas été relu.",
        examples=["2027-08-20"],
    )
    confiance: Confiance = Field(
        default=Confiance.HAUTE, title="Confiance", description="À quel point le fait est sûr ; « haute » par défaut."
    )
