"""What may be typed for something else: acronyms and what they stand for, old names, words of everyday."""

from collections.abc import Iterable, Iterator

from generator.model import Terme
from generator.render.recherche.analyse import Analyseur
from generator.resolve import KnowledgeBase

# How much a page that says it otherwise is worth, beside one that says it as it was typed.
NOM, REMPLACE, SYNONYME = 0.9, 0.8, 0.4
# How many words a phrase may have.
PHRASE = 8
# What a phrase is also called, and how much that is worth; the keys are the terms of a phrase, between spaces.
Lexique = dict[str, dict[str, float]]


def lexique(base: KnowledgeBase, analyseur: Analyseur) -> Lexique:
    """Both ways: from a name to the others, and back."""
    found: Lexique = {}
    for worth, group in _groupes(base):
        phrases = dict.fromkeys(phrase for name in group if (phrase := _phrase(name, analyseur)))
        for phrase in phrases:
            for other in phrases:
                if other != phrase:
                    known = found.setdefault(phrase, {})
                    known[other] = max(known.get(other, 0), worth)
    return found


def phrases(lexique: Lexique) -> frozenset[str]:
    """Those of several words: a text that holds one, word after word, is found by it as by a word."""
    return frozenset(phrase for phrase in lexique if " " in phrase)


def _groupes(base: KnowledgeBase) -> Iterator[tuple[float, tuple[str, ...]]]:
    by_name = {terme.sigle: terme for terme in base.termes}
    for terme in base.termes:
        yield NOM, _noms(terme)
        for new in (by_name[sigle] for sigle in terme.remplace_par if sigle in by_name):
            for old_name in _noms(terme):
                for new_name in _noms(new):
                    yield REMPLACE, (old_name, new_name)
    for words in base.glossaire.synonymes if base.glossaire else ():
        yield SYNONYME, words


def _noms(terme: Terme) -> tuple[str, ...]:
    return (terme.sigle, terme.nom, *terme.aussi)


def _phrase(name: str, analyseur: Analyseur) -> str:
    return cle(mot.terme for mot in analyseur.mots(name))


def cle(termes: Iterable[str]) -> str:
    """The terms of a phrase as one key; words that say nothing alone are left out."""
    return " ".join(terme for terme in termes if terme)


def lier(phrase: str) -> str:
    """The one term of a phrase of several words."""
    return phrase.replace(" ", "+")
