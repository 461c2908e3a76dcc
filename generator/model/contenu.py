"""Pages of words: fiche, mesure du Pacte, structure (`content/**.md`, front matter)."""

from datetime import date

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Reference, Slug, Texte
from generator.model.regle import Adoption


class Fiche(Modele):
    """An editorial page; its words are the body of the file."""

    titre: Texte
    resume: Texte
    references: tuple[Reference, ...] = ()
    calculateurs: tuple[Slug, ...] = Field(default=(), description="sur l'accueil : ceux que l'on montre d'abord")


class Sort(Choix):
    """What became of a whole measure of the Pacte."""

    ADOPTEE = "adoptee"
    PARTIELLE = "partielle"
    NON_ADOPTEE = "non-adoptee-dans-le-code"
    NON_ETABLIE = "adoption-non-etablie"


class Suite(Modele):
    """What became of an action: the outcome, in words, with what shows it."""

    adoption: Adoption
    texte: Texte
    du: date | None = None
    references: tuple[Reference, ...] = ()
    regles: tuple[Slug, ...] = ()


class Action(Modele):
    """One numbered action of a measure, in our words."""

    numero: int = Field(ge=1)
    titre: Texte
    resume: Texte
    suite: Suite


class Proposition(Modele):
    """What a measure without numbered actions proposes, in our words, and what became of it."""

    resume: Texte
    suite: Suite


class Mesure(Modele):
    """One of the 30 measures (`content/pacte/mesures/<nn>-<slug>.md`)."""

    numero: int = Field(ge=1, le=30)
    titre: Texte
    resume: Texte
    engagement: int = Field(ge=1, le=5)
    phare: bool = False
    impact: Texte | None = None
    vecteur_juridique: Texte | None = None
    budget: Texte | None = None
    calendrier: Texte | None = None
    sort: Sort
    sort_resume: Texte
    actions: tuple[Action, ...] = ()
    proposition: Proposition | None = Field(default=None, description="quand le Pacte ne numérote pas d'actions")
    references: tuple[Reference, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _actions_ou_proposition(self) -> "Mesure":
        if bool(self.actions) == (self.proposition is not None):
            raise PydanticCustomError("forme", "une mesure a des « actions » numérotées, ou une « proposition »")
        return self


class Structure(Modele):
    """One type of SIAE (`content/structures/<code>.md`)."""

    code: Texte
    titre: Texte
    resume: Texte
    statut_legal: Texte
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
    """One acronym: `nom` spells it out; `remplace_par` names today's acronym when the name is old."""

    sigle: Texte
    nom: Texte
    definition: Texte | None = None
    pacte: bool = Field(default=False, description="figure dans le glossaire du Pacte")
    remplace_par: tuple[Texte, ...] = ()
    depuis: date | None = None
    references: tuple[Reference, ...] = Field(min_length=1)


class Glossaire(Modele):
    """`rules/glossaire.yaml`."""

    termes: tuple[Terme, ...] = Field(min_length=1)
