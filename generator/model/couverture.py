"""What the mémento undertakes to cover, and where (`rules/couverture.yaml`)."""

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import champs
from generator.model.base import Modele, Slug, Texte


class ArticleCouvert(Modele, title="Article couvert"):
    """An article of a code, who cites it (the Pacte, the facts), and the subjects that treat it."""

    numero: Texte = Field(title="Numéro", description="Le numéro de l’article.", examples=["L5132-4"])
    cite_par: tuple[Texte, ...] = Field(
        min_length=1, title="Cité par", description="Qui cite cet article : le Pacte, les faits."
    )
    ou: champs.Sujets = Field(min_length=1, title="Où", description="Les pages qui en traitent, « genre:identifiant ».")


class FaitCouvert(Modele, title="Fait couvert"):
    """A fact found in the law since 2019: the subjects that state it, or why none does."""

    id: champs.Cle
    ou: champs.Sujets = Field(
        default=(),
        title="Où",
        description="Les pages qui le disent, « genre:identifiant » ; ou bien une « justification ».",
    )
    justification: Texte | None = Field(
        default=None, title="Justification", description="Pourquoi aucune page ne le dit ; à la place de « ou »."
    )

    @model_validator(mode="after")
    def _ou_ou_justification(self) -> "FaitCouvert":
        if bool(self.ou) == (self.justification is not None):
            raise PydanticCustomError("forme", "un fait dit « ou » il se trouve, ou sa « justification »")
        return self


class Couverture(Modele, title="Couverture"):
    """Measures and their actions by number, acronyms, articles, figures, facts; `sujets` lists every subject by kind.

    A place is written `genre:identifiant`, as in a link.
    """

    mesures: champs.Mesures = Field(min_length=1, description="Les mesures du Pacte à traiter, par leur numéro.")
    actions: dict[str, tuple[int, ...]] = Field(
        title="Actions",
        description="Les actions numérotées de chaque mesure, par le numéro de la mesure entre guillemets.",
        examples=[{"1": [1, 2, 3]}],
    )
    acronymes: tuple[Texte, ...] = Field(
        min_length=1, title="Sigles", description="Les sigles du glossaire du Pacte, à définir."
    )
    articles: tuple[ArticleCouvert, ...] = Field(
        min_length=1, title="Articles", description="Les articles de code à traiter, et où ils le sont."
    )
    chiffres: tuple[Slug, ...] = Field(
        min_length=1, title="Chiffres", description="Les chiffres du Pacte à donner, par leur identifiant."
    )
    faits: tuple[FaitCouvert, ...] = Field(
        min_length=1, title="Faits", description="Les faits du droit depuis 2019, et où ils sont dits."
    )
    sujets: dict[str, tuple[Texte, ...]] = Field(
        title="Sujets",
        description="Toutes les pages du mémento, par genre : un sujet nouveau s’annonce ici.",
        examples=[{"regle": ["cddi-duree"]}],
    )
