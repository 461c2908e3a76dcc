"""A calculator: inputs, steps in the formula language, worked examples (`rules/calculateurs/<id>.yaml`)."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Choix, Jour, Modele, Nom, Quantite, Scalaire, Slug, Texte, Verifie
from generator.model.entree import Entree

POINTS_MAX = 400


class Nature(Choix):
    """What a step states: the law, what the Pacte proposes, or plain arithmetic."""

    DROIT = "droit", "ce que dit un texte"
    PACTE = "pacte", "ce que propose le Pacte, et qui n’est pas le droit"
    CALCUL = "calcul", "un simple calcul, que rien ne commande"


class Cas(Modele, title="Cas"):
    """One branch. Exactly one of `alors`, `sans_objet`, `refus`; `si` is absent on the last one (« sinon »)."""

    si: Texte | None = Field(
        default=None,
        title="Si",
        description="La condition, une formule. Absente du dernier cas, et de lui seul : il vaut « sinon ».",
        examples=["siae = « ACI »"],
    )
    alors: Texte | None = Field(
        default=None,
        title="Alors",
        description="La valeur, une formule. Un cas prend exactement un de « alors », « sans_objet », « refus ».",
        examples=["aide_au_poste_socle[territoire, siae]"],
    )
    sans_objet: Texte | None = Field(
        default=None, title="Sans objet", description="La question ne se pose pas : la raison, lue par le lecteur."
    )
    refus: Texte | None = Field(
        default=None,
        title="Refus",
        description="La situation ne peut pas être calculée : la raison, lue par le lecteur.",
    )
    parce_que: Texte | None = Field(
        default=None, title="Parce que", description="Pourquoi cette valeur, lu sous la ligne du calcul."
    )

    @model_validator(mode="after")
    def _une_issue(self) -> "Cas":
        if sum(issue is not None for issue in (self.alors, self.sans_objet, self.refus)) != 1:
            raise PydanticCustomError("forme", "un cas prend exactement un de « alors », « sans_objet », « refus »")
        return self


class Etape(Modele, title="Étape"):
    """One line of the computation: a `formule`, or a list of `cas`."""

    nom: Nom = Field(
        title="Nom",
        description="Le nom du résultat dans les formules : minuscules sans accent, chiffres et soulignés.",
        examples=["montant_socle"],
    )
    libelle: Texte = Field(title="Libellé", description="Le nom de la ligne du calcul, tel que le lecteur le lit.")
    unite: Texte | None = Field(
        default=None,
        title="Unité",
        description="L’unité du résultat, vérifiée ; absente d’un nombre seul, d’une date, d’un code, d’un oui ou non.",
        examples=["€/an", "mois", "%"],
    )
    nature: Nature = Field(
        default=Nature.DROIT, title="Nature", description="Ce que dit cette étape ; « droit » par défaut."
    )
    formule: Texte | None = Field(
        default=None,
        title="Formule",
        description="Le calcul, dans la langue des formules ; ou bien une liste de « cas », l’un des deux.",
        examples=["etp * montant_socle"],
    )
    cas: tuple[Cas, ...] = Field(
        default=(),
        title="Cas",
        description="Les cas, essayés dans l’ordre ; le premier dont la condition est vraie l’emporte.",
    )
    references: champs.References = ()
    regle: Slug | None = Field(
        default=None,
        title="Règle",
        description="Identifiant de la règle que cette étape applique.",
        examples=["aide-au-poste-montant"],
    )

    @model_validator(mode="after")
    def _formule_ou_cas(self) -> "Etape":
        if (self.formule is None) == (not self.cas):
            raise PydanticCustomError("forme", "une étape prend « formule » ou une liste de « cas », l'un des deux")
        if self.cas and [cas.si is None for cas in self.cas] != [False] * (len(self.cas) - 1) + [True]:
            raise PydanticCustomError("forme", "chaque cas prend « si », sauf le dernier, qui vaut « sinon »")
        return self


class Avertissement(Modele, title="Avertissement"):
    """A caution shown when `si` holds."""

    si: Texte = Field(
        title="Si",
        description="Une formule : l’avertissement est montré quand elle est vraie.",
        examples=["date_reference >= 2026-01-01"],
    )
    message: Texte = Field(title="Message", description="La mise en garde, telle que le lecteur la lit.")


class Etat(Choix):
    """Why a result has no value."""

    INCONNU = "inconnu", "il manque une réponse"
    SANS_OBJET = "sans-objet", "la question ne se pose pas"
    ERREUR = "erreur", "la situation est refusée, ou une valeur est inconnue à cette date"


class Exemple(Modele, title="Exemple"):
    """A situation worked by hand from the text; the working stands in `note`."""

    titre: Texte = Field(title="Titre", description="La situation en quelques mots.")
    note: Texte = Field(
        title="Le calcul à la main",
        description="Le calcul, fait d’après le texte et jamais recopié du résultat.",
        examples=["10 × 20 199 = 201 990 €"],
    )
    date: Jour = Field(title="Date", description="Le jour dont on applique le droit.", examples=["2019-06-01"])
    entrees: dict[str, Scalaire] = Field(
        title="Entrées", description="La réponse à chaque question, par son nom.", examples=[{"siae": "ACI", "etp": 10}]
    )
    attendu: dict[str, Scalaire] = Field(
        default_factory=dict,
        title="Résultats attendus",
        description="Chaque résultat, par son nom : un nombre, une fraction entre guillemets, une date, un code.",
        examples=[{"total": 212089.5, "taux": "27/88"}],
    )
    etats: dict[str, Etat] = Field(
        default_factory=dict,
        title="États attendus",
        description="Pour les résultats sans valeur, par leur nom : inconnu, sans-objet ou erreur.",
        examples=[{"total": "sans-objet"}],
    )
    refus: Texte | None = Field(
        default=None, title="Refus attendu", description="Un morceau du message, quand la situation est refusée."
    )
    avertissement: Texte | None = Field(
        default=None, title="Avertissement attendu", description="Un morceau d’un avertissement attendu."
    )
    sans_avertissement: bool = Field(
        default=False, title="Sans avertissement", description="Aucun avertissement n’est attendu."
    )

    @model_validator(mode="after")
    def _un_avertissement_ou_aucun(self) -> "Exemple":
        if self.avertissement is not None and self.sans_avertissement:
            raise PydanticCustomError("forme", "« avertissement » et « sans_avertissement » se contredisent")
        return self


class Graphique(Modele, title="Graphique"):
    """A chart: some results as one number moves from `de` to `a` by `pas`, the other answers staying as given."""

    titre: champs.Titre
    entree: Nom = Field(title="Entrée", description="Le nom de la question dont la réponse varie.", examples=["mois"])
    de: Quantite = Field(title="De", description="Le premier nombre tracé.", examples=[1])
    a: Quantite = Field(title="À", description="Le dernier nombre tracé.", examples=[12])
    pas: Quantite = Field(title="Pas", description="L’écart entre deux points ; 400 pas au plus.", examples=[1])
    date: Jour = Field(title="Date", description="Le jour dont on applique le droit.", examples=["2024-11-01"])
    entrees: dict[str, Scalaire] = Field(
        default_factory=dict, title="Autres réponses", description="Les réponses qui ne varient pas, par leur nom."
    )
    resultats: tuple[Nom, ...] = Field(
        min_length=1, title="Résultats", description="Les noms des étapes à tracer.", examples=[["aide"]]
    )

    @model_validator(mode="after")
    def _une_etendue(self) -> "Graphique":
        if self.pas <= 0 or self.a <= self.de or (self.a - self.de) / self.pas > POINTS_MAX:
            raise PydanticCustomError("forme", f"« a » dépasse « de », en {POINTS_MAX} pas au plus")
        return self


class Calculateur(Verifie, title="Calculateur"):
    """`champ` lists who is outside, with the reason; `resultats` the steps shown first, in order."""

    id: champs.Identifiant
    titre: champs.Titre
    resume: champs.Resume
    siae: champs.Siae = Field(min_length=1)
    themes: champs.Themes = Field(min_length=1)
    mesures: champs.Mesures = ()
    entrees: tuple[Entree, ...] = Field(
        min_length=1, title="Entrées", description="Les questions posées au lecteur, dans l’ordre."
    )
    etapes: tuple[Etape, ...] = Field(
        min_length=1, title="Étapes", description="Les lignes du calcul, dans l’ordre où elles se lisent."
    )
    resultats: tuple[Nom, ...] = Field(
        min_length=1,
        title="Résultats",
        description="Les noms des étapes montrées d’abord, dans l’ordre.",
        examples=[["total"]],
    )
    avertissements: tuple[Avertissement, ...] = Field(
        default=(), title="Avertissements", description="Les mises en garde, chacune avec sa condition."
    )
    non_modelise: tuple[Texte, ...] = Field(
        default=(), title="Non modélisé", description="Ce que le texte prévoit et que ce calculateur ne fait pas."
    )
    changements: tuple[Jour, ...] = Field(
        default=(),
        title="Changements",
        description="Les jours où le droit appliqué change.",
        examples=[["2024-07-01"]],
    )
    graphiques: tuple[Graphique, ...] = Field(
        default=(), title="Graphiques", description="Des résultats tracés quand une réponse varie."
    )
    exemples: tuple[Exemple, ...] = Field(
        min_length=1,
        title="Exemples",
        description="Des situations calculées à la main, refaites à chaque vérification : sous, sur et au seuil.",
    )
    mots: champs.Mots = ()
