"""The index written for the browser: no more than lunr's own form can be made again from (see index.js)."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.render.libelles import LIBELLES
from generator.render.recherche.fiche import FicheDeRecherche
from generator.render.recherche.index import CHAMPS, IndexDeRecherche

COLONNES = ("url", "titre", "genre", "resume", "siae", "portee", "statut", "theme", "depuis", "reponse")


def ecrire_index(index: IndexDeRecherche, themes: Mapping[str, str], siae: Mapping[str, str]) -> bytes:
    """A classic script: a page opened from a folder may not read a file. The same index gives the same bytes."""
    written = bytearray(b"globalThis.mementoRecherche={")
    for rank, (name, value) in enumerate(en_json(index, themes, siae).items()):
        written += f"{',' if rank else ''}{_ecrire(name)}:".encode()
        written += _ecrire(value).encode() if not isinstance(value, Iterator) else _en_liste(value)
    written += b"};\n"
    return bytes(written)


def _ecrire(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _en_liste(items: Iterator[object]) -> bytes:
    """A list, written item by item: it is the longest of all."""
    return b"[" + b",".join(_ecrire(item).encode() for item in items) + b"]"


def en_json(index: IndexDeRecherche, themes: Mapping[str, str], siae: Mapping[str, str]) -> Mapping[str, Any]:
    """`vecteurs` gives, entry by entry and field by field, the gap from the term before and a score in thousandths.

    What is given as an iterator is a list.
    """
    terms = sorted(index.lunr.inverted_index, key=lambda term: int(index.lunr.inverted_index[term]["_index"]))
    return {
        "analyse": index.analyseur.donnees,
        "champs": list(CHAMPS),
        "termes": " ".join(terms),
        "vecteurs": (
            [_ecarts(index.lunr.field_vectors[f"{name}/f{rank}"].elements) for name in CHAMPS]
            for rank in range(len(index.fiches))
        ),
        "colonnes": COLONNES,
        "fiches": map(_fiche, index.fiches),
        "formes": " ".join(index.ecrites.get(forme, forme) for forme in index.formes),
        "lexique": {phrase: list(others.items()) for phrase, others in index.lexique.items()},
        "noms": index.noms,
        "raccourcis": index.raccourcis,
        "definitions": index.definitions,
        "numeros": index.numeros,
        "citants": index.citants,
        "libelles": {
            "genre": _libelles(fiche.genre for fiche in index.fiches),
            "siae": dict(siae),
            "portee": _libelles(fiche.portee for fiche in index.fiches),
            "statut": _libelles(fiche.statut for fiche in index.fiches),
            "theme": dict(themes),
        },
    }


def _ecarts(elements: Sequence[float]) -> list[int]:
    found, last = [], 0
    for place in range(0, len(elements), 2):
        term = int(elements[place])
        found += [term - last, round(elements[place + 1] * 1000)]
        last = term
    return found


def _fiche(fiche: FicheDeRecherche) -> list[Any]:
    return [
        fiche.url,
        fiche.titre,
        fiche.genre,
        fiche.resume,
        fiche.siae,
        fiche.portee,
        fiche.statut,
        fiche.themes,
        fiche.depuis,
        fiche.reponse,
    ]


def _libelles(codes: Any) -> dict[str, str]:
    return {code: LIBELLES[code] for code in dict.fromkeys(codes) if code}
