"""French that says nothing: the words of the mémento, as often as it writes them, with new ones as a corpus grows."""

import random
import re
from collections.abc import Iterable, Sequence
from math import sqrt
from pathlib import Path

from bench.recherche.synthese import ATTAQUES, FINALES, NOYAUX

# The letters of acronyms: without those of Roman numerals, so that none is taken for a number.
LETTRES = "ABEFGHJKNOPQRSTUZ"
# How often a word is an acronym, or a word that the mémento does not know: measured on its pages, rounded.
SIGLES, NOUVEAUX = 0.012, 0.04
PAR_PHRASE = (9, 21)
_EN_TETE = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_HORS_MOTS = re.compile(r"\[\[[^\]|]*|\{\{.*?\}\}|\]\([^)]*\)|`[^`]*`")
_MOT = re.compile(r"(?<![\w’'-])[a-zà-öø-ÿœ]{2,}(?![\w’'-])")


def mots_du_memento(racine: Path) -> tuple[str, ...]:
    """The plain words of the Markdown pages, in their order and as often as they are written."""
    pages = sorted((racine / "content").rglob("*.md"))
    bodies = (_HORS_MOTS.sub(" ", _EN_TETE.sub("", page.read_text(encoding="utf-8"))) for page in pages)
    return tuple(mot for body in bodies for mot in _MOT.findall(body))


class Langue:
    """Draws sentences; `taille` is how many times as long as the mémento the corpus is to be."""

    def __init__(self, mots: Sequence[str], graine: int, taille: float = 1) -> None:
        self.hasard = random.Random(graine)
        self.mots = mots
        self.sigles: Sequence[str] = ()
        known = set(mots)
        # A corpus n times as long has about √n times as many words (Heaps' law).
        self.nouveaux = tuple(self._inventer(known, round(len(known) * (sqrt(max(taille, 1)) - 1))))

    def mot(self) -> str:
        drawn = self.hasard.random()
        if drawn < SIGLES and self.sigles:
            return self.hasard.choice(self.sigles)
        return self.hasard.choice((self.nouveaux if drawn < SIGLES + NOUVEAUX else ()) or self.mots)

    def groupe(self, nombre: int) -> str:
        """Some words, without any acronym."""
        return " ".join(self.hasard.choice(self.mots) for _ in range(nombre))

    def phrase(self, *inserts: str) -> str:
        """One sentence, with what is to stand in it: links, figures."""
        words = [self.mot() for _ in range(self.hasard.randint(*PAR_PHRASE))]
        for insert in inserts:
            words.insert(self.hasard.randint(1, len(words) - 1), insert)
        return f"{_capitale(' '.join(words))}."

    def phrases(self, nombre: int, inserts: Iterable[str] = ()) -> str:
        """Some sentences; each takes one insert, as long as there are any."""
        left = list(inserts)
        return " ".join(self.phrase(*(left.pop() for _ in range(min(1, len(left))))) for _ in range(nombre))

    def titre(self, rang: int) -> str:
        """A title that nobody takes for law."""
        return f"{_capitale(self.groupe(self.hasard.randint(4, 7)))} (synthétique {rang})"

    def prendre_les_sigles(self, nombre: int) -> Sequence[str]:
        """As many acronyms, each once, which sentences use from then on."""
        found: dict[str, None] = {}
        while len(found) < nombre:
            found["".join(self.hasard.choices(LETTRES, k=4))] = None
        self.sigles = tuple(found)
        return self.sigles

    def _inventer(self, connus: set[str], nombre: int) -> Iterable[str]:
        made: dict[str, None] = {}
        while len(made) < nombre:
            syllables = (
                self.hasard.choice(ATTAQUES) + self.hasard.choice(NOYAUX) for _ in range(self.hasard.randint(1, 3))
            )
            word = "".join((*syllables, self.hasard.choice(FINALES)))
            # « oe » in such a word would be taken for a missing ligature.
            if word not in connus and "oe" not in word:
                made[word] = None
        return made


def _capitale(text: str) -> str:
    return text[:1].upper() + text[1:]
