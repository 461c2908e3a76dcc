"""Every identifier that is cited exists, and every version that is cited was in force."""

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, vouliez_vous_dire
from generator.load import Document
from generator.model import Journal, Modele, Regle
from generator.resolve import codes
from generator.resolve.base import KnowledgeBase
from generator.resolve.citations import Citation, citations
from generator.resolve.couverture import GENRES

NOMS = {
    "regle": "règle",
    "parametre": "paramètre",
    "source": "source",
    "calculateur": "calculateur",
    "mesure": "mesure",
    "etape": "étape du parcours",
    "pratique": "pratique",
    "module": "module",
    "outil": "outil",
    "repere": "repère",
    "theme": "thème",
    "liste": "liste",
    "siae": "type de SIAE",
    "terme": "terme du glossaire",
}


def references_inconnues(value: Modele, document: Document, base: KnowledgeBase) -> Iterator[Diagnostic]:
    """The citations of one file that lead nowhere."""
    for citation in citations(value):
        if not _existe(citation, base):
            message = (
                f"{NOMS[citation.kind]} « {citation.id} » inconnue"
                if citation.kind in FEMININS
                else (f"{NOMS[citation.kind]} « {citation.id} » inconnu")
            )
            near = vouliez_vous_dire(citation.id, _identifiants(citation, base))
            yield codes.REFERENCE_INCONNUE.at(document.locate(*citation.path), message, near)
        elif citation.reference and citation.reference.version:
            yield from _version(citation, document, base)
    if isinstance(value, Journal):
        yield from _sujets(value, document, base)
    if isinstance(value, Regle):
        yield from _versions_en_vigueur(value, document, base)


def _sujets(journal: Journal, document: Document, base: KnowledgeBase) -> Iterator[Diagnostic]:
    """What an entry of the journal is about has a page."""
    for index, entree in enumerate(journal.entrees):
        for rank, sujet in enumerate(entree.sujets):
            kind, _, identifier = sujet.partition(":")
            location = document.locate("entrees", index, "sujets", rank)
            if kind not in GENRES:
                choices = vouliez_vous_dire(kind, GENRES) or f"genres possibles : {', '.join(GENRES)}"
                message = f"« {sujet} » ne désigne pas un sujet : on attend « genre:identifiant »"
                yield codes.REFERENCE_INCONNUE.at(location, message, choices)
            elif not base.contient(kind, identifier):
                near = vouliez_vous_dire(identifier, base.identifiants(kind))
                yield codes.REFERENCE_INCONNUE.at(location, f"« {sujet} » n'existe pas", near)


FEMININS = frozenset({"regle", "source", "mesure", "liste", "etape", "pratique"})


def _existe(citation: Citation, base: KnowledgeBase) -> bool:
    if citation.kind == "siae":
        return citation.id in _identifiants(citation, base)
    return base.contient(citation.kind, citation.id)


def _identifiants(citation: Citation, base: KnowledgeBase) -> tuple[str, ...]:
    if citation.kind == "siae":
        return tuple(base.listes["siae"].options) if "siae" in base.listes else ()
    return base.identifiants(citation.kind)


def _version(citation: Citation, document: Document, base: KnowledgeBase) -> Iterator[Diagnostic]:
    assert citation.reference is not None
    version = citation.reference.version or ""
    known = tuple(item.id for item in base.sources[citation.id].versions)
    if version not in known:
        location = document.locate(*citation.path[:-1], "version")
        message = f"« {version} » n'est pas une version de {base.sources[citation.id].nom}"
        listed = f"versions connues : {', '.join(known)}" if known else "cette source n'a pas de versions"
        yield codes.VERSION_INCONNUE.at(location, message, vouliez_vous_dire(version, known) or listed)


def _versions_en_vigueur(regle: Regle, document: Document, base: KnowledgeBase) -> Iterator[Diagnostic]:
    """A law version of a rule cites article versions that overlap its own period."""
    for index, version in enumerate(regle.versions):
        if version not in regle.droit or (version.au and version.au < version.du):
            continue
        for rank, reference in enumerate(version.references):
            source = base.sources.get(reference.source)
            cited = next((item for item in source.versions if item.id == reference.version), None) if source else None
            # A version whose dates are inverted is told in its source, not again in every rule.
            if cited is None or (cited.au and cited.au < cited.du):
                continue
            if (version.au and cited.du > version.au) or (cited.au and cited.au < version.du):
                location = document.locate("versions", index, "references", rank, "version")
                end = f"au {cited.au}" if cited.au else "à aujourd'hui"
                message = f"{cited.id} était en vigueur du {cited.du} {end}, pas pendant cette version de la règle"
                yield codes.VERSION_INCONNUE.at(location, message)
