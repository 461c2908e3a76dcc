"""« Vouliez-vous dire … ? »"""

from collections.abc import Iterable
from difflib import get_close_matches

from generator.diagnostics.numero import articles_proches, numero


def vouliez_vous_dire(word: str, candidates: Iterable[str]) -> str:
    """The question with the nearest candidate, or an empty text when nothing is near (case is ignored).

    Articles are near by their number, and there may be several: by letters, any article looks like any other.
    """
    known = {candidate.casefold(): candidate for candidate in candidates}
    if numero(word) and any(map(numero, known)):
        near = list(articles_proches(word, known))
    else:
        near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    quoted = [f"« {known[name]} »" for name in near]
    return f"vouliez-vous dire {_ou(quoted)} ?" if quoted else ""


def _ou(words: list[str]) -> str:
    return " ou ".join((", ".join(words[:-1]), words[-1]) if len(words) > 1 else words)
