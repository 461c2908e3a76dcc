"""A legal text or a document that statements rest on (`rules/sources/<id>.yaml`)."""

import datetime

from pydantic import Field

from generator.model.base import Choix, Confiance, Modele, Slug, Texte


class TypeSource(Choix):
    """What kind of text; only the first five are law."""

    ARTICLE = "article"
    LOI = "loi"
    ORDONNANCE = "ordonnance"
    DECRET = "decret"
    ARRETE = "arrete"
    INSTRUCTION = "instruction"
    CIRCULAIRE = "circulaire"
    RAPPORT = "rapport"
    DONNEES = "donnees"
    PAGE = "page"


class Lecture(Choix):
    """What was read of it: the text itself, an excerpt quoted elsewhere, or nothing but a mention of it."""

    TEXTE = "texte"
    EXTRAIT = "extrait"
    MENTION = "mention"


class VersionDeSource(Modele):
    """One version of an article: `au` is its last day, absent while it is in force."""

    id: Texte
    du: datetime.date
    au: datetime.date | None = None
    par: Texte | None = Field(default=None, description="texte qui a créé cette version")


class Source(Modele):
    """`numero` is what people type (« D5132-34 », « 2021-1128 »); `identifiant` the official id (LEGIARTI…, NOR…)."""

    id: Slug
    type: TypeSource
    titre: Texte
    abrege: Texte | None = Field(default=None, description="forme courte : « art. D. 5132-34 »")
    numero: Texte | None = None
    identifiant: Texte | None = None
    date: datetime.date | None = Field(default=None, description="date du texte")
    publie_le: datetime.date | None = None
    url: Texte | None = None
    lecture: Lecture
    confiance: Confiance = Confiance.HAUTE
    consulte_le: datetime.date
    licence: Texte | None = None
    lu_dans: tuple[Texte, ...] = Field(default=(), description="où le texte, ou son extrait, a été lu")
    versions: tuple[VersionDeSource, ...] = ()
    note: Texte | None = None
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche ce texte")

    @property
    def nom(self) -> str:
        """The short name if there is one."""
        return self.abrege or self.titre

    def version_au(self, jour: datetime.date) -> VersionDeSource | None:
        """The version in force that day, or None when no version is known then."""
        for version in self.versions:
            if version.du <= jour and (version.au is None or jour <= version.au):
                return version
        return None
