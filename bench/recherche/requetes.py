"""The queries of readers and the pages that answer them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from bench.recherche.notes import Essai, pages_de, rang


@dataclass(frozen=True, slots=True)
class Requete:
    """One of `pages` has to stand among the first `rang` results; `a_part`: no setting was chosen with it."""

    texte: str
    pages: tuple[str, ...]
    rang: int
    genre: str
    a_part: bool


@cache
def lire(chemin: Path) -> tuple[Requete, ...]:
    read = yaml.safe_load(chemin.read_text(encoding="utf-8"))["requetes"]
    return tuple(
        Requete(
            texte=str(one["requete"]),
            pages=pages_de(one["pages"]),
            rang=one["rang"],
            genre=one["genre"],
            a_part=one.get("a_part", False),
        )
        for one in read
    )


def introuvables(requetes: Sequence[Requete], site: Path) -> tuple[str, ...]:
    """Expected pages that the site does not hold: a query that expects one would be lost by every engine."""
    wanted = {page for requete in requetes for page in requete.pages}
    return tuple(sorted(page for page in wanted if not (site / page / "index.html").is_file()))


def essayer(requetes: Sequence[Requete], trouvees: Sequence[Sequence[str]]) -> tuple[Essai, ...]:
    """`trouvees` gives the pages that an engine found, query by query."""
    return tuple(
        Essai(rang(found, asked.pages), asked.rang, asked.genre, asked.a_part)
        for asked, found in zip(requetes, trouvees, strict=True)
    )


def echantillon(requetes: Sequence[Requete], nombre: int) -> tuple[Requete, ...]:
    """As many of them, evenly taken along the list."""
    count = min(nombre, len(requetes))
    return tuple(requetes[i * len(requetes) // count] for i in range(count))
