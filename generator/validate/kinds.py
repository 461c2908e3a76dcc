"""A page's folder is its kind."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import (
    Audit,
    Avis,
    Calculateur,
    Chiffres,
    Couverture,
    Editeur,
    Engagement,
    EtapeDeParcours,
    Fiche,
    Glossaire,
    Journal,
    Listes,
    Matrice,
    Mesure,
    Modele,
    Module,
    Outil,
    Parametre,
    Pratique,
    Public,
    Raccourcis,
    Regle,
    Repere,
    Source,
    Structure,
    Themes,
)


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
    Kind("repere", re.compile(r"rules/reperes/(?P<stem>[^/]+)\.yaml"), Repere),
    Kind("glossaire", re.compile(r"rules/(?P<stem>glossaire)\.yaml"), Glossaire, None),
    Kind("themes", re.compile(r"rules/(?P<stem>themes)\.yaml"), Themes, None),
    Kind("listes", re.compile(r"rules/(?P<stem>listes)\.yaml"), Listes, None),
    Kind("chiffres", re.compile(r"rules/(?P<stem>chiffres)\.yaml"), Chiffres, None),
    Kind("matrice", re.compile(r"rules/(?P<stem>matrice)\.yaml"), Matrice, None),
    Kind("couverture", re.compile(r"rules/(?P<stem>couverture)\.yaml"), Couverture, None),
    Kind("journal", re.compile(r"rules/(?P<stem>journal)\.yaml"), Journal, None),
    Kind("editeur", re.compile(r"rules/(?P<stem>editeur)\.yaml"), Editeur, None),
    Kind("raccourcis", re.compile(r"rules/(?P<stem>raccourcis)\.yaml"), Raccourcis, None),
    Kind("audit", re.compile(r"rules/(?P<stem>audit)\.yaml"), Audit, None),
    Kind("mesure", re.compile(r"content/pacte/mesures/(?P<stem>\d\d-[^/]+)\.md"), Mesure, None),
    Kind("structure", re.compile(r"content/structures/(?P<stem>[^/]+)\.md"), Structure, None),
    Kind("engagement", re.compile(r"content/pacte/engagements/(?P<stem>[^/]+)\.md"), Engagement, None),
    # The page that opens a folder is an editorial page: what stands beside it is what the folder is about.
    Kind("etape", re.compile(r"content/parcours/(?P<stem>(?!index\.)[^/]+)\.md"), EtapeDeParcours, None),
    Kind("pratique", re.compile(r"content/pratiques/(?P<stem>(?!index\.)[^/]+)\.md"), Pratique, None),
    Kind("avis", re.compile(r"content/avis/(?P<stem>(?!index\.)[^/]+)\.md"), Avis, "numero"),
    Kind("public", re.compile(r"content/formation/publics/(?P<stem>[^/]+)\.md"), Public, None),
    Kind("module", re.compile(r"content/formation/(?P<stem>(?!index\.)[^/]+)\.md"), Module, None),
    Kind("outil", re.compile(r"content/outils/(?P<stem>(?!index\.)[^/]+)\.md"), Outil, None),
    Kind("fiche", re.compile(r"content/(?P<stem>(?!pacte/|structures/).+)\.md"), Fiche, None),
)


def kind_of(path: str) -> tuple[Kind, str] | None:
    """The kind of a file and its stem, or None when its place says nothing."""
    for kind in KINDS:
        match = kind.pattern.fullmatch(path)
        if match:
            return kind, match["stem"]
    return None


def place_probable(data: Mapping[str, object]) -> str:
    """The folder of the kind that has all these fields and whose required fields are all there; empty for none."""
    for kind in KINDS:
        fields = kind.model.model_fields
        required = {name for name, field in fields.items() if field.is_required()}
        if kind.id and required <= set(data) <= set(fields):
            return kind.pattern.pattern.partition("(?P<stem>")[0].replace("[^/]+", "<thème>")
    return ""
