"""What the mémento undertakes to cover, and where (`rules/couverture.yaml`)."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Modele, Slug, Texte


class ArticleCouvert(Modele):
    """An article of a code, who cites it (the Pacte, the facts), and the subjects that treat it."""

    numero: Texte
    cite_par: tuple[Texte, ...] = Field(min_length=1)
    ou: tuple[Texte, ...] = Field(min_length=1)


class FaitCouvert(Modele):
    """A fact found in the law since 2019: the subjects that state it, or why none does."""

    id: Slug
    ou: tuple[Texte, ...] = ()
    justification: Texte | None = None

    @model_validator(mode="after")
    def _ou_ou_justification(self) -> "FaitCouvert":
        if bool(self.ou) == (self.justification is not None):
            raise PydanticCustomError("forme", "un fait dit « ou » il se trouve, ou sa « justification »")
        return self


class Couverture(Modele):
    """Measures and their actions by number, acronyms, articles, figures, facts; `sujets` lists every subject by kind.

    A place is written `genre:identifiant`, as in a link.
    """

    mesures: tuple[int, ...] = Field(min_length=1)
    actions: dict[str, tuple[int, ...]]
    acronymes: tuple[Texte, ...] = Field(min_length=1)
    articles: tuple[ArticleCouvert, ...] = Field(min_length=1)
    chiffres: tuple[Slug, ...] = Field(min_length=1)
    faits: tuple[FaitCouvert, ...] = Field(min_length=1)
    sujets: dict[str, tuple[Texte, ...]]
