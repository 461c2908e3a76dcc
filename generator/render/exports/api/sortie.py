"""What every file of the data says: models from which both the files and their schemas come (ADR 0014)."""

from datetime import date
from fractions import Fraction
from typing import Annotated, Any, TypedDict

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import ComputedFieldInfo, FieldInfo

from generator import VERSION
from generator.model import Choix, Confiance, Portee, Reference, Statut
from generator.render.atelier import Atelier

RACINE = "api/v1/"
LICENCE = "Licence Ouverte 2.0"
LICENCE_URL = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/"
# The names of fields are French without accents; their titles are read by people.
ACCENTS = {
    "regle": "règle",
    "regles": "règles",
    "themes": "thèmes",
    "enonce": "énoncé",
    "portee": "portée",
    "verifie": "vérifié",
    "reverifier": "revérifier",
    "references": "références",
    "precision": "précision",
    "unite": "unité",
    "entrees": "entrées",
    "etapes": "étapes",
    "etape": "étape",
    "libelle": "libellé",
    "resultats": "résultats",
    "calculateurs": "calculateurs",
    "definition": "définition",
    "remplace": "remplacé",
    "modelise": "modélisé",
    "parametres": "paramètres",
    "numero": "numéro",
    "reponse": "réponse",
    "abrege": "abrégé",
    "publie": "publié",
    "consulte": "consulté",
    "etat": "état",
    "legal": "légal",
    "memento": "mémento",
    "schema": "schéma",
    "resume": "résumé",
    "a": "à",
    "periodes": "périodes",
    "decimale": "décimale",
}

Exact = Annotated[
    str,
    Field(
        pattern=r"^-?[0-9]+(\.[0-9]+|/[0-9]+)?$",
        description="Nombre exact : en décimales si elles sont finies (« 0.65 »), sinon en fraction réduite (« 1/3 »).",
    ),
]


def _parmi(choix: type[Choix]) -> Any:
    return Field(json_schema_extra={"enum": [item.value for item in choix]})


CodeDePortee = Annotated[str, _parmi(Portee)]
CodeDeStatut = Annotated[str, _parmi(Statut)]
CodeDeConfiance = Annotated[str, _parmi(Confiance)]
Unite = Annotated[str, Field(description="Unité de la valeur (« €/ETP/an », « mois », « % » : 30 vaut 30 %), ou vide.")]


def _intitule(name: str, info: FieldInfo | ComputedFieldInfo) -> str:  # noqa: ARG001
    words = " ".join(ACCENTS.get(word, word) for word in name.split("_"))
    return words[:1].upper() + words[1:]


class Sortie(BaseModel):
    """What is published, with nothing converted in silence. Docstrings of its heirs are shown: they are in French."""

    model_config = ConfigDict(frozen=True, strict=True, field_title_generator=_intitule)


class Fichier(Sortie):
    """Ce que tout fichier de données dit de lui-même."""

    schema_url: str = Field(description="Adresse du schéma JSON de ce fichier.")
    memento: str = Field(description="Version du mémento qui a produit ce fichier.")
    etat_au: date = Field(description="Jour auquel le droit et les montants sont donnés comme « en vigueur ».")
    licence: str = Field(description="Licence de réutilisation.")
    licence_url: str = Field(description="Texte de la licence.")


class Entete(TypedDict):
    """The fields of `Fichier`, to build any of its heirs."""

    schema_url: str
    memento: str
    etat_au: date
    licence: str
    licence_url: str


class ReferencePubliee(Sortie, title="Référence"):
    """Ce sur quoi repose un énoncé : une source, la version lue, l’endroit."""

    source: str = Field(description="Identifiant de la source, dans sources.json.")
    nom: str = Field(description="Nom court de la source.")
    version: str | None = Field(description="Identifiant officiel de la version citée (LEGIARTI…).")
    precision: str | None = Field(description="Alinéa, page, action.")
    url: str | None = Field(description="Adresse officielle du texte, quand elle est connue.")


def reference(atelier: Atelier, cited: Reference) -> ReferencePubliee:
    """A reference with the name and the address of its source."""
    source = atelier.base.sources[cited.source]
    return ReferencePubliee(
        source=source.id, nom=source.nom, version=cited.version, precision=cited.precision, url=source.url
    )


def references(atelier: Atelier, cited: tuple[Reference, ...]) -> tuple[ReferencePubliee, ...]:
    return tuple(reference(atelier, item) for item in cited)


def exact(valeur: Fraction) -> str:
    """« 0.65 », « -3 », « 1/3 »: never a float."""
    rest, places = valeur.denominator, 0
    for prime in (2, 5):
        count = 0
        while rest % prime == 0:
            rest, count = rest // prime, count + 1
        places = max(places, count)
    if rest != 1:
        return f"{valeur.numerator}/{valeur.denominator}"
    digits = str(abs(valeur.numerator) * 10**places // valeur.denominator).rjust(places + 1, "0")
    sign = "-" if valeur < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


def entete(atelier: Atelier, schema: str) -> Entete:
    """The fields of `Fichier`."""
    return {
        "schema_url": atelier.absolue(f"{RACINE}schemas/{schema}.json"),
        "memento": VERSION,
        "etat_au": atelier.today,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
    }
