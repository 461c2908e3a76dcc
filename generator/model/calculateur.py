"""A calculator: inputs, steps in the formula language, worked examples (`rules/calculateurs/<id>.yaml`)."""

from datetime import date

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Choix, Modele, Nom, Quantite, Reference, Scalaire, Slug, Texte, Verifie

POINTS_MAX = 400


class TypeEntree(Choix):
    """How an input is asked: a number with its unit, a yes/no, a date, one code of a list."""

    NOMBRE = "nombre"
    BOOLEEN = "booleen"
    DATE = "date"
    CHOIX = "choix"


class Option(Modele):
    """One code of a choice and the words shown for it."""

    code: Texte
    libelle: Texte


class Entree(Modele):
    """What the reader is asked. Bounds are inclusive and in `unite`; a choice takes `liste` or its own `options`."""

    nom: Nom
    libelle: Texte
    court: Texte | None = Field(default=None, description="comment la nommer dans une formule : « dérogation »")
    aide: Texte | None = None
    type: TypeEntree
    unite: Texte | None = None
    min: Quantite | None = None
    max: Quantite | None = None
    entier: bool = False
    liste: Slug | None = None
    options: tuple[Option, ...] = ()
    seulement: tuple[Texte, ...] = Field(default=(), description="codes retenus de la liste")
    defaut: Scalaire | None = None
    si: Texte | None = Field(default=None, description="condition pour que la question soit posée")

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


class Nature(Choix):
    """What a step states: the law, what the Pacte proposes, or plain arithmetic."""

    DROIT = "droit"
    PACTE = "pacte"
    CALCUL = "calcul"


class Cas(Modele):
    """One branch. Exactly one of `alors`, `sans_objet`, `refus`; `si` is absent on the last one (« sinon »)."""

    si: Texte | None = None
    alors: Texte | None = None
    sans_objet: Texte | None = Field(default=None, description="ne s'applique pas : la raison")
    refus: Texte | None = Field(default=None, description="ne peut pas être calculé : la raison")
    parce_que: Texte | None = None

    @model_validator(mode="after")
    def _une_issue(self) -> "Cas":
        if sum(issue is not None for issue in (self.alors, self.sans_objet, self.refus)) != 1:
            raise PydanticCustomError("forme", "un cas prend exactement un de « alors », « sans_objet », « refus »")
        return self


class Etape(Modele):
    """One line of the computation: a `formule`, or a list of `cas`."""

    nom: Nom
    libelle: Texte
    unite: Texte | None = None
    nature: Nature = Nature.DROIT
    formule: Texte | None = None
    cas: tuple[Cas, ...] = ()
    references: tuple[Reference, ...] = ()
    regle: Slug | None = None

    @model_validator(mode="after")
    def _formule_ou_cas(self) -> "Etape":
        if (self.formule is None) == (not self.cas):
            raise PydanticCustomError("forme", "une étape prend « formule » ou une liste de « cas », l'un des deux")
        if self.cas and [cas.si is None for cas in self.cas] != [False] * (len(self.cas) - 1) + [True]:
            raise PydanticCustomError("forme", "chaque cas prend « si », sauf le dernier, qui vaut « sinon »")
        return self


class Avertissement(Modele):
    """A caution shown when `si` holds."""

    si: Texte
    message: Texte


class Etat(Choix):
    """Why a result has no value."""

    INCONNU = "inconnu"
    SANS_OBJET = "sans-objet"
    ERREUR = "erreur"


class Exemple(Modele):
    """A situation worked by hand from the text; the working stands in `note`."""

    titre: Texte
    note: Texte
    date: date
    entrees: dict[str, Scalaire]
    attendu: dict[str, Scalaire] = Field(default_factory=dict, description="résultat → « 27/88 », 248712, une date…")
    etats: dict[str, Etat] = Field(default_factory=dict, description="résultat → inconnu, sans-objet ou erreur")
    refus: Texte | None = Field(default=None, description="morceau du message quand la situation est refusée")
    avertissement: Texte | None = Field(default=None, description="morceau d'un avertissement attendu")
    sans_avertissement: bool = Field(default=False, description="aucun avertissement n'est attendu")

    @model_validator(mode="after")
    def _un_avertissement_ou_aucun(self) -> "Exemple":
        if self.avertissement is not None and self.sans_avertissement:
            raise PydanticCustomError("forme", "« avertissement » et « sans_avertissement » se contredisent")
        return self


class Graphique(Modele):
    """A chart: some results as one number moves from `de` to `a` by `pas`, the other answers staying as given."""

    titre: Texte
    entree: Nom
    de: Quantite
    a: Quantite
    pas: Quantite
    date: date
    entrees: dict[str, Scalaire] = Field(default_factory=dict)
    resultats: tuple[Nom, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _une_etendue(self) -> "Graphique":
        if self.pas <= 0 or self.a <= self.de or (self.a - self.de) / self.pas > POINTS_MAX:
            raise PydanticCustomError("forme", f"« a » dépasse « de », en {POINTS_MAX} pas au plus")
        return self


class Calculateur(Verifie):
    """`champ` lists who is outside, with the reason; `resultats` the steps shown first, in order."""

    id: Slug
    titre: Texte
    resume: Texte
    siae: tuple[str, ...] = Field(min_length=1)
    themes: tuple[Slug, ...] = Field(min_length=1)
    mesures: tuple[int, ...] = ()
    entrees: tuple[Entree, ...] = Field(min_length=1)
    etapes: tuple[Etape, ...] = Field(min_length=1)
    resultats: tuple[Nom, ...] = Field(min_length=1)
    avertissements: tuple[Avertissement, ...] = ()
    non_modelise: tuple[Texte, ...] = ()
    changements: tuple[date, ...] = Field(default=(), description="jours où le droit appliqué change")
    graphiques: tuple[Graphique, ...] = ()
    exemples: tuple[Exemple, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche ce calculateur")
