"""Legal numbers in any spelling: « L5132-9 », « l. 5132-9 », « article L.5132-9 alinéa 2 », « décret 2021-1128 »."""

import re
from collections.abc import Iterable

from generator.render.recherche.analyse import Analyseur
from generator.resolve import KnowledgeBase

# A number of code or of text: what can lead to a page.
NUMERO = re.compile(r"^[lrd]?[0-9]+(?:-[0-9]+)+$|^[lrd][0-9]{3,4}$")


def est_numero(terme: str) -> bool:
    return NUMERO.match(terme) is not None


def numeros(textes: Iterable[str], analyseur: Analyseur) -> tuple[str, ...]:
    """The legal numbers of some texts, each once; an article also without its letter."""
    return tuple(
        dict.fromkeys(
            terme for text in textes for mot in analyseur.mots(text) for terme in mot.termes if est_numero(terme)
        )
    )


def sources_numerotees(base: KnowledgeBase, texte: str, analyseur: Analyseur) -> tuple[str, ...]:
    """The sources whose number a text spells, in any way; an article typed without its letter may be several."""
    wanted = set(numeros([texte], analyseur))
    lettre = {number for number in wanted if number[0].isalpha()}
    return tuple(
        name
        for name, source in base.sources.items()
        if source.numero and (lettre or wanted) & set(numeros([source.numero], analyseur))
    )
