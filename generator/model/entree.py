"""What a calculator asks."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Nom, Quantite, Scalaire, Slug, Texte


class TypeEntree(Choix):
    """How an input is asked: a number with its unit, a yes/no, a date, one code of a list."""

    NOMBRE = "nombre", "un nombre, avec son unité et ses bornes"
    BOOLEEN = "booleen", "oui ou non"
    DATE = "date", "une date"
    CHOIX = "choix", "un code parmi ceux d’une liste ou de ses options"


class Option(Modele, title="Option"):
    """One code of a choice and the words shown for it."""

    code: Texte = Field(title="Code", description="Ce que les formules comparent.", examples=["premiere"])
    libelle: Texte = Field(title="Libellé", description="Ce que le lecteur lit.", examples=["Première demande"])


class Entree(Modele, title="Entrée"):
    """What the reader is asked. Bounds are inclusive and in `unite`; a choice takes `liste` or its own `options`."""

    nom: Nom = Field(
        title="Nom",
        description="Le nom de la réponse dans les formules : minuscules sans accent, chiffres et soulignés.",
        examples=["taux_modulation"],
    )
    libelle: Texte = Field(title="Libellé", description="La question, telle que le lecteur la lit.")
    court: Texte | None = Field(
        default=None,
        title="Nom court",
        description="Comment nommer la réponse dans une formule écrite en français ; le libellé si rien n’est dit.",
        examples=["dérogation"],
    )
    aide: Texte | None = Field(default=None, title="Aide", description="Une précision, lue sous la question.")
    type: TypeEntree = Field(title="Type", description="La façon de demander.")
    unite: Texte | None = Field(
        default=None,
        title="Unité",
        description="L’unité du nombre, comme dans les formules. Avec le type « nombre » seulement.",
        examples=["ETP", "%", "€/mois"],
    )
    min: Quantite | None = Field(
        default=None,
        title="Minimum",
        description="Le plus petit nombre admis, compris. Avec le type « nombre » seulement.",
    )
    max: Quantite | None = Field(
        default=None,
        title="Maximum",
        description="Le plus grand nombre admis, compris. Avec le type « nombre » seulement.",
    )
    entier: bool = Field(
        default=False, title="Entier", description="Refuse les nombres à virgule. Avec le type « nombre » seulement."
    )
    liste: Slug | None = Field(
        default=None,
        title="Liste",
        description="Identifiant d’une liste de rules/listes.yaml, pour le type « choix » ; ou bien des « options ».",
        examples=["siae"],
    )
    options: tuple[Option, ...] = Field(
        default=(),
        title="Options",
        description="Les réponses possibles du type « choix », quand aucune liste ne les donne.",
    )
    seulement: tuple[Texte, ...] = Field(
        default=(),
        title="Seulement",
        description="Les codes retenus de la liste ; tous si rien n’est dit.",
        examples=[["ACI", "EI"]],
    )
    defaut: Scalaire | None = Field(default=None, title="Par défaut", description="La réponse donnée d’avance.")
    si: Texte | None = Field(
        default=None,
        title="Si",
        description="Une formule vraie ou fausse : la question n’est posée que si elle est vraie.",
        examples=["jours_suspension >= 366 jours"],
    )

    @model_validator(mode="after")
    def _choix_complet(self) -> "Entree":
        if (self.type is TypeEntree.CHOIX) != bool(self.liste or self.options):
            raise PydanticCustomError("forme", "« liste » ou « options » vont avec le type choix, et avec lui seul")
        if self.liste and self.options:
            raise PydanticCustomError("forme", "un choix prend « liste » ou « options », l'un des deux")
        bounded = self.min is not None or self.max is not None
        if self.type is not TypeEntree.NOMBRE and (self.unite or self.entier or bounded):
            raise PydanticCustomError("forme", "« unite », « min », « max » et « entier » vont avec le type nombre")
        return self
