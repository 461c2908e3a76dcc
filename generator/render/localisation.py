"""Where a subject is in the files and on the site: its own file, who names it, its pages, what computes it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Location
from generator.load import Verrou
from generator.render.adresses import INDEX, adresse, adresse_de_version, titre
from generator.render.mentions import mentions
from generator.render.recherche import Analyseur
from generator.render.recherche.references import sources_numerotees
from generator.resolve import Cible, KnowledgeBase
from generator.resolve.citations import citations
from generator.resolve.couverture import GENRES
from generator.validate import Catalogue

# What stands inside a file that holds several of them: kind → the kind of the file, its list, how each is named.
DEDANS = {"terme": ("glossaire", "termes", "sigle"), "theme": ("themes", "themes", "id")}


@dataclass(frozen=True, slots=True)
class Lieu:
    """`cite_par` are the places that name the subject; `pages` and `donnees` are urls, from the root;
    `calculateurs` those that the subject names or that name it, each with the place of its examples.
    """

    sujet: Cible
    titre: str
    fichier: Location
    cite_par: tuple[Location, ...]
    pages: tuple[str, ...]
    donnees: tuple[str, ...]
    calculateurs: dict[str, Location]


def trouver(base: KnowledgeBase, texte: str) -> tuple[Cible, ...]:
    """The subjects that a text names: `genre:id`, an identifier, an acronym, a number of article, words of a title."""
    text = texte.strip()
    kind, _, identifier = text.rpartition(":")
    kinds = (kind,) if kind in GENRES else GENRES
    wanted = identifier.strip().casefold() if kind in GENRES else text.casefold()
    exact = tuple((one, name) for one in kinds for name in base.identifiants(one) if name.casefold() == wanted)
    if exact:
        return exact
    analyseur = Analyseur()
    numbered = sources_numerotees(base, text, analyseur)
    if numbered:
        return tuple(("source", name) for name in numbered)
    terms = {mot.terme for mot in analyseur.mots(text) if mot.terme}
    every = ((one, name) for one in kinds for name in base.identifiants(one))
    return tuple(one for one in every if terms and terms <= set(analyseur.termes(_noms(base, one))))


def _noms(base: KnowledgeBase, sujet: Cible) -> str:
    """The names of a subject: its identifier, its title, what an acronym stands for."""
    kind, name = sujet
    others = next((terme.aussi for terme in base.termes if kind == "terme" and terme.sigle == name), ())
    return " ".join((name.replace("-", " "), _titre(base, sujet), *others))


def _titre(base: KnowledgeBase, sujet: Cible) -> str:
    """What an acronym stands for; else what the subject is called."""
    kind, name = sujet
    spelt = next((terme.nom for terme in base.termes if kind == "terme" and terme.sigle == name), None)
    return spelt or titre(base, kind, name)


def situer(catalogue: Catalogue, base: KnowledgeBase, verrou: Verrou, sujet: Cible) -> Lieu:
    kind, identifier = sujet
    own = _fichier(base, sujet)
    named = [mention.place for one in _noms_cites(kind) for mention in mentions(catalogue, one, identifier)]
    citing = tuple(sorted({place for place in named if place.path != own.path or kind in DEDANS}))
    pages = tuple(_pages(base, sujet))
    return Lieu(
        sujet,
        _titre(base, sujet),
        own,
        citing,
        pages,
        tuple(_donnees(verrou, sujet, pages)),
        dict(_calculateurs(catalogue, base, sujet, citing)),
    )


def _noms_cites(kind: str) -> tuple[str, ...]:
    """A structure is cited by links under its kind, and by fields as a type of SIAE."""
    return ("structure", "siae") if kind == "structure" else (kind,)


def _fichier(base: KnowledgeBase, sujet: Cible) -> Location:
    kind, identifier = sujet
    if kind not in DEDANS:
        return base.document(kind, identifier).locate_key("id")
    holder, table, key = DEDANS[kind]
    document = base.document(holder, holder)
    items = document.data[table]
    assert isinstance(items, list)
    rank = next(index for index, item in enumerate(items) if item[key] == identifier)
    return document.locate(table, rank)


def _pages(base: KnowledgeBase, sujet: Cible) -> Iterator[str]:
    kind, identifier = sujet
    yield adresse(base, kind, identifier)
    if kind == "regle":
        yield from (adresse_de_version(identifier, version.du) for version in base.regles[identifier].versions)
    if kind == "calculateur":
        yield f"calculateurs/{identifier}/integrer/"


def _donnees(verrou: Verrou, sujet: Cible, pages: tuple[str, ...]) -> Iterator[str]:
    """The published files that are its own, then those of all the subjects of its kind."""
    kind, identifier = sujet
    folder = INDEX.get(kind, f"{kind}/")
    files = [one.url for one in verrou.adresses if not one.url.endswith("/") and one.url not in pages]
    own = [url for url in files if url.rpartition("/")[2].partition(".")[0] == identifier.lower()]
    others = {index for name, index in INDEX.items() if name != kind}
    yield from (url for url in own if not any(f"/{index}" in f"/{url}" for index in others))
    yield from (url for url in files if url.startswith("api/") and url.rpartition("/")[2].startswith(f"{folder[:-1]}."))


def _calculateurs(
    catalogue: Catalogue, base: KnowledgeBase, sujet: Cible, citing: tuple[Location, ...]
) -> Iterator[tuple[str, Location]]:
    own = {entry.document.path: entry for entry in catalogue.entries if (entry.kind, entry.id) == sujet}
    named = {one.id for entry in own.values() for one in citations(entry.value) if one.kind == "calculateur"}
    paths = {place.path for place in citing}
    for name in base.calculateurs:
        document = base.document("calculateur", name)
        if name in named or document.path in paths or sujet == ("calculateur", name):
            yield name, document.locate_key("exemples")
