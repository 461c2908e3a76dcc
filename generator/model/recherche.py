"""What readers type most, and the pages that answer (`rules/raccourcis.yaml`)."""

from pydantic import Field

from generator.model.base import Modele, Texte


class Raccourci(Modele):
    """A request that is one of `mots`, whole, leads first to `vers`: `genre:id`, or `page:url` for what code writes."""

    mots: tuple[Texte, ...] = Field(min_length=1)
    vers: tuple[Texte, ...] = Field(min_length=1, max_length=4)


class Raccourcis(Modele):
    """`rules/raccourcis.yaml`; a phrase stands there once."""

    raccourcis: tuple[Raccourci, ...] = Field(min_length=1)
