"""A page for each code of the verifier, and their list: what `memento expliquer` says, to be read and cited."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from generator.diagnostics.explications import PAGES, Explication, Extrait, explications
from generator.render.atelier import Atelier, sommaire
from generator.render.commande import Commande
from generator.render.filters import ancre
from generator.render.site import Page

TITRE = "Les codes du vérificateur"
# The kind of the page of a code.
GENRE = "code"


@dataclass(frozen=True, slots=True)
class Ligne:
    """A line of a file: its pieces, and whether each is underlined; `suit` is false after lines left out."""

    numero: int
    morceaux: tuple[tuple[str, bool], ...]
    suit: bool


def pages_des_codes(atelier: Atelier) -> Iterator[Commande]:  # noqa: ARG001
    """The list, then each code, in order."""
    yield Commande(_liste)
    for code in explications():
        yield Commande(_code, (code,))


def _liste(atelier: Atelier) -> Page:
    known = tuple(explications().values())
    stages = [(ancre(stage), stage, list(found)) for stage, found in groupby(known, key=lambda one: one.etage)]
    return atelier.page(
        "codes.html",
        PAGES,
        TITRE,
        "Chaque faute que le vérificateur trouve a un code : ce qu’il dit, pourquoi, le remède et un exemple.",
        mots=("erreurs", "avertissements", "diagnostics", "memento expliquer", "memento verifier", "messages d’erreur"),
        toc=sommaire(*((anchor, stage) for anchor, stage, _ in stages)),
        etages=stages,
    )


def _code(atelier: Atelier, code: str) -> Page:
    known = tuple(explications().values())
    one = explications()[code]
    rank = known.index(one)
    return atelier.page(
        f"{GENRE}.html",
        one.page,
        f"Code {one.code}",
        one.faute,
        mots=(f"{one.severite.value} {one.code}",),
        toc=sommaire(("pourquoi", "Pourquoi"), ("remede", "Remède"), ("exemples", _exemples(one))),
        code=one,
        exemples=_exemples(one),
        lignes=lignes,
        phrase=phrase,
        precedent=known[rank - 1] if rank else None,
        suivant=known[rank + 1] if rank + 1 < len(known) else None,
    )


def _exemples(one: Explication) -> str:
    return "Exemples" if len(one.exemples) > 1 else "Exemple"


def phrase(text: str) -> str:
    """With its capital: what a check says of itself follows « Pourquoi : »."""
    return f"{text[:1].upper()}{text[1:]}"


def lignes(part: Extrait) -> Iterator[Ligne]:
    """The lines of an extract, cut where the carets of the verifier begin and end."""
    for before, number in pairwise((min(part.lignes) - 1, *part.lignes)):
        text = part.lignes[number]
        places = [(found.colonne - 1, found.longueur) for found in part.constats if found.ligne == number]
        yield Ligne(number, tuple(_morceaux(text, sorted(places))), number == before + 1)


def _morceaux(text: str, places: list[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    end = 0
    for start, length in places:
        # What is underlined twice is so once.
        if start < end:
            continue
        yield text[end:start], False
        end = start + length
        # A place after the last character, where something is missing, is a space.
        yield text[start:end] or " ", True
    yield text[end:], False
