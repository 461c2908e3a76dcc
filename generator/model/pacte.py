"""The Pacte of 2019: its engagements, its measures, and what became of them (`content/pacte/`)."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Jour, Modele, Texte
from generator.model.regle import Adoption


class Engagement(Modele, title="Engagement du Pacte"):
    """One of the five engagements (`content/pacte/engagements/<numero>.md`)."""

    numero: int = Field(
        ge=1, le=5, title="Numéro", description="De 1 à 5 ; c’est aussi le nom du fichier.", examples=[1]
    )
    titre: champs.Titre
    resume: champs.Resume
    references: champs.References = Field(min_length=1)


class Sort(Choix):
    """What became of a whole measure of the Pacte."""

    ADOPTEE = "adoptee", "un texte la reprend"
    PARTIELLE = "partielle", "un texte en reprend une partie, ou autrement"
    NON_ADOPTEE = "non-adoptee-dans-le-code", "les articles visés ont été lus, et ne la contiennent pas"
    NON_ETABLIE = "adoption-non-etablie", "aucune source lue ne montre l’adoption"


class Suite(Modele, title="Suite donnée"):
    """What became of an action: the outcome, in words, with what shows it."""

    adoption: Adoption = Field(title="Sort", description="Ce qu’il en est advenu.")
    texte: Texte = Field(title="Texte", description="Ce qui le montre, et les écarts avec le Pacte.")
    du: Jour | None = Field(
        default=None, title="Depuis", description="Premier jour d’application, s’il y en a un.", examples=["2021-09-01"]
    )
    references: champs.References = ()
    regles: champs.Regles = ()


class Action(Modele, title="Action"):
    """One numbered action of a measure, in our words."""

    numero: int = Field(ge=1, title="Numéro", description="Le numéro que le Pacte lui donne.", examples=[1])
    titre: champs.Titre
    resume: Texte = Field(title="Résumé", description="Ce qu’elle propose, dans nos mots.")
    suite: Suite = Field(title="Suite", description="Ce que l’action est devenue.")


class Proposition(Modele, title="Proposition"):
    """What a measure without numbered actions proposes, in our words, and what became of it."""

    resume: Texte = Field(title="Résumé", description="Ce que la mesure propose, dans nos mots.")
    suite: Suite = Field(title="Suite", description="Ce que la proposition est devenue.")


class Mesure(Modele, title="Mesure du Pacte"):
    """One of the 30 measures (`content/pacte/mesures/<nn>-<slug>.md`)."""

    numero: int = Field(
        ge=1,
        le=30,
        title="Numéro",
        description="De 1 à 30 ; sur deux chiffres, il ouvre le nom du fichier.",
        examples=[1],
    )
    titre: champs.Titre
    resume: champs.Resume
    engagement: int = Field(ge=1, le=5, title="Engagement", description="Le numéro de l’engagement dont elle relève.")
    phare: bool = Field(default=False, title="Mesure phare", description="Vrai si le Pacte la donne comme telle.")
    impact: Texte | None = Field(default=None, title="Effet attendu", description="Ce que le Pacte en attend.")
    vecteur_juridique: Texte | None = Field(
        default=None, title="Vecteur juridique", description="Le genre de texte que le Pacte prévoit pour elle."
    )
    budget: Texte | None = Field(default=None, title="Budget", description="Ce que le Pacte dit de son coût.")
    calendrier: Texte | None = Field(
        default=None,
        title="Calendrier",
        description="Quand le Pacte la prévoit ; une année seule se met entre guillemets.",
        examples=["2019"],
    )
    sort: Sort = Field(title="Sort", description="Ce qu’est devenue la mesure entière.")
    sort_resume: Texte = Field(title="Sort, en clair", description="Ce sort, en quelques phrases.")
    actions: tuple[Action, ...] = Field(
        default=(), title="Actions", description="Les actions que le Pacte numérote ; ou bien une « proposition »."
    )
    proposition: Proposition | None = Field(
        default=None, title="Proposition", description="À la place des actions, quand le Pacte n’en numérote pas."
    )
    references: champs.References = Field(min_length=1)
    mots: champs.Mots = ()

    @model_validator(mode="after")
    def _actions_ou_proposition(self) -> "Mesure":
        if bool(self.actions) == (self.proposition is not None):
            raise PydanticCustomError("forme", "une mesure a des « actions » numérotées, ou une « proposition »")
        return self
