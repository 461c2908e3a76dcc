"""A bigger mémento, drawn from a fixed seed out of the real one: its sentences recombined, its vocabulary grown.

Words are met again and again while new ones come ever less often: a corpus n times as long has about √n times as many
words (Heaps' law). The new ones are made of French syllables.
"""

import html
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from math import sqrt
from pathlib import Path

from generator.render.recherche import FicheDeRecherche

GRAINE = 20_260_821
# How many of the long words of a sentence give way to another word, and how many of these to a new one.
REMPLACES, NOUVEAUX, LONG = 0.2, 0.4, 5
ATTAQUES = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "v", "ch", "pr", "tr", "cl", "gr", "qu", "")
NOYAUX = ("a", "e", "i", "o", "u", "é", "è", "ou", "an", "on", "in", "eu", "oi", "ai")
FINALES = ("tion", "ment", "té", "ence", "eur", "euse", "iste", "able", "aire", "age", "ique", "elle", "er", "és")
_PHRASE = re.compile(r"(?<=[.;!?])\s+")
_MOT = re.compile(r"[^\W\d_]+")


class Synthese:
    """Draws entries that look like those given."""

    def __init__(self, fiches: Sequence[FicheDeRecherche], nombre: int, graine: int = GRAINE) -> None:
        self.hasard = random.Random(graine)
        self.modeles = fiches
        texts = (text for fiche in fiches for text in (fiche.resume, *fiche.textes))
        self.phrases = [phrase for text in texts for phrase in _PHRASE.split(text) if phrase]
        # Drawn as often as they are written.
        self.mots: list[str] = [mot for phrase in self.phrases for mot in _MOT.findall(phrase) if len(mot) >= LONG]
        known = {mot.lower() for mot in self.mots}
        count = max(1, round(len(known) * (sqrt(nombre / len(fiches)) - 1)))
        self.nouveaux = sorted(self._inventer(known, count))
        self.hasard.shuffle(self.nouveaux)
        # The word of rank r comes as 1/r (Zipf's law); the new ones rank after all those known.
        self.poids = list(accumulate(1 / (len(known) + rank) for rank in range(count)))

    def fiches(self, nombre: int) -> Iterator[FicheDeRecherche]:
        for number in range(nombre):
            model = self.hasard.choice(self.modeles)
            title = self._titre(model)
            yield replace(
                model,
                url=f"synthese/{number:04}/",
                titre=title,
                resume=self._phrase(),
                noms=(title,),
                mots=tuple(self._varier(words) for words in model.mots),
                textes=tuple(self._texte(text) for text in model.textes),
                numeros=(),
                cite_par=(),
            )

    def _titre(self, model: FicheDeRecherche) -> str:
        """The beginning of one title, the end of another."""
        start, end = model.titre.split(), self.hasard.choice(self.modeles).titre.split()
        return self._varier(" ".join((*start[: len(start) // 2 + 1], *end[len(end) // 2 :])))

    def _texte(self, text: str) -> str:
        return " ".join(self._phrase() for _ in _PHRASE.split(text))

    def _phrase(self) -> str:
        return self._varier(self.hasard.choice(self.phrases))

    def _varier(self, text: str) -> str:
        return _MOT.sub(lambda found: self._mot(found.group()), text)

    def _mot(self, mot: str) -> str:
        if len(mot) < LONG or self.hasard.random() >= REMPLACES:
            return mot
        if self.hasard.random() >= NOUVEAUX:
            return self.hasard.choice(self.mots)
        return self.hasard.choices(self.nouveaux, cum_weights=self.poids)[0]

    def _inventer(self, connus: set[str], nombre: int) -> set[str]:
        made: set[str] = set()
        while len(made) < nombre:
            syllables = (
                self.hasard.choice(ATTAQUES) + self.hasard.choice(NOYAUX) for _ in range(self.hasard.randint(1, 3))
            )
            word = "".join((*syllables, self.hasard.choice(FINALES)))
            if word not in connus and len(word) >= LONG:
                made.add(word)
        return made


def ecrire_en_pages(fiches: Sequence[FicheDeRecherche], cible: Path) -> None:
    """One HTML file an entry, for those who index pages."""
    for fiche in fiches:
        folder = cible / fiche.url
        folder.mkdir(parents=True, exist_ok=True)
        paragraphs = "".join(f"<p>{html.escape(text)}</p>" for text in (*fiche.mots, fiche.resume, *fiche.textes))
        title = html.escape(fiche.titre)
        _ecrire(folder, title, f"<article><h1>{title}</h1>{paragraphs}</article>")
    _ecrire(cible, "Banc", "")


def _ecrire(dossier: Path, titre: str, corps: str) -> None:
    page = f'<!doctype html><html lang="fr"><meta charset="utf-8"><title>{titre}</title><body>{corps}</body></html>'
    (dossier / "index.html").write_text(page, encoding="utf-8")
