"""What can be found: one entry a subject, made from the model."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.model.base import SLUG
from generator.render.adresses import adresse, titre
from generator.render.atelier import Atelier
from generator.render.explications import GENRE
from generator.render.filters import typographier
from generator.render.recherche.droit import en_mots, fiche_de_parametre, fiche_de_regle, fiche_de_source, siae_connues
from generator.render.recherche.fiche import FicheDeRecherche
from generator.render.site import Page
from generator.resolve import Cible

# What doubles other pages is not found twice.
HORS_RECHERCHE = ("version", "integrer", "redirection", "recherche")
# Subjects that have a page of their own; all other pages are found by their title and their headings.
GENRES = (
    "structure",
    "regle",
    "calculateur",
    "parametre",
    "etape",
    "matrice",
    "mesure",
    "engagement",
    "pratique",
    "avis",
    "outil",
    "module",
    "public",
    "repere",
    "chiffres",
    "fiche",
    "source",
)
# A kind that readers do not tell from another.
RANGES = {"matrice": "etape", "engagement": "mesure", "public": "module", "chiffres": "repere"}
_SANS_MOTS = frozenset(
    {"references", "mots", "titre", "resume", "id", "code", "url", "lu_dans", "versions", "identifiant"}
)
_LIEN = re.compile(r"\]\([^)]*\)")


def fiches(atelier: Atelier, pages: Iterable[Page]) -> tuple[FicheDeRecherche, ...]:
    """Subjects in the order of `GENRES`, then terms of the glossary, then the other pages by url."""
    # Nobody looks for the home page: every page leads to it.
    published = {page.url: page for page in pages if page.url and page.kind not in HORS_RECHERCHE}
    found = {fiche.url: fiche for fiche in _sujets(atelier) if fiche.url in published}
    others = [_page(page) for url, page in sorted(published.items()) if url not in found]
    return (*found.values(), *_termes(atelier), *others)


def _sujets(atelier: Atelier) -> Iterator[FicheDeRecherche]:
    base = atelier.base
    for kind in GENRES:
        for name in base.identifiants(kind):
            yield _sujet(atelier, kind, name)


def _sujet(atelier: Atelier, kind: str, name: str) -> FicheDeRecherche:
    base = atelier.base
    match kind:
        case "regle":
            return fiche_de_regle(atelier, base.regles[name])
        case "parametre":
            return fiche_de_parametre(atelier, base.parametres[name])
        case "source":
            return fiche_de_source(atelier, base.sources[name])
    subject = _objet(atelier, kind, name)
    document = base.documents.get((kind, name))
    words = list(_textes(atelier, (kind, name)))
    resume = atelier.nu(getattr(subject, "resume", "") or (words[0] if words else ""))
    code = getattr(subject, "code", None)
    url = adresse(base, kind, name)
    rendered = getattr(subject, "rendu_le", None)
    return FicheDeRecherche(
        url=url,
        titre=typographier(titre(base, kind, name)),
        genre=RANGES.get(kind, kind),
        resume=typographier(resume),
        noms=_noms(atelier, code) if code else (*_rang(kind, name), en_mots(url)),
        mots=getattr(subject, "mots", ()),
        textes=(*words, *(_corps(atelier, document.body) if document else ())),
        siae=((code,) if code in siae_connues(atelier) else ()) if code else tuple(getattr(subject, "siae", ())),
        portee=str(getattr(subject, "portee", None) or ""),
        statut=str(getattr(subject, "statut", "") or getattr(subject, "sort", "")),
        themes=tuple(getattr(subject, "themes", ())),
        depuis=rendered.isoformat() if rendered else "",
        reponse=typographier(resume) if kind == "calculateur" else "",
        citants=len(atelier.cite_par(kind, name)),
    )


def _objet(atelier: Atelier, kind: str, name: str) -> Any:
    """The model of a subject; None for what has neither title nor summary of its own."""
    base = atelier.base
    match kind:
        case "mesure":
            return base.mesures[int(name)]
        case "engagement":
            return base.engagements[int(name)]
        case "matrice":
            return base.matrice
        case "chiffres":
            return None
    tables: Mapping[str, Mapping[str, Any]] = {
        "structure": base.structures,
        "calculateur": base.calculateurs,
        "etape": base.etapes,
        "pratique": base.pratiques,
        "avis": base.avis,
        "outil": base.outils,
        "module": base.modules,
        "public": base.publics,
        "repere": base.reperes,
        "fiche": base.fiches,
    }
    return tables[kind][name]


def _termes(atelier: Atelier) -> Iterator[FicheDeRecherche]:
    for terme in atelier.base.termes:
        since = f" Remplacé par {', '.join(terme.remplace_par)}." if terme.remplace_par else ""
        words = f"{terme.nom}. {terme.definition or ''}{since}".strip()
        yield FicheDeRecherche(
            url=adresse(atelier.base, "terme", terme.sigle),
            titre=typographier(terme.sigle),
            genre="terme",
            resume=typographier(words),
            noms=(terme.nom,),
            mots=terme.aussi,
            depuis=terme.depuis.isoformat() if terme.depuis else "",
            reponse=typographier(words),
        )


def _page(page: Page) -> FicheDeRecherche:
    """A page of no single subject: lists, tools of the site."""
    names = (en_mots(page.url),)
    if page.kind == GENRE:
        # It is found by its name, and holds the same headings as all of its kind.
        return FicheDeRecherche(page.url, page.titre, GENRE, page.description, (*names, *page.mots))
    headings = tuple(entry.titre for entry in page.toc)
    return FicheDeRecherche(page.url, page.titre, "fiche", page.description, names, page.mots, headings)


def _noms(atelier: Atelier, code: str) -> tuple[str, ...]:
    """What a structure is called: its code, what people say."""
    named = [terme for terme in atelier.base.termes if terme.sigle == code]
    return (code, *(name for terme in named for name in terme.aussi))


def _rang(kind: str, name: str) -> tuple[str, ...]:
    """« mesure n° 9 »: what readers of the Pacte know it by."""
    return (f"{kind} n° {name}",) if kind in ("mesure", "engagement") else ()


def _textes(atelier: Atelier, subject: Cible) -> Iterator[str]:
    """The texts of a header that are read in its page; identifiers are not words."""
    document = atelier.base.documents.get(subject)
    for path, text in document.textes if document else ():
        if _SANS_MOTS.isdisjoint(path) and not SLUG.match(text):
            yield atelier.nu(text)


def _corps(atelier: Atelier, body: str) -> Iterator[str]:
    if body.strip():
        yield atelier.nu(_LIEN.sub("]", body))
