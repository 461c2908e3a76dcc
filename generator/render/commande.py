"""What the site is made of, order by order: each is carried out by itself, anywhere, again only if it must be."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator.diagnostics import Diagnostic
from generator.load import Connus
from generator.render.atelier import Atelier
from generator.render.lecture import Question

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


@dataclass(frozen=True, slots=True)
class Fait:
    """What an order gave, what was wrong in it, and what it read to make it."""

    produit: Produit
    lectures: frozenset[Question]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass
class Memoire:
    """What was made by the builds before, for the next one to take what nothing has changed.

    One object serves one mémento and one machine: its code and its libraries may not change while it lives. `marque` is
    what everything depends on: the day, the templates, the names of the assets; `reponses` the marks of what the base
    answered to all that was read; `connus` the files as they were read. `refaits` are the orders that the last build
    carried out, in the order of the site; the others were taken from here.
    """

    marque: str = ""
    faits: dict[str, Fait] = field(default_factory=dict)
    reponses: dict[Question, str] = field(default_factory=dict)
    connus: Connus = field(default_factory=dict)
    refaits: tuple[str, ...] = ()

    @cached_property
    def relecture(self) -> "Memoire":
        """The same for what is read over, file by file."""
        return Memoire()
