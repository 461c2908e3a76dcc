"""The files of a site, each read when it is needed: all of them may be larger than memory."""

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from generator.adapters.sommes import fichiers

T = TypeVar("T")
R = TypeVar("R")


class Fichiers(Mapping[str, bytes]):
    """Contents by path, in the order of paths; the hash of each is kept once it is known."""

    def __init__(self, contenus: Mapping[str, bytes]) -> None:
        self._contenus = contenus
        self._empreintes: dict[str, bytes] = {}

    @classmethod
    def de(cls, dossier: Path, chemins: Iterable[str] | None = None) -> "Fichiers":
        """Those of a folder, or some of them."""
        return cls(_Dossier(dossier, fichiers(dossier) if chemins is None else chemins))

    def __getitem__(self, path: str) -> bytes:
        return self._contenus[path]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._contenus))

    def __len__(self) -> int:
        return len(self._contenus)

    def sha256(self, path: str) -> bytes:
        """What tells a content from another."""
        if path not in self._empreintes:
            self._empreintes[path] = hashlib.sha256(self[path]).digest()
        return self._empreintes[path]


class _Dossier(Mapping[str, bytes]):
    def __init__(self, dossier: Path, chemins: Iterable[str]) -> None:
        self._dossier, self._chemins = dossier, frozenset(chemins)

    def __getitem__(self, path: str) -> bytes:
        if path not in self._chemins:
            raise KeyError(path)
        return (self._dossier / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._chemins)

    def __len__(self) -> int:
        return len(self._chemins)


def au_fil(function: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
    """What a function gives for each item, in their order, on several processors: a few at a time."""
    hands = os.cpu_count() or 1
    waiting: deque[Future[R]] = deque()
    with ThreadPoolExecutor(hands) as pool:
        for item in items:
            waiting.append(pool.submit(function, item))
            if len(waiting) > 2 * hands:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
