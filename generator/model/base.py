"""What every model shares: frozen, closed, and a few types of field."""

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, PlainValidator, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError

SLUG = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
Slug = Annotated[str, StringConstraints(pattern=SLUG.pattern)]
Nom = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Texte = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]


def _quantite(value: object) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("quantite", "un nombre est attendu")
    return value


def _scalaire(value: object) -> object:
    if not isinstance(value, bool | date | int | Decimal | str):
        raise PydanticCustomError("scalaire", "un nombre, une date, un texte, true ou false est attendu")
    return value


Quantite = Annotated[int | Decimal, PlainValidator(_quantite)]
Scalaire = Annotated[bool | date | int | Decimal | str, PlainValidator(_scalaire)]


class Modele(BaseModel):
    """A value read from a file: it never changes, knows all its fields and converts nothing in silence."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Choix(StrEnum):
    """A closed list of words: written as text in the files, the one conversion that models make."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return {**handler(source), "strict": False}


class Confiance(Choix):
    """How sure we are: `haute` = the text in force was read, `moyenne` = second hand or deduced, `basse` = a hint."""

    HAUTE = "haute"
    MOYENNE = "moyenne"
    BASSE = "basse"


class Reference(Modele):
    """What a statement rests on: a source, the version of it that was read, and where in it."""

    source: Slug
    version: Texte | None = Field(default=None, description="identifiant officiel de la version citée (LEGIARTI…)")
    precision: Texte | None = Field(default=None, description="alinéa, page, action : « 2e alinéa », « action 1 »")


class Verifie(Modele):
    """A fact that ages: the day it was last seen in its source, the day it must be seen again."""

    verifie_le: date
    a_reverifier_avant: date
    confiance: Confiance = Confiance.HAUTE
