"""« Vouliez-vous dire … ? »"""

from collections.abc import Iterable
from difflib import get_close_matches


def vouliez_vous_dire(word: str, candidates: Iterable[str]) -> str:
    """The question with the nearest candidate, or an empty text when nothing is near (case is ignored)."""
    known = {candidate.casefold(): candidate for candidate in candidates}
    near = get_close_matches(word.casefold(), known, n=1, cutoff=0.6)
    return f"vouliez-vous dire « {known[near[0]]} » ?" if near else ""
