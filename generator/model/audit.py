"""What is known of the accessibility of the site (`rules/audit.yaml`): the declaration is made from it."""

from fractions import Fraction

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Jour, Modele, Texte

# How many criteria each of the thirteen themes of the RGAA 4.1.2 holds: images, frames, colours, and so on.
CRITERES_PAR_THEME = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
NUMEROS = tuple(
    f"{theme}.{rank}" for theme, number in enumerate(CRITERES_PAR_THEME, 1) for rank in range(1, number + 1)
)
MOITIE = Fraction(1, 2)


class ResultatDeCritere(Choix):
    """What an audit says of a criterion on the pages that it looked at."""

    CONFORME = "conforme", "le critère est respecté sur toutes les pages vues"
    NON_CONFORME = "non-conforme", "il ne l’est pas sur au moins une page"
    NON_APPLICABLE = "non-applicable", "rien, dans les pages vues, n’est visé par ce critère"


class EtatDeConformite(Choix):
    """The three states that a declaration may give."""

    TOTALE = "totalement-conforme", "tous les critères applicables sont respectés"
    PARTIELLE = "partiellement-conforme", "au moins la moitié le sont"
    NON_CONFORME = "non-conforme", "moins de la moitié le sont, ou aucun audit n’a été fait"


class RaisonDInaccessibilite(Choix):
    """Why a content is not accessible: a fault, too heavy a burden, or outside what the law asks."""

    NON_CONFORMITE = "non-conformite", "un défaut à corriger"
    DEROGATION = "derogation", "le corriger serait une charge disproportionnée"
    HORS_OBLIGATION = "hors-obligation", "la loi ne vise pas ce contenu"


class Critere(Modele, title="Critère"):
    """The result of one criterion; `constat` says what is wrong, and where, when it does not conform."""

    numero: Texte = Field(title="Numéro", description="Numéro du critère dans le RGAA.", examples=["1.1"])
    resultat: ResultatDeCritere = Field(title="Résultat", description="Ce que l’audit conclut sur ce critère.")
    constat: Texte | None = Field(
        default=None,
        title="Constat",
        description="Ce qui ne va pas, et où ; avec le résultat « non-conforme », et avec lui seul.",
    )

    @model_validator(mode="after")
    def _constat(self) -> "Critere":
        if (self.resultat is ResultatDeCritere.NON_CONFORME) != (self.constat is not None):
            raise PydanticCustomError("forme", "« constat » va avec le résultat non-conforme, et avec lui seul")
        return self


class ContenuInaccessible(Modele, title="Contenu inaccessible"):
    """A content that some readers cannot use."""

    contenu: Texte = Field(title="Contenu", description="Ce qui n’est pas accessible, et où il se trouve.")
    raison: RaisonDInaccessibilite = Field(title="Raison", description="Pourquoi ce contenu n’est pas accessible.")


class AuditRealise(Modele, title="Audit réalisé"):
    """An audit that someone did: who, when, on which pages, with what, and the result of every criterion."""

    realise_par: Texte = Field(title="Réalisé par", description="La personne ou l’organisme qui a fait l’audit.")
    realise_le: Jour = Field(title="Réalisé le", description="Le jour de l’audit.", examples=["2027-01-31"])
    pages: tuple[Texte, ...] = Field(
        min_length=1,
        title="Pages vues",
        description="Les pages de l’échantillon, avec leur adresse.",
        examples=[["Une règle : /regles/aci-plafond-commercialisation/"]],
    )
    environnements: tuple[Texte, ...] = Field(
        min_length=1,
        title="Environnements",
        description="Navigateurs et technologies d’assistance employés.",
        examples=[["Firefox et NVDA"]],
    )
    instruments: tuple[Texte, ...] = Field(
        min_length=1,
        title="Instruments",
        description="Outils employés pour évaluer.",
        examples=[["Contraste : Colour Contrast Analyser"]],
    )
    criteres: tuple[Critere, ...] = Field(
        title="Critères", description="Le résultat de chacun des 106 critères du RGAA, une fois chacun."
    )

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


class Epreuve(Choix):
    """What the tests put the site through; each looks at one side of some criteria, never at a whole one."""

    AXE = "axe", "les défauts que trouve axe-core"
    CLAVIER = (
        "clavier",
        "aller au bout de la page et en revenir (hors milieu des plus longues) : focus visible, ni recouvert ni piégé",
    )
    ETROIT = "etroit", "à 320 pixels et agrandi deux fois : rien ne déborde, rien n’est coupé"
    ESPACEMENT = "espacement", "lettres, mots, lignes et paragraphes espacés : rien n’est coupé"
    MOUVEMENT = "mouvement", "rien ne bouge pour qui demande moins de mouvement"
    PAGES = "pages", "titres, zones, noms, étiquettes, tableaux et identifiants, dans le code de chaque page"


