"""What a request finds, in order. site_theme/assets/recherche/classement.js gives the same order, to the last place."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lunr.query import Query

from generator.render.recherche.fiche import FicheDeRecherche
from generator.render.recherche.index import IndexDeRecherche
from generator.render.recherche.requete import Groupe, Piste, Requete, lire_requete

# What a request names comes first: the text that bears a number, the pages chosen for it in their order, what bears the
# name, what cites the text. Scores of lunr stay under a thousand.
NUMERO, RACCOURCI, NOM, CITANT = 9000, 8000, 2000, 1000
# What is filtered by: within one, any; between them, all.
FACETTES = ("genre", "siae", "portee", "statut", "theme")
Filtres = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Resultat:
    """An entry that answers, and how well."""

    fiche: FicheDeRecherche
    score: float
    hors: bool = False


@dataclass(frozen=True, slots=True)
class Trouves:
    """`corrections` are the words that were read otherwise: (typed, read)."""

    resultats: tuple[Resultat, ...]
    corrections: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Compte:
    score: float = 0
    couvert: float = 0
    termes: set[str] = field(default_factory=set)


def chercher(
    index: IndexDeRecherche, texte: str, filtres: Filtres | None = None, structure: tuple[str, ...] = ()
) -> Trouves:
    """Entries from the best; those that do not concern the structure of the reader come after the others."""
    requete = lire_requete(index, texte)
    scores = dict(_scores(index, requete))
    found = [
        Resultat(fiche, score, bool(structure and fiche.siae and not set(structure) & set(fiche.siae)))
        for rank, score in scores.items()
        if passe(fiche := index.fiches[rank], filtres or {})
    ]
    order = {fiche.url: rank for rank, fiche in enumerate(index.fiches)}
    found.sort(key=lambda one: (one.hors, -one.score, order[one.fiche.url]))
    corrections = tuple((groupe.ecrit, groupe.lu) for groupe in requete.groupes if groupe.lu)
    return Trouves(tuple(found), corrections)


def passe(fiche: FicheDeRecherche, filtres: Filtres) -> bool:
    """What is of no type of structure in particular is of all of them."""
    held: Mapping[str, tuple[str, ...]] = {
        "genre": (fiche.genre,),
        "siae": fiche.siae or tuple(filtres.get("siae", ())),
        "portee": (fiche.portee,),
        "statut": (fiche.statut,),
        "theme": fiche.themes,
    }
    return all(not wanted or set(wanted) & set(held[name]) for name, wanted in filtres.items())


def _scores(index: IndexDeRecherche, requete: Requete) -> Iterator[tuple[int, float]]:
    counts: dict[int, _Compte] = {}
    for groupe in requete.groupes:
        for rank, (score, worth) in _groupe(index, groupe).items():
            count = counts.setdefault(rank, _Compte())
            count.score += score
            count.couvert += groupe.poids * worth
    total = sum(groupe.poids for groupe in requete.groupes)
    first = _devant(index, requete)
    for rank in dict.fromkeys((*first, *counts)):
        count = counts.get(rank, _Compte())
        share = count.couvert / total if total else 0
        yield rank, arrondir(first.get(rank, 0) + count.score * share)


def _groupe(index: IndexDeRecherche, groupe: Groupe) -> dict[int, tuple[float, float]]:
    """In each entry, the best score among the ways of finding it, and what the best way is worth."""
    best: dict[int, tuple[float, float]] = {}
    for piste in groupe.pistes:
        for rank, score in _piste(index, piste):
            known, worth = best.get(rank, (0, 0))
            best[rank] = max(known, score), max(worth, piste.poids)
    return best


def _piste(index: IndexDeRecherche, piste: Piste) -> Iterator[tuple[int, float]]:
    wanted = set(piste.termes)
    query = index.lunr.create_query()
    for terme in dict.fromkeys(piste.termes):
        query.clause(terme, use_pipeline=False, wildcard=Query.WILDCARD_NONE)
    for found in index.lunr.query(query):
        if not piste.tous or len(found["match_data"].metadata) == len(wanted):
            yield int(found["ref"][1:]), found["score"] * piste.poids


def _devant(index: IndexDeRecherche, requete: Requete) -> dict[int, float]:
    """What the request names, and how far ahead."""
    found: dict[int, float] = {}
    for numero in requete.numeros:
        texts = index.numeros[numero]
        _placer(found, texts, NUMERO)
        for text in texts:
            _placer(found, index.citants.get(str(text), ()), CITANT)
    for place, rank in enumerate(index.raccourcis.get(requete.nom, ())):
        _placer(found, (rank,), RACCOURCI - 1000 * place)
    _placer(found, index.noms.get(requete.nom, ()), NOM)
    return found


def _placer(found: dict[int, float], ranks: Iterable[int], ahead: float) -> None:
    for rank in ranks:
        found[rank] = max(found.get(rank, 0), ahead)


def arrondir(score: float) -> float:
    """Three decimals, half up: as JavaScript does."""
    return math.floor(score * 1000 + 0.5) / 1000
