"""The common framework of the parcours: its steps, and what each model of SIAE makes of them."""

from pydantic import Field

from generator.model import champs
from generator.model.base import Modele, Slug, Texte


class EtapeDeParcours(Modele, title="Étape du parcours"):
    """One key step of a parcours (`content/parcours/<slug>.md`), in the order of `ordre`.

    `portee` says whether a text binds to hold the step; `portee_note` says which, or that none does.
    """

    ordre: champs.Ordre
    titre: champs.Titre
    resume: champs.Resume
    portee: champs.Portee
    portee_note: champs.PorteeNote
    moment: Texte = Field(
        title="Moment",
        description="Quand elle a lieu dans le parcours.",
        examples=["Du premier jour à la fin des premières semaines."],
    )
    finalite: Texte = Field(title="Finalité", description="Ce qu’elle cherche à obtenir.")
    acteurs: tuple[Texte, ...] = Field(min_length=1, title="Acteurs", description="Qui y prend part, par fonction.")
    entrees: tuple[Texte, ...] = Field(
        min_length=1, title="Entrées", description="Ce qu’il faut réunir pour commencer."
    )
    sorties: tuple[Texte, ...] = Field(min_length=1, title="Sorties", description="Ce qui doit exister à la fin.")
    supports: tuple[Texte, ...] = Field(default=(), title="Supports", description="Les documents et outils employés.")
    regles: champs.Regles = ()
    pratiques: champs.Pratiques = ()
    indicateurs: tuple[Texte, ...] = Field(
        min_length=1,
        title="Indicateurs",
        description="À quoi l’on voit qu’elle s’est bien passée, et d’où vient l’indicateur.",
    )
    references: champs.References = Field(min_length=1)
    mots: champs.Mots = ()


class CaseDeMatrice(Modele, title="Case de la matrice"):
    """What one model of SIAE makes possible at one step, and what that is worth."""

    etape: Slug = Field(title="Étape", description="Identifiant de l’étape du parcours.", examples=["prescription"])
    siae: Texte = Field(title="Structure", description="Le code du type de SIAE.", examples=["ACI"])
    texte: Texte = Field(title="Texte", description="Ce que ce type de structure permet, ou impose, à cette étape.")
    portee: champs.Portee
    regles: champs.Regles = ()
    references: champs.References = Field(min_length=1)


class Matrice(Modele, title="Matrice des étapes et des structures"):
    """`rules/matrice.yaml`: every step crossed with every model of SIAE, once each."""

    titre: champs.Titre
    resume: champs.Resume
    cases: tuple[CaseDeMatrice, ...] = Field(
        min_length=1, title="Cases", description="Chaque étape croisée avec chaque type de SIAE, une fois chacune."
    )
    mots: champs.Mots = ()
