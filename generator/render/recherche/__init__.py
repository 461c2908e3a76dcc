"""The search: what can be found, how a text becomes words, the index, and what a request finds."""

from generator.render.recherche.analyse import Analyseur
from generator.render.recherche.classement import FACETTES, Resultat, Trouves, chercher
from generator.render.recherche.fiche import FicheDeRecherche
from generator.render.recherche.fiches import fiches
from generator.render.recherche.index import IndexDeRecherche, indexer
from generator.render.recherche.lexique import lexique

__all__ = [
    "FACETTES",
    "Analyseur",
    "FicheDeRecherche",
    "IndexDeRecherche",
    "Resultat",
    "Trouves",
    "chercher",
    "fiches",
    "indexer",
    "lexique",
]
