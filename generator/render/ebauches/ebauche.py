"""One kind of file that can be begun: its questions, and the texts made from the answers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.render.ebauches.insertion import annoncer
from generator.render.ebauches.question import Contexte, Question, Reponses
from generator.render.exports.schemas import modeline
from generator.resolve import Cible


@dataclass(frozen=True, slots=True)
class Ecrits:
    """`textes` are all the files to write, by their path, the one of the subject first; `nouveau` says that this one
    must not exist yet.
    """

    sujet: Cible
    textes: Mapping[str, str]
    nouveau: bool = True

    @property
    def principal(self) -> str:
        return next(iter(self.textes))


@dataclass(frozen=True, slots=True)
class Ebauche:
    """`nom` with its article, as the help says it."""

    genre: str
    nom: str
    questions: tuple[Question, ...]
    ecrire: Callable[[Contexte, Reponses], Ecrits]


def fichier(contexte: Contexte, sujet: Cible, path: str, lignes: Iterable[str]) -> Ecrits:
    """A new YAML file, and the line that announces it."""
    text = "\n".join((modeline(path), *lignes)) + "\n"
    return Ecrits(sujet, {path: text, **annoncer(contexte, *sujet)})


def page(contexte: Contexte, sujet: Cible, path: str, en_tete: Iterable[str], corps: str) -> Ecrits:
    """A new page, its header first."""
    text = "\n".join(("---", modeline(path), *en_tete, "---", "", corps)) + "\n"
    return Ecrits(sujet, {path: text, **annoncer(contexte, *sujet)})
