"""What is made, kept out of memory: twenty thousand pages are read back one by one, where they were put.

Nothing here knows a disk: a `Tiroir` is given by who has one. Without any, pages hold their words.
"""

import json
import pickle
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any, NamedTuple, Protocol

from generator.render.balises import Releve
from generator.render.site import Page


class Tiroir(Protocol):  # pragma: no cover: a protocol says, and runs nothing
    """Contents one after the other. One process fills it; its copies may read it too."""

    def ranger(self, content: bytes) -> "Place": ...
    def lire(self, debut: int, longueur: int) -> bytes: ...


class Rangement(Protocol):  # pragma: no cover: a protocol says, and runs nothing
    """Where there is room."""

    def tiroir(self) -> Tiroir | None:
        """A new one, for one process; None when there is no room any more."""


class Place(NamedTuple):
    """Where a content is."""

    tiroir: Tiroir
    debut: int
    longueur: int

    def lire(self) -> bytes:
        return self.tiroir.lire(self.debut, self.longueur)


class PageRangee(Page):
    """The same page, whose words are read each time that they are asked for."""

    def __init__(self, page: Page, tiroir: Tiroir) -> None:
        places = {
            "_html": tiroir.ranger(page.html.encode()),
            "_releve": tiroir.ranger(_ecrire_releve(page.releve)),
            "_classes": tiroir.ranger(" ".join(sorted(page.classes)).encode()),
        }
        self.__dict__.update({name: value for name, value in page.__dict__.items() if name not in A_PART} | places)

    @property
    def html(self) -> str:
        words: Place = self.__dict__["_html"]
        return words.lire().decode()

    @property
    def releve(self) -> Releve:
        found: Place = self.__dict__["_releve"]
        targets, anchors = json.loads(found.lire())
        return Releve(tuple(targets), frozenset(anchors))

    @property
    def classes(self) -> frozenset[str]:
        names: Place = self.__dict__["_classes"]
        return frozenset(names.lire().decode().split())


# What a page holds that is read apart.
A_PART = frozenset({"html", "releve", "classes"})


def _ecrire_releve(releve: Releve) -> bytes:
    return json.dumps((releve.cibles, sorted(releve.ancres)), ensure_ascii=False).encode()


class Fichiers(Mapping[str, bytes]):
    """Files by their url; those that are put away are read each time that they are asked for."""

    def __init__(self, contenus: Mapping[str, bytes | Place]) -> None:
        self._contenus = {**_bruts(contenus)}

    def __getitem__(self, url: str) -> bytes:
        held = self._contenus[url]
        return held.lire() if isinstance(held, Place) else held

    def __iter__(self) -> Iterator[str]:
        return iter(self._contenus)

    def __len__(self) -> int:
        return len(self._contenus)

    def __or__(self, autres: Mapping[str, bytes]) -> "Fichiers":
        """The same, and others, without reading any."""
        return Fichiers({**self._contenus, **_bruts(autres)})


def _bruts(contenus: Mapping[str, bytes | Place] | Mapping[str, bytes]) -> Mapping[str, bytes | Place]:
    # What reads them otherwise is asked for what it reads.
    return contenus._contenus if type(contenus) is Fichiers else contenus


def ranger(produit: Any, tiroir: Tiroir | None) -> Any:
    """What an order gave, its words and its files put away; as it is where there is no room, and anything else."""
    try:
        return produit if tiroir is None else _ranger(produit, tiroir)
    except OSError:
        return produit


def _ranger(produit: Any, tiroir: Tiroir) -> Any:
    match produit:
        case PageRangee():
            return produit
        case Page():
            return PageRangee(produit, tiroir)
        case tuple():
            return tuple(_ranger(one, tiroir) for one in produit)
        case Mapping() if all(isinstance(content, bytes) for content in produit.values()):
            return Fichiers({url: tiroir.ranger(content) for url, content in produit.items()})
    return produit


class Emballeur(pickle.Pickler):
    """Writes what was made without what was put away, which `places` gives in the order of its numbers."""

    def __init__(self) -> None:
        self._file = BytesIO()
        super().__init__(self._file, pickle.HIGHEST_PROTOCOL)
        self.places: list[Place] = []

    def persistent_id(self, value: Any) -> int | None:
        if not isinstance(value, Place):
            return None
        self.places.append(value)
        return len(self.places) - 1

    def emballer(self, value: object) -> bytes:
        self.dump(value)
        return self._file.getvalue()


class Deballeur(pickle.Unpickler):
    """Reads it back; `places` says where what was put away is."""

    def __init__(self, content: bytes, places: list[Place]) -> None:
        super().__init__(BytesIO(content))
        self._places = places

    def persistent_load(self, number: Any) -> Place:
        place: Place = self._places[number]
        return place
