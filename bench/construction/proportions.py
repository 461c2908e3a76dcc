"""How many files of each kind make a mémento of so many pages, in the proportions of the real one."""

from dataclasses import dataclass

from generator.diagnostics.explications import explications

# For one rule of the real mémento, in November 2026 (233 rules). « Fiches » stand for all the pages of words: measures,
# tools, stages, modules, benchmarks, editorial pages.
VERSIONS, SOURCES, PARAMETRES, CALCULATEURS, PRATIQUES, FICHES, TERMES = 1.15, 1.04, 0.52, 0.116, 0.103, 0.42, 0.42
PAR_THEME = 15
# Pages that every mémento has, besides one for each code of the verifier: lists, tools of the reader, structures.
COMMUNES = 27
# Fewer would be no mémento: the pages of the codes alone would be most of it.
MINIMUM = 100


@dataclass(frozen=True, slots=True)
class Effectifs:
    """How many of each; a rule has one page and one a version, a calculator two."""

    regles: int
    sources: int
    parametres: int
    calculateurs: int
    pratiques: int
    fiches: int
    termes: int
    themes: int


def effectifs(pages: int) -> Effectifs:
    """For about `pages` published pages; never fewer than a hundred besides those that every mémento has."""
    drawn = max(pages - COMMUNES - len(explications()), MINIMUM)
    rules = round(drawn / (1 + VERSIONS + SOURCES + PARAMETRES + 2 * CALCULATEURS + PRATIQUES + FICHES))
    figures = max(round(rules * PARAMETRES), 4)
    return Effectifs(
        regles=rules,
        sources=round(rules * SOURCES),
        parametres=figures,
        # Each takes the scale and the ceiling of its own group of four parameters.
        calculateurs=min(round(rules * CALCULATEURS), figures // 4),
        pratiques=round(rules * PRATIQUES),
        fiches=round(rules * FICHES),
        termes=round(rules * TERMES),
        themes=-(-rules // PAR_THEME),
    )
