"""Two wordings, word by word: what stays, what is removed, what is added.

`site_theme/assets/temps/difference.js` gives the same answer in the browser.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup, escape

# An elided article, a word with its hyphens, a number with its thousands and its sign, a word, else one sign.
MOT = re.compile(
    r"(?:[^\W\d_]{1,2}|lorsqu|puisqu|jusqu|quoiqu)[’'](?=[^\W\d_])"
    r"|[^\W_]+(?:[-.][^\W_]+)+"
    r"|[0-9]+(?:[ \u00a0\u202f][0-9]{3})*(?:,[0-9]+)?(?![^\W_])(?:[ \u00a0\u202f]?[%€])?"
    r"|[^\W_]+(?:[’'][^\W_]+)*"
    r"|\S",
    re.IGNORECASE,
)
# A word that stays alone between two changes hides the change more than it shows it.
ILOT = 1

Genre = Literal["=", "-", "+"]


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words: `=` stays, `-` was there before, `+` is there after; it ends with the space that follows it."""

    genre: Genre
    texte: str


@dataclass(frozen=True, slots=True)
class Difference:
    """The segments in reading order; removed before added."""

    segments: tuple[Segment, ...]

    @property
    def change(self) -> bool:
        return any(segment.genre != "=" for segment in self.segments)

    @property
    def bilan(self) -> str:
        """« 3 mots ajoutés, 2 supprimés »; a sign that is not a word is not counted."""
        added, removed = (
            sum(len(_mots(segment.texte)) for segment in self.segments if segment.genre == genre) for genre in "+-"
        )
        return en_mots(added, removed)


def en_mots(ajoutes: int, supprimes: int) -> str:
    """How much changes, in words."""
    added = f"{ajoutes} mot{'s' if ajoutes > 1 else ''} ajouté{'s' if ajoutes > 1 else ''}"
    removed = f"{supprimes} {'supprimés' if supprimes > 1 else 'supprimé'}"
    if ajoutes and supprimes:
        return f"{added}, {removed}"
    if supprimes:
        return f"{supprimes} mot{'s' if supprimes > 1 else ''} {'supprimés' if supprimes > 1 else 'supprimé'}"
    return added if ajoutes else "ponctuation seule"


def difference(avant: str, apres: str) -> Difference:
    """The shortest way from one text to the other, in whole words."""
    old, new = _decouper(avant), _decouper(apres)
    kept = _sans_ilots(_communs([word for word, _ in old], [word for word, _ in new]), len(old), len(new))
    segments: list[Segment] = []
    i = j = 0
    for rank, (a, b) in enumerate(kept):
        after = kept[rank + 1][0] if rank + 1 < len(kept) else len(old)
        _ajouter(segments, "-", old[i:a])
        _ajouter(segments, "+", new[j:b])
        # Before removed words, the space is that which stood before them.
        _ajouter(segments, "=", [new[b] if after == a + 1 else old[a]])
        i, j = a + 1, b + 1
    _ajouter(segments, "-", old[i:])
    _ajouter(segments, "+", new[j:])
    return Difference(tuple(segments))


def en_html(segments: Sequence[Segment]) -> Markup:
    """`<ins>` and `<del>`, with words for those who listen to the page."""
    parts = []
    for segment in segments:
        text = segment.texte.rstrip()
        after = segment.texte[len(text) :]
        if segment.genre == "=":
            parts.append(escape(segment.texte))
        else:
            tag, word, end = ("del", "supprimé", "suppression") if segment.genre == "-" else ("ins", "ajouté", "ajout")
            parts.append(
                Markup(
                    '<{0}><span class="m-cache"> [{1} :] </span>{2}<span class="m-cache"> [fin {3}] </span></{0}>{4}'
                ).format(tag, word, text, f"de {end}" if segment.genre == "-" else f"d’{end}", after)
            )
    return Markup("").join(parts)


def _decouper(texte: str) -> list[tuple[str, str]]:
    """Each word with the space that follows it."""
    found = list(MOT.finditer(texte))
    starts = [match.start() for match in found] + [len(texte.rstrip())]
    return [(match[0], texte[match.end() : starts[rank + 1]]) for rank, match in enumerate(found)]


def _mots(texte: str) -> list[str]:
    return [word for word in MOT.findall(texte) if any(char.isalnum() for char in word)]


def _communs(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The longest list of words that both hold, as pairs of ranks; of two as long, the one that starts first."""
    length = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            same = old[i] == new[j]
            length[i][j] = length[i + 1][j + 1] + 1 if same else max(length[i + 1][j], length[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif length[i + 1][j] >= length[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _sans_ilots(pairs: list[tuple[int, int]], ends_old: int, ends_new: int) -> list[tuple[int, int]]:
    """Without the runs of `ILOT` words at most that stand between two changes."""
    runs: list[list[tuple[int, int]]] = []
    for pair in pairs:
        if runs and runs[-1][-1] == (pair[0] - 1, pair[1] - 1):
            runs[-1].append(pair)
        else:
            runs.append([pair])
    kept: list[tuple[int, int]] = []
    for run in runs:
        first, last = run[0], run[-1]
        at_edge = first == (0, 0) or last == (ends_old - 1, ends_new - 1)
        if at_edge or len(run) > ILOT:
            kept.extend(run)
    return kept


def _ajouter(segments: list[Segment], genre: Genre, words: Sequence[tuple[str, str]]) -> None:
    text = "".join(word + space for word, space in words)
    if not text:
        return
    if segments and segments[-1].genre == genre:
        segments[-1] = Segment(genre, segments[-1].texte + text)
    else:
        segments.append(Segment(genre, text))
