"""Ranks and rates: what the results of an engine are worth. Pure arithmetic."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

# Beyond the tenth, nobody looks.
LUES = 10


@dataclass(frozen=True, slots=True)
class Essai:
    """What an engine gave to one query: the rank of the first page expected, None when it is not among those read."""

    rang: int | None
    voulu: int
    genre: str
    a_part: bool


@dataclass(frozen=True, slots=True)
class Note:
    """Rates from 0 to 1 over `effectif` queries; `mrr` is the mean of 1/rank, 0 for what was not found."""

    effectif: int
    premier: float
    trois: float
    voulu: float
    mrr: float


def pages_de(urls: Iterable[str]) -> tuple[str, ...]:
    """The first pages of a list of results, each once, whatever the place in the page."""
    return tuple(dict.fromkeys(url.split("#")[0] for url in urls))[:LUES]


def rang(trouvees: Sequence[str], attendues: Iterable[str]) -> int | None:
    """From 1, the rank of the first page that was expected."""
    wanted = set(attendues)
    return next((rank for rank, page in enumerate(trouvees, 1) if page in wanted), None)


def noter(essais: Sequence[Essai]) -> Note:
    if not essais:
        raise ValueError("aucune requête à noter")
    return Note(
        effectif=len(essais),
        premier=_part(_dans(essai, 1) for essai in essais),
        trois=_part(_dans(essai, 3) for essai in essais),
        voulu=_part(_dans(essai, essai.voulu) for essai in essais),
        mrr=sum(1 / essai.rang for essai in essais if essai.rang) / len(essais),
    )


def par_lot(essais: Sequence[Essai]) -> Mapping[str, Note]:
    """All of them, those that the settings were chosen with, those kept apart; a lot without any has no note."""
    lots = {
        "toutes": essais,
        "réglage": [essai for essai in essais if not essai.a_part],
        "mises à part": [essai for essai in essais if essai.a_part],
    }
    return {name: noter(lot) for name, lot in lots.items() if lot}


def par_genre(essais: Sequence[Essai]) -> Mapping[str, Note]:
    """In the order in which the genres are met."""
    genres = dict.fromkeys(essai.genre for essai in essais)
    return {genre: noter([essai for essai in essais if essai.genre == genre]) for genre in genres}


def quantile(valeurs: Sequence[float], part: float) -> float:
    """The least value that at least this part of them does not exceed: always one that was measured."""
    ordered = sorted(valeurs)
    return ordered[max(0, ceil(part * len(ordered)) - 1)]


def _dans(essai: Essai, limite: int) -> bool:
    return essai.rang is not None and essai.rang <= limite


def _part(reussites: Iterable[bool]) -> float:
    told = list(reussites)
    return sum(told) / len(told)
