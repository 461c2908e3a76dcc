"""Where each subject is read. These urls are permanent."""

from collections.abc import Mapping
from datetime import date
from typing import Protocol

from generator.diagnostics.explications import PAGES, explications
from generator.render.filters import ancre
from generator.render.lecture import question
from generator.resolve import KnowledgeBase


class Titre(Protocol):  # pragma: no cover: a protocol says, and runs nothing
    """What has a title."""

    @property
    def titre(self) -> str: ...


INDEX = {
    "regle": "regles/",
    "parametre": "parametres/",
    "source": "sources/",
    "calculateur": "calculateurs/",
    "engagement": "pacte/engagements/",
    "mesure": "pacte/mesures/",
    "structure": "structures/",
    "etape": "parcours/",
    "pratique": "pratiques/",
    "avis": "avis/",
    "module": "formation/",
    "public": "formation/publics/",
    "outil": "outils/",
    "repere": "reperes/",
}


@question
def adresse(base: KnowledgeBase, kind: str, identifier: str) -> str:
    """The url of a subject, from the root. KeyError for a kind that has no page."""
    match kind:
        case "structure":
            return f"structures/{identifier.lower()}/"
        case "chiffre":
            return f"reperes/chiffres-du-pacte/#{identifier}"
        case "matrice":
            return "parcours/matrice/"
        case "couverture":
            return "couverture/"
        case "chiffres":
            return "reperes/chiffres-du-pacte/"
        case "terme":
            return f"glossaire/#{ancre(identifier)}"
        case "glossaire":
            return "glossaire/"
        case "theme":
            has_rules = any(regle.themes[0] == identifier for regle in base.regles.values())
            return f"{'regles' if has_rules else 'calculateurs'}/#{identifier}"
        case "fiche":
            stem = identifier.removesuffix("index").rstrip("/")
            return f"{stem}/" if stem else ""
        case "mesure":
            stem = base.document("mesure", identifier).path.rsplit("/", 1)[-1].removesuffix(".md")
            return f"pacte/mesures/{stem}/"
    return f"{INDEX[kind]}{identifier}/"


def adresse_de_version(regle: str, du: date) -> str:
    """The permanent page of one version of a rule."""
    return f"r/{regle}/{du.isoformat()}/"


# What code writes whatever the files hold, and what it writes once there is a module.
FIXES = ("au/", "comparer/", PAGES, "contribuer/langage/", "glossaire/", "nouveautes/", "recherche/", "reutiliser/")
SANS_SUJET = ("audit", "editeur", "journal", "listes", "raccourcis", "themes")
INDEX_ECRITS = ("regle", "parametre", "source", "calculateur", "mesure", "structure")
DES_MODULES = ("formation/ma-progression/", "formation/attestation/")


def adresses_des_pages(base: KnowledgeBase) -> frozenset[str]:
    """The url of every page that the site will hold, redirects apart, without making any."""
    subjects = (adresse(base, kind, name) for kind, name in base.documents if kind not in SANS_SUJET)
    versions = (
        adresse_de_version(regle.id, version.du) for regle in base.regles.values() for version in regle.versions
    )
    embeds = (f"calculateurs/{name}/integrer/" for name in base.calculateurs)
    indexes = (INDEX[kind] for kind in INDEX_ECRITS)
    codes = (one.page for one in explications().values())
    trained = DES_MODULES if base.modules else ()
    return frozenset((*subjects, *versions, *embeds, *indexes, *FIXES, *codes, *trained))


# What stands alone of its kind.
SEULS = {
    "glossaire": "Glossaire",
    "matrice": "Les étapes et les structures",
    "couverture": "Ce que couvre le mémento",
    "chiffres": "Les chiffres du Pacte",
}


@question
def titre(base: KnowledgeBase, kind: str, identifier: str) -> str:
    """What a subject is called in a link. KeyError for a kind that has no page."""
    if kind in SEULS:
        return SEULS[kind]
    match kind:
        case "engagement":
            return f"Engagement n° {identifier} : {base.engagements[int(identifier)].titre}"
        case "mesure":
            return f"Mesure n° {identifier} : {base.mesures[int(identifier)].titre}"
        case "avis":
            return f"Avis n° {identifier} : {base.avis[identifier].titre}"
        case "terme":
            return identifier
        case "chiffre":
            return base.chiffres[identifier].libelle
    tables: Mapping[str, Mapping[str, Titre]] = {
        "regle": base.regles,
        "parametre": base.parametres,
        "source": base.sources,
        "calculateur": base.calculateurs,
        "structure": base.structures,
        "etape": base.etapes,
        "pratique": base.pratiques,
        "module": base.modules,
        "public": base.publics,
        "outil": base.outils,
        "repere": base.reperes,
        "fiche": base.fiches,
        "theme": base.themes,
    }
    return tables[kind][identifier].titre