class EpreuveFaite(Modele, title="Épreuve faite"):
    """How many times something was looked at, and how many faults were found."""

    epreuve: Epreuve = Field(title="Épreuve", description="Ce qui a été essayé.")
    vus: int = Field(ge=1, title="Vus", description="Combien de fois : pages et états, dans chaque présentation.")
    defauts: int = Field(ge=0, title="Défauts", description="Combien de défauts ont été trouvés.")


class Indecis(Modele, title="Indécis"):
    """What the tool could not tell, and what a person says of it."""

    cas: Texte = Field(title="Cas", description="Ce que l’outil n’a pas su juger.")
    reponse: Texte = Field(title="Réponse", description="Ce qui en a été dit en le regardant.")


class EssaiAutomatique(Modele, title="Essai automatique"):
    """What tools found by themselves, written by the tests: it judges no criterion whole, and replaces no audit."""

    outil: Texte = Field(title="Outil", description="Le nom de l’outil.", examples=["axe-core"])
    version: Texte = Field(title="Version", description="La version de l’outil.", examples=["4.14.1"])
    navigateur: Texte = Field(
        title="Navigateur", description="Le navigateur, et sa version.", examples=["Chromium 144.0.7559.20"]
    )
    le: Jour = Field(title="Le", description="Le jour de l’essai.", examples=["2026-11-25"])
    types: tuple[Texte, ...] = Field(
        min_length=1, title="Types de page", description="Une page de chacun a été essayée.", examples=[["une règle"]]
    )
    etats: tuple[Texte, ...] = Field(
        min_length=1, title="États", description="Les états essayés.", examples=[["la recherche ouverte, vide"]]
    )
    presentations: tuple[Texte, ...] = Field(
        min_length=1,
        title="Présentations",
        description="Les largeurs et les couleurs essayées.",
        examples=[["390 pixels, clair"]],
    )
    epreuves: tuple[EpreuveFaite, ...] = Field(
        min_length=1, title="Épreuves", description="Ce qui a été essayé, combien de fois, et ce qui a été trouvé."
    )
    indecis: tuple[Indecis, ...] = Field(
        default=(), title="Indécis", description="Ce que l’outil a laissé à juger, et ce qui en a été dit."
    )

    @property
    def defauts(self) -> int:
        return sum(faite.defauts for faite in self.epreuves)


class CritereAJuger(Modele, title="Critère à juger"):
    """A criterion in our words, which a person has to judge, whatever the tests watch of it."""

    numero: Texte = Field(title="Numéro", description="Numéro du critère dans le RGAA.", examples=["1.1"])
    demande: Texte = Field(title="Demande", description="Ce que le critère demande, dans nos mots.")
    surveille: tuple[Epreuve, ...] = Field(
        default=(),
        title="Surveillé par",
        description="Les épreuves qui en regardent une partie.",
        examples=[["axe", "clavier"]],
    )


class Audit(Modele, title="Accessibilité"):
    """`rules/audit.yaml`. Without `audit`, the only true state is « non conforme »."""

    referentiel: Texte = Field(
        title="Référentiel", description="Le référentiel suivi, et sa version.", examples=["RGAA 4.1.2"]
    )
    etablie_le: Jour = Field(title="Établie le", description="Le jour de la déclaration.", examples=["2026-11-25"])
    technologies: tuple[Texte, ...] = Field(
        min_length=1,
        title="Technologies",
        description="Les technologies sur lesquelles repose le site.",
        examples=[["HTML5", "CSS"]],
    )
    audit: AuditRealise | None = Field(
        default=None, title="Audit", description="L’audit, s’il y en a eu un. Sans lui, l’état est « non conforme »."
    )
    inaccessibles: tuple[ContenuInaccessible, ...] = Field(
        default=(), title="Contenus inaccessibles", description="Ce que certains lecteurs ne peuvent pas utiliser."
    )
    essai: EssaiAutomatique | None = Field(
        default=None,
        title="Essai automatique",
        description="Ce qu’un outil a trouvé seul ; il ne remplace pas un audit. Écrit par « make accessibilite ».",
    )
    a_juger: tuple[CritereAJuger, ...] = Field(
        default=(),
        title="À juger",
        description="Ce que demande chacun des 106 critères, que seule une personne peut juger.",
    )

    @model_validator(mode="after")
    def _aucun_critere_oublie(self) -> "Audit":
        if self.a_juger and [critere.numero for critere in self.a_juger] != list(NUMEROS):
            raise PydanticCustomError(
                "forme", f"« a_juger » dit les {len(NUMEROS)} critères, une fois chacun, dans l'ordre"
            )
        return self

    @property
    def etat(self) -> EtatDeConformite:
        """Total when every criterion that applies conforms, partial from half of them, else none."""
        if self.audit is None or self.audit.taux < MOITIE:
            return EtatDeConformite.NON_CONFORME
        return EtatDeConformite.TOTALE if self.audit.taux == 1 else EtatDeConformite.PARTIELLE
