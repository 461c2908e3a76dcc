"""The common framework of the parcours: its steps, and what each model of SIAE makes of them."""

from pydantic import Field

from generator.model.base import Modele, Reference, Slug, Texte
from generator.model.regle import Portee


class EtapeDeParcours(Modele):
    """One key step of a parcours (`content/parcours/<slug>.md`), in the order of `ordre`.

    `portee` says whether a text binds to hold the step; `portee_note` says which, or that none does.
    """

    ordre: int = Field(ge=1)
    titre: Texte
    resume: Texte
    portee: Portee
    portee_note: Texte
    moment: Texte
    finalite: Texte
    acteurs: tuple[Texte, ...] = Field(min_length=1)
    entrees: tuple[Texte, ...] = Field(min_length=1)
    sorties: tuple[Texte, ...] = Field(min_length=1)
    supports: tuple[Texte, ...] = Field(default=(), description="documents et outils employés")
    regles: tuple[Slug, ...] = ()
    pratiques: tuple[Slug, ...] = ()
    indicateurs: tuple[Texte, ...] = Field(min_length=1)
    references: tuple[Reference, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche cette étape")


class CaseDeMatrice(Modele):
    """What one model of SIAE makes possible at one step, and what that is worth."""

    etape: Slug
    siae: Texte
    texte: Texte
    portee: Portee
    regles: tuple[Slug, ...] = ()
    references: tuple[Reference, ...] = Field(min_length=1)


class Matrice(Modele):
    """`rules/matrice.yaml`: every step crossed with every model of SIAE, once each."""

    titre: Texte
    resume: Texte
    cases: tuple[CaseDeMatrice, ...] = Field(min_length=1)
    mots: tuple[Texte, ...] = Field(default=(), description="autres noms sous lesquels on cherche ce tableau")
