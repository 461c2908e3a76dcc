"""« Vouliez-vous dire … ? »"""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from generator.diagnostics.numero import articles_proches, numero


def plus_proche(word: str, candidates: Iterable[str]) -> str:
    """The nearest candidate, or an empty text when nothing is near (case is ignored)."""
    return next(iter(_proches(word, tuple(candidates))), "")


def vouliez_vous_dire(word: str, candidates: Iterable[str]) -> str:
    """The question with the nearest candidate, or an empty text when nothing is near (case is ignored).

    Articles are near by their number, and there may be several: by letters, any article looks like any other.
    """
    quoted = [f"« {name} »" for name in _proches(word, tuple(candidates))]
    return f"vouliez-vous dire {_ou(quoted)} ?" if quoted else ""


# The same slip is often made all through a file, and comparing it with a thousand names takes a while.
@lru_cache(maxsize=256)
def _proches(word: str, candidates: tuple[str, ...]) -> tuple[str, ...]:
    known = {candidate.casefold(): candidate for candidate in candidates}
    if numero(word) and any(map(numero, known)):
        near = list(articles_proches(word, known))
    else:
        near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return tuple(known[name] for name in near)


def _ou(words: list[str]) -> str:
    return " ou ".join((", ".join(words[:-1]), words[-1]) if len(words) > 1 else words)
