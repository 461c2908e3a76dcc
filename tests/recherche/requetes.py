"""The requests by which the search is judged (`requetes.yaml`), and how they are counted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

FICHIER = Path(__file__).with_name("requetes.yaml")


@dataclass(frozen=True, slots=True)
class Requete:
    """What is typed, the pages that answer, how far down the best of them may be; `a_part` was never tuned to."""

    requete: str
    pages: tuple[str, ...]
    rang: int
    profil: str
    genre: str
    a_part: bool = False

    def place(self, urls: Sequence[str]) -> int | None:
        """How far down the first page that answers is, from 1; None when there is none. Fragments do not count."""
        pages = list(dict.fromkeys(url.partition("#")[0] for url in urls))
        return next((rank for rank, url in enumerate(pages, 1) if url in self.pages), None)


@dataclass(frozen=True, slots=True)
class Bilan:
    """Shares, from 0 to 1."""

    nombre: int
    premier: float
    trois: float
    admis: float


def lire() -> tuple[Requete, ...]:
    found = yaml.safe_load(FICHIER.read_text(encoding="utf-8"))["requetes"]
    return tuple(Requete(**{**one, "pages": tuple(one["pages"])}) for one in found)


def bilan(requetes: Iterable[Requete], trouver: Callable[[str], Sequence[str]]) -> Bilan:
    """`trouver` gives the urls for a text, from the best."""
    places = [(requete.place(trouver(requete.requete)), requete.rang) for requete in requetes]
    known = [(place, rang) for place, rang in places if place is not None]
    count = len(places)
    return Bilan(
        nombre=count,
        premier=sum(place == 1 for place, _ in known) / count,
        trois=sum(place <= 3 for place, _ in known) / count,
        admis=sum(place <= rang for place, rang in known) / count,
    )


REQUETES = lire()
