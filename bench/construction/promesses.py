"""What the construction promises in figures; a promise that is not held fails the bench."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.construction.mesures import Mesures
from bench.recherche.nombres import decimal

# Times pruned Material, from nothing, on the same pages.
FROID, TOUCHEE = 0.4, 0.1
# Seconds from the save to the page that shows it.
VISIBLE = 1
CROISSANCE = 5.5
MEMOIRE = 1_000_000_000
OCTETS_PAR_PAGE = 60_000
# Judged beside the others: what makes pages and their search. Judged alone: what a whole mémento weighs.
NOUS, ENTIER, ELAGUE = "nous-pages", "nous", "material-elague"
COMPARES = (NOUS, ELAGUE)
PETIT, MOYEN, GRAND = 1_000, 5_000, 20_000

# What was measured, by engine and size.
Resultats = Mapping[tuple[str, int], Mesures]


@dataclass(frozen=True, slots=True)
class Promesse:
    """`tenue` is None when what it needs was not measured in this run."""

    texte: str
    tenue: bool | None
    mesure: str

    @property
    def phrase(self) -> str:
        verdict = {True: "tenue", False: "non tenue", None: "non mesurée"}[self.tenue]
        return f"{self.texte} : {verdict}{f' ({self.mesure})' if self.mesure else ''}."


def promesses(resultats: Resultats) -> Iterator[Promesse]:
    """Each promise, held or not."""
    ours, theirs = resultats.get((NOUS, PETIT)), resultats.get((ELAGUE, PETIT))
    yield _rapport(f"1 000 pages à froid, au plus {decimal(FROID)} × Material élagué", FROID, ours, theirs)
    yield _changee(ours, theirs)
    yield _visible(ours)
    bigger = resultats.get((NOUS, MOYEN))
    yield _rapport(f"De 1 000 à 5 000 pages, au plus {decimal(CROISSANCE)} ×", CROISSANCE, bigger, ours)
    yield _memoire(resultats.get((NOUS, GRAND)))
    yield _sortie(resultats.get((ENTIER, PETIT)))


def _rapport(texte: str, limite: float, un: Mesures | None, autre: Mesures | None) -> Promesse:
    """The time of one over that of the other, from nothing; what was cut is told by the time it had at the least."""
    base = autre.duree if autre else None
    if un is None or base is None:
        return Promesse(texte, None, "")
    if un.duree is None:
        # Cut, it took more than its time: enough to judge when that is too much already.
        enough = un.coupe and un.delai > limite * base
        return Promesse(texte, False if enough else None, f"plus de {decimal(un.delai / base)} ×" if un.coupe else "")
    return Promesse(texte, un.duree <= limite * base, f"{decimal(un.duree / base, 2)} ×")


def _changee(nous: Mesures | None, eux: Mesures | None) -> Promesse:
    """What a writer waits for, from the save to the page; a new construction is told beside."""
    text = f"Une règle changée, visible en au plus {decimal(TOUCHEE)} × Material élagué à froid"
    base = eux.duree if eux else None
    if nous is None or base is None or not nous.visible:
        return Promesse(text, None, "")
    built = f" ; par une nouvelle construction : {decimal(nous.apres / base, 2)} ×" if nous.apres else ""
    if nous.vu is None:
        return Promesse(text, False, f"plus de {nous.delai:.0f} s{built}")
    return Promesse(text, nous.vu <= TOUCHEE * base, f"{decimal(nous.vu / base, 2)} ×{built}")


def _visible(nous: Mesures | None) -> Promesse:
    text = "Un changement visible dans le navigateur en une seconde au plus"
    if nous is None or not nous.visible:
        return Promesse(text, None, "")
    if nous.vu is None:
        return Promesse(text, False, f"plus de {nous.delai:.0f} s")
    return Promesse(text, nous.vu <= VISIBLE, f"{decimal(nous.vu, 2)} s")


def _memoire(grand: Mesures | None) -> Promesse:
    text = "20 000 pages en 1 Go de mémoire au plus"
    if grand is None or (grand.memoire is None and not grand.coupe):
        return Promesse(text, None, "")
    if grand.memoire is None:
        return Promesse(text, False, f"coupé après {grand.delai:.0f} s")
    return Promesse(text, grand.memoire <= MEMOIRE, f"{decimal(grand.memoire / 1e9, 2)} Go")


def _sortie(petit: Mesures | None) -> Promesse:
    text = "1 000 pages en 60 ko par page au plus, documents et archive compris"
    if petit is None or petit.poids is None:
        return Promesse(text, None, "")
    each = petit.poids.octets / petit.pages
    return Promesse(text, each <= OCTETS_PAR_PAGE, f"{decimal(each / 1000)} ko")
