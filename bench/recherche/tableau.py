"""The report in Markdown."""

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from importlib.metadata import version
from pathlib import Path
from textwrap import fill

from bench.recherche import pagefind
from bench.recherche.mesures import EN_SESSION, PREMIERES, Mesures, Vitesse
from bench.recherche.nombres import decimal, entier, taux
from bench.recherche.notes import Essai, Note, par_genre, par_lot

TROUVER = (
    "Trouver",
    "requêtes",
    "nombre",
    "en premier",
    "dans les 3 premiers",
    "au rang voulu",
    "rang réciproque moyen",
)
PESER = ("Octets transférés, en gzip", "au premier mot", "dont index", f"en {EN_SESSION} requêtes")
REPONDRE = ("Millisecondes", "premier résultat", "par touche, p50", "par touche, p95", "touches")

COMMENT = (
    "Le rang d’une requête est celui de la première des pages attendues, parmi les dix premières pages trouvées ; "
    "les requêtes « mises à part » ont été tirées au sort, et leur fichier dit si on les a lues. "
    "« Premier résultat » : de la première touche au "
    f"premier résultat affiché, pour un lecteur qui n’a rien gardé (médiane de {len(PREMIERES)}) ; chaque page de "
    "Material a déjà demandé son index ; notre dialogue s’ouvre sur l’accueil, qui n’a rien demandé, et la touche qui "
    "l’ouvre est la première. « Par touche » : jusqu’à ce que la liste ait changé ; pour Pagefind, jusqu’à "
    "ce que ses dix premiers résultats soient lus, sans compter l’affichage ni les 300 ms que son interface attend."
)


def tableau(
    jour: date,
    chromium: str,
    mesures: Sequence[Mesures],
    essais: Sequence[Sequence[Essai]],
    vitesses: Mapping[str, Vitesse],
    grand: Mapping[str, Vitesse],
) -> str:
    """`essais` are those of each engine, in the order of `mesures`; `grand`: speeds on the big corpus."""
    parts = (
        _en_tete(jour, chromium, len(essais[0])),
        table(TROUVER, _trouver(mesures, essais)),
        table(("En premier, dans les 3 premiers", "nombre", *(one.nom for one in mesures)), _genres(essais)),
        table(PESER, ((one.nom, *map(entier, _octets(one))) for one in mesures)),
        table(REPONDRE, _repondre(vitesses)),
        table(("Pages de synthèse, millisecondes", *REPONDRE[1:]), _repondre(grand)),
    )
    return "\n\n".join(parts)


def _en_tete(jour: date, chromium: str, requetes: int) -> str:
    material, theirs = version("mkdocs-material"), pagefind.version()
    text = (
        f"Mesuré le {jour.isoformat()} : Chromium {chromium}, Material {material} et Pagefind {theirs}, en français "
        f"et avec leurs réglages d’origine, {os.cpu_count()} cœurs ({processeur()}), machine partagée. Les mêmes "
        f"pages, les mêmes {requetes} requêtes (tests/recherche/requetes.yaml), le même navigateur, un seul passage. "
        f"{COMMENT}"
    )
    return fill(text, 120, break_on_hyphens=False)


def _trouver(mesures: Sequence[Mesures], essais: Sequence[Sequence[Essai]]) -> Iterable[Sequence[str]]:
    for engine, tried in zip(mesures, essais, strict=True):
        for lot, note in par_lot(tried).items():
            rates = map(taux, (note.premier, note.trois, note.voulu))
            yield engine.nom, lot, str(note.effectif), *rates, decimal(note.mrr, 3)


def _genres(essais: Sequence[Sequence[Essai]]) -> Iterable[Sequence[str]]:
    notes = [par_genre(tried) for tried in essais]
    for genre, note in notes[0].items():
        yield genre, str(note.effectif), *(_deux(by_genre[genre]) for by_genre in notes)


def _octets(mesures: Mesures) -> tuple[int, int, int]:
    return mesures.poids.premier, mesures.poids.index, mesures.poids.session


def _repondre(vitesses: Mapping[str, Vitesse]) -> Iterable[Sequence[str]]:
    for name, speed in vitesses.items():
        keys = (decimal(speed.p50), decimal(speed.p95))
        yield name, entier(speed.premier), *keys, entier(speed.touches)


def table(titres: Sequence[str], lignes: Iterable[Sequence[str]]) -> str:
    rows = (titres, ["---"] * len(titres), *lignes)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _deux(note: Note) -> str:
    return f"{taux(note.premier)}, {taux(note.trois)}"


def processeur() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    return next(
        (line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "processeur inconnu"
    )
