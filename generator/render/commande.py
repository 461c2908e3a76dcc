"""What the site is made of, order by order: each is carried out by itself, anywhere, again only if it must be."""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from generator.diagnostics import Diagnostic
from generator.load import Connus
from generator.render.atelier import Atelier
from generator.render.lecture import Question
from generator.render.rangement import Rangement, Tiroir

# One page, several that are made together, or files by their url.
Produit = Any


@dataclass(frozen=True, slots=True)
class Commande:
    """A function of the workshop and of names; all else that it needs, it takes from the base of the workshop.

    `donnees` is given to it first when it needs what the base does not hold: then one of the names tells it from other.
    """

    fabrique: Callable[..., Any]
    noms: tuple[str | int, ...] = ()
    donnees: Any = None

    @property
    def cle(self) -> str:
        """What names this order from one build to the next."""
        return ":".join((self.fabrique.__module__, self.fabrique.__qualname__, *map(str, self.noms)))

    def executer(self, atelier: Atelier) -> Produit:
        given = self.noms if self.donnees is None else (self.donnees,)
        made: Produit = self.fabrique(atelier, *given)
        return made


class Numeros:
    """Questions, each under a number: what an order read is a row of numbers."""

    def __init__(self, questions: Iterable[Question] = ()) -> None:
        self.questions = list(questions)
        self._rangs = {asked: rank for rank, asked in enumerate(self.questions)}

    def ranger(self, questions: Iterable[Question]) -> "array[int]":
        """Their numbers."""
        return array("I", map(self._numero, questions))

    def _numero(self, asked: Question) -> int:
        rank = self._rangs.setdefault(asked, len(self.questions))
        if rank == len(self.questions):
            self.questions.append(asked)
        return rank


@dataclass(frozen=True, slots=True)
class Fait:
    """What an order gave, what was wrong in it, and what it read to make it: the numbers of questions."""

    produit: Produit
    lectures: "array[int]"
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass
class Memoire:
    """What was made by the builds before, for the next one to take what nothing has changed.

    One object serves one mémento and one machine: its code and its libraries may not change while it lives. `marque` is
    what everything depends on: the day, the templates, the names of the assets; `questions` what was asked of the base;
    `connus` the files as they were read. `refaits` are the orders that the last build carried out, in the order of the
    site; the others were taken from here. What is made is put away in the `rangement`, when there is one.
    """

    marque: str = ""
    faits: dict[str, Fait] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    connus: Connus = field(default_factory=dict)
    refaits: tuple[str, ...] = ()
    rangement: Rangement | None = None
    _reponses: list[bytes] = field(default_factory=list)
    _marquer: Callable[[Question], bytes] | None = None

    @property
    def reponses(self) -> list[bytes]:
        """The marks of the answers to the questions, made when they are asked for: by who keeps them."""
        if self._marquer is not None:
            self._reponses, self._marquer = list(map(self._marquer, self.questions)), None
        return self._reponses

    @reponses.setter
    def reponses(self, marks: list[bytes]) -> None:
        self._reponses, self._marquer = marks, None

    @cached_property
    def relecture(self) -> "Memoire":
        """The same for what is read over, file by file."""
        return Memoire()

    def tiroir(self) -> Tiroir | None:
        """Where to put away what is made, when there is room."""
        return self.rangement.tiroir() if self.rangement else None

    def retenir(
        self, marque: str, faits: dict[str, Fait], numeros: Numeros, marquer: Callable[[Question], bytes]
    ) -> None:
        """Replace what was kept, all at once, with the questions that are still asked; `marquer` tells an answer from
        another.
        """
        asked = sorted(set[int]().union(*(one.lectures for one in faits.values())))
        if len(asked) < len(numeros.questions):
            places = dict(zip(asked, range(len(asked)), strict=True))
            faits = {
                name: replace(one, lectures=array("I", map(places.__getitem__, one.lectures)))
                for name, one in faits.items()
            }
        questions = [numeros.questions[rank] for rank in asked]
        self.marque, self.faits, self.questions, self._marquer = marque, faits, questions, marquer
