"""Work shared between processes: each takes what comes next as soon as it is free, whatever slows another down."""

import os
from collections.abc import Iterator

# A pipe holds at least four thousand bytes before anyone reads it: as many marks at most, each of this length.
LONGUEUR, MARQUES = 4, 1_000


class Partage:
    """The ranks of `nombre` things to do, among `mains` processes; none of them is given twice.

    It is made before the processes part. The first ranks are given one to each, so that all have something to do.
    """

    def __init__(self, nombre: int, mains: int) -> None:
        self._nombre, self._mains = nombre, min(mains, nombre)
        left = nombre - self._mains
        # What is left is taken by runs: one at a time, unless there are very many.
        self._suite = 1 + left // MARQUES
        self._lecture, write = os.pipe()
        os.write(write, b"".join(rank.to_bytes(LONGUEUR, "big") for rank in range(self._mains, nombre, self._suite)))
        # Whoever reads after the last one is told that there is nothing more.
        os.close(write)

    def rangs(self, main: int) -> Iterator[int]:
        """Those that the process of this number, 0 for the first, is to do."""
        if main < self._mains:
            yield main
        while mark := os.read(self._lecture, LONGUEUR):
            first = int.from_bytes(mark, "big")
            yield from range(first, min(first + self._suite, self._nombre))

    def fermer(self) -> None:
        """Nothing more is to be done by anyone."""
        while os.read(self._lecture, LONGUEUR * MARQUES):
            pass
        os.close(self._lecture)
