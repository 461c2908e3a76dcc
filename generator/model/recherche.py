"""What readers type most, and the pages that answer (`rules/raccourcis.yaml`)."""

from pydantic import Field

from generator.model.base import Modele, Texte


class Raccourci(Modele, title="Raccourci"):
    """A request that is one of `mots`, whole, leads first to `vers`: `genre:id`, or `page:url` for what code writes."""

    mots: tuple[Texte, ...] = Field(
        min_length=1, title="Mots", description="Ce que l’on tape, en entier.", examples=[["SMIC", "salaire minimum"]]
    )
    vers: tuple[Texte, ...] = Field(
        min_length=1,
        max_length=4,
        title="Vers",
        description="Les pages qui y répondent, dans l’ordre : « genre:identifiant », ou « page:adresse/ ».",
        examples=[["parametre:smic-horaire"]],
    )


class Raccourcis(Modele, title="Raccourcis"):
    """`rules/raccourcis.yaml`; a phrase stands there once."""

    raccourcis: tuple[Raccourci, ...] = Field(
        min_length=1, title="Raccourcis", description="Ce que l’on tape beaucoup, et les pages qui y répondent d’abord."
    )
