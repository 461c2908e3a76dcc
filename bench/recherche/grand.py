"""The synthetic entries, ready to be searched: our index in a copy of our site, pages of their own for Pagefind."""

import shutil
from pathlib import Path

from bench.recherche.nous import INDEX, PAGE
from bench.recherche.sites import RACINE, indexer_avec_pagefind
from bench.recherche.synthese import Synthese, ecrire_en_pages
from generator.adapters.racine import aujourd_hui
from generator.adapters.recherche import fichiers_de_recherche, indexer_le_site
from generator.pipeline import build
from generator.render.recherche import FicheDeRecherche, indexer


def agrandir(nombre: int, site: Path, nous: Path, pagefind: Path) -> None:
    """`site` is ours, built; the two others are folders to make."""
    nous.mkdir()
    shutil.copytree(site / "assets", nous / "assets")
    shutil.copytree(site / PAGE, nous / PAGE)
    entries = _indexer(nombre, nous / INDEX)
    ecrire_en_pages(entries, pagefind)
    indexer_avec_pagefind(pagefind)


def _indexer(nombre: int, cible: Path) -> tuple[FicheDeRecherche, ...]:
    """As many entries as asked, from those of the mémento, once their index is written."""
    built = build(RACINE, aujourd_hui())
    if built.site is None:
        raise SystemExit("Le mémento contient des erreurs : « memento verifier » les montre.")
    ours = indexer_le_site(built.base, built.programs, built.site, aujourd_hui())
    entries = tuple(Synthese(ours.fiches, nombre).fiches(nombre))
    bigger = indexer(entries, ours.lexique, ours.analyseur)
    cible.write_bytes(fichiers_de_recherche(built.base, bigger)[INDEX])
    return entries
