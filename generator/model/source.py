"""A legal text or a document that statements rest on (`rules/sources/<id>.yaml`)."""

from pydantic import Field

from generator.model import champs
from generator.model.base import Adresse, Choix, Confiance, Jour, Modele, Texte


class TypeSource(Choix):
    """What kind of text; only the first five are law."""

    ARTICLE = "article", "article d’un code"
    LOI = "loi", "loi"
    ORDONNANCE = "ordonnance", "ordonnance"
    DECRET = "decret", "décret"
    ARRETE = "arrete", "arrêté"
    INSTRUCTION = "instruction", "instruction d’une administration"
    CIRCULAIRE = "circulaire", "circulaire"
    RAPPORT = "rapport", "rapport, étude, document"
    DONNEES = "donnees", "jeu de données"
    PAGE = "page", "page d’un site"


class Lecture(Choix):
    """What was read of it: the text itself, an excerpt quoted elsewhere, or nothing but a mention of it."""

    TEXTE = "texte", "le texte lui-même a été lu"
    EXTRAIT = "extrait", "seul un extrait, cité ailleurs, a été lu"
    MENTION = "mention", "rien n’a été lu : d’autres textes le mentionnent"


class VersionDeSource(Modele, title="Version de la source"):
    """One version of an article: `au` is its last day, absent while it is in force."""

    id: Texte = Field(
        title="Identifiant officiel", description="Celui de cette rédaction.", examples=["LEGIARTI000049754337"]
    )
    du: champs.Du
    au: champs.Au = Field(default=None, description="Dernier jour, compris ; absent tant qu’elle est en vigueur.")
    par: Texte | None = Field(
        default=None,
        title="Par",
        description="Le texte qui a créé cette version.",
        examples=["Décret n° 2024-560 du 18 juin 2024 - art. 3"],
    )


class Source(Modele, title="Source"):
    """`numero` is what people type (« D5132-34 », « 2021-1128 »); `identifiant` the official id (LEGIARTI…, NOR…)."""

    id: champs.Identifiant = Field(examples=["c-trav-d5132-34", "decret-2021-1128"])
    type: TypeSource = Field(
        title="Type", description="Le genre du texte ; seuls les cinq premiers, d’article à arrêté, sont du droit."
    )
    titre: champs.Titre = Field(examples=["Code du travail, article D. 5132-34"])
    abrege: Texte | None = Field(
        default=None,
        title="Forme courte",
        description="Comment la nommer dans une liste.",
        examples=["art. D. 5132-34"],
    )
    numero: Texte | None = Field(
        default=None,
        title="Numéro",
        description="Le numéro, tel qu’on le tape pour la chercher.",
        examples=["D5132-34", "2021-1128"],
    )
    identifiant: Texte | None = Field(
        default=None,
        title="Identifiant officiel",
        description="L’identifiant de Légifrance ou du Journal officiel.",
        examples=["LEGIARTI000049754337"],
    )
    date: Jour | None = Field(default=None, title="Date", description="La date du texte.", examples=["2021-08-30"])
    publie_le: Jour | None = Field(
        default=None, title="Publié le", description="Le jour où le texte a paru.", examples=["2021-08-31"]
    )
    url: Adresse | None = Field(
        default=None,
        title="Adresse",
        description="Où lire le texte officiel.",
        examples=["https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000049754337"],
    )
    lecture: Lecture = Field(title="Lecture", description="Ce qui en a été lu.")
    confiance: Confiance = Field(
        default=Confiance.HAUTE,
        title="Confiance",
        description="À quel point la source est sûre ; « haute » par défaut.",
    )
    consulte_le: Jour = Field(title="Consultée le", description="Le jour où elle a été lue.", examples=["2026-08-20"])
    licence: Texte | None = Field(
        default=None,
        title="Licence",
        description="La licence sous laquelle elle se réutilise.",
        examples=["Licence Ouverte 2.0"],
    )
    lu_dans: tuple[Adresse, ...] = Field(
        default=(),
        title="Lu dans",
        description="Où le texte, ou son extrait, a été lu, quand ce n’est pas à son adresse.",
    )
    versions: tuple[VersionDeSource, ...] = Field(
        default=(), title="Versions", description="Les rédactions d’un article, de la plus ancienne à la plus récente."
    )
    note: champs.Note = None
    mots: champs.Mots = ()

    @property
    def nom(self) -> str:
        """The short name if there is one."""
        return self.abrege or self.titre

    def version_au(self, jour: Jour) -> VersionDeSource | None:
        """The version in force that day, or None when no version is known then."""
        for version in self.versions:
            if version.du <= jour and (version.au is None or jour <= version.au):
                return version
        return None
