"""Where each subject is read. These urls are permanent."""

from datetime import date

from generator.render.filters import ancre
from generator.resolve import KnowledgeBase

INDEX = {
    "regle": "regles/",
    "parametre": "parametres/",
    "source": "sources/",
    "calculateur": "calculateurs/",
    "mesure": "pacte/mesures/",
    "structure": "structures/",
}


def adresse(base: KnowledgeBase, kind: str, identifier: str) -> str:
    """The url of a subject, from the root. KeyError for a kind that has no page."""
    match kind:
        case "structure":
            return f"structures/{identifier.lower()}/"
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


def titre(base: KnowledgeBase, kind: str, identifier: str) -> str:
    """What a subject is called in a link."""
    match kind:
        case "mesure":
            return f"Mesure n° {identifier} : {base.mesures[int(identifier)].titre}"
        case "structure":
            return base.structures[identifier].titre
        case "terme":
            return identifier
        case "glossaire":
            return "Glossaire"
        case "theme":
            return base.themes[identifier].titre
        case "fiche":
            return base.fiches[identifier].titre
        case "source":
            return base.sources[identifier].titre
        case "regle":
            return base.regles[identifier].titre
        case "parametre":
            return base.parametres[identifier].titre
    return base.calculateurs[identifier].titre
