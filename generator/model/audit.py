"""What is known of the accessibility of the site (`rules/audit.yaml`): the declaration is made from it."""

from datetime import date
from fractions import Fraction

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Texte

# How many criteria each of the thirteen themes of the RGAA 4.1.2 holds: images, frames, colours, and so on.
CRITERES_PAR_THEME = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
NUMEROS = tuple(
    f"{theme}.{rank}" for theme, number in enumerate(CRITERES_PAR_THEME, 1) for rank in range(1, number + 1)
)
MOITIE = Fraction(1, 2)


class ResultatDeCritere(Choix):
    """What an audit says of a criterion on the pages that it looked at."""

    CONFORME = "conforme"
    NON_CONFORME = "non-conforme"
    NON_APPLICABLE = "non-applicable"


class EtatDeConformite(Choix):
    """The three states that a declaration may give."""

    TOTALE = "totalement-conforme"
    PARTIELLE = "partiellement-conforme"
    NON_CONFORME = "non-conforme"


class RaisonDInaccessibilite(Choix):
    """Why a content is not accessible: a fault, too heavy a burden, or outside what the law asks."""

    NON_CONFORMITE = "non-conformite"
    DEROGATION = "derogation"
    HORS_OBLIGATION = "hors-obligation"


class Critere(Modele):
    """The result of one criterion; `constat` says what is wrong, and where, when it does not conform."""

    numero: Texte
    resultat: ResultatDeCritere
    constat: Texte | None = None

    @model_validator(mode="after")
    def _constat(self) -> "Critere":
        if (self.resultat is ResultatDeCritere.NON_CONFORME) != (self.constat is not None):
            raise PydanticCustomError("forme", "« constat » va avec le résultat non-conforme, et avec lui seul")
        return self


class ContenuInaccessible(Modele):
    """A content that some readers cannot use."""

    contenu: Texte
    raison: RaisonDInaccessibilite


class AuditRealise(Modele):
    """An audit that someone did: who, when, on which pages, with what, and the result of every criterion."""

    realise_par: Texte
    realise_le: date
    pages: tuple[Texte, ...] = Field(min_length=1)
    environnements: tuple[Texte, ...] = Field(min_length=1)
    instruments: tuple[Texte, ...] = Field(min_length=1)
    criteres: tuple[Critere, ...]

    @model_validator(mode="after")
    def _tous_les_criteres(self) -> "AuditRealise":
        if sorted(critere.numero for critere in self.criteres) != sorted(NUMEROS):
            raise PydanticCustomError(
                "forme", f"un audit donne le résultat des {len(NUMEROS)} critères, une fois chacun"
            )
        if not self.applicables:
            raise PydanticCustomError("forme", "aucun critère n'est applicable : ce n'est pas un audit")
        return self

    @property
    def applicables(self) -> tuple[Critere, ...]:
        return tuple(item for item in self.criteres if item.resultat is not ResultatDeCritere.NON_APPLICABLE)

    @property
    def conformes(self) -> tuple[Critere, ...]:
        return tuple(item for item in self.criteres if item.resultat is ResultatDeCritere.CONFORME)

    @property
    def non_conformes(self) -> tuple[Critere, ...]:
        return tuple(item for item in self.criteres if item.resultat is ResultatDeCritere.NON_CONFORME)

    @property
    def taux(self) -> Fraction:
        """The share of the criteria that apply and conform."""
        return Fraction(len(self.conformes), len(self.applicables))


class EssaiAutomatique(Modele):
    """What a tool found by itself, without anyone looking: it says nothing of most criteria, and replaces no audit."""

    outil: Texte
    version: Texte
    le: date
    pages: int = Field(ge=1)
    presentations: tuple[Texte, ...] = Field(min_length=1, description="largeurs et couleurs essayées")
    defauts: int = Field(ge=0)


class Audit(Modele):
    """`rules/audit.yaml`. Without `audit`, the only true state is « non conforme »."""

    referentiel: Texte
    etablie_le: date
    technologies: tuple[Texte, ...] = Field(min_length=1)
    audit: AuditRealise | None = None
    inaccessibles: tuple[ContenuInaccessible, ...] = ()
    essai: EssaiAutomatique | None = None

    @property
    def etat(self) -> EtatDeConformite:
        """Total when every criterion that applies conforms, partial from half of them, else none."""
        if self.audit is None or self.audit.taux < MOITIE:
            return EtatDeConformite.NON_CONFORME
        return EtatDeConformite.TOTALE if self.audit.taux == 1 else EtatDeConformite.PARTIELLE
