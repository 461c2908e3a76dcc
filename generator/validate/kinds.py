"""A page's folder is its kind."""

import re
from dataclasses import dataclass

from generator.model import Calculateur, Fiche, Glossaire, Listes, Mesure, Modele, Parametre, Regle, Source, Structure
from generator.model import Themes as ThemesModele


@dataclass(frozen=True, slots=True)
class Kind:
    """Files whose path matches `pattern` hold `model`; `id` is where their identifier is read: a field or the path."""

    name: str
    pattern: re.Pattern[str]
    model: type[Modele]
    id: str | None = "id"


# The first that matches wins: the most precise come first.
KINDS = (
    Kind("source", re.compile(r"rules/sources/(?P<stem>[^/]+)\.yaml"), Source),
    Kind("parametre", re.compile(r"rules/parametres/(?P<stem>[^/]+)\.yaml"), Parametre),
    Kind("regle", re.compile(r"rules/regles/[^/]+/(?P<stem>[^/]+)\.yaml"), Regle),
    Kind("calculateur", re.compile(r"rules/calculateurs/(?P<stem>[^/]+)\.yaml"), Calculateur),
    Kind("glossaire", re.compile(r"rules/(?P<stem>glossaire)\.yaml"), Glossaire, None),
    Kind("themes", re.compile(r"rules/(?P<stem>themes)\.yaml"), ThemesModele, None),
    Kind("listes", re.compile(r"rules/(?P<stem>listes)\.yaml"), Listes, None),
    Kind("mesure", re.compile(r"content/pacte/mesures/(?P<stem>\d\d-[^/]+)\.md"), Mesure, None),
    Kind("structure", re.compile(r"content/structures/(?P<stem>[^/]+)\.md"), Structure, None),
    Kind("fiche", re.compile(r"content/(?P<stem>(?!pacte/mesures/|structures/).+)\.md"), Fiche, None),
)


def kind_of(path: str) -> tuple[Kind, str] | None:
    """The kind of a file and its stem, or None when its place says nothing."""
    for kind in KINDS:
        match = kind.pattern.fullmatch(path)
        if match:
            return kind, match["stem"]
    return None
