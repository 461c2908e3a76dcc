"""How far a word is from another: letters added, left out, changed, or two neighbours swapped."""


def distance(a: str, b: str, borne: int) -> int:
    """The optimal string alignment distance (Damerau 1964, without overlapping edits); `borne + 1` when it is more."""
    if abs(len(a) - len(b)) > borne:
        return borne + 1
    before: list[int] = []
    last = list(range(len(b) + 1))
    for i, sign in enumerate(a, 1):
        row = [i] + [0] * len(b)
        for j, other in enumerate(b, 1):
            row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (sign != other))
            if i > 1 and j > 1 and sign == b[j - 2] and a[i - 2] == other:
                row[j] = min(row[j], before[j - 2] + 1)
        if min(row) > borne:
            return borne + 1
        before, last = last, row
    return min(last[-1], borne + 1)
