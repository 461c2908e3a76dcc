"""Python and the browser read the same words, and give the same results in the same order."""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

from petit_memento import avec_le_vrai

from bench.recherche.requetes import lire
from generator.render.recherche import Analyseur, IndexDeRecherche, Trouves, chercher

pytestmark = avec_le_vrai

RACINE = Path(__file__).parents[2]
REQUETES = lire(RACINE / "tests/recherche/requetes.yaml")
MOTS = 10_000
SIGNES = "àâäéèêëîïôöùûüçœæÆŒßøı’'ʼ-‑–\u00a0\u202f\u00ad\u200b.,;%€½²ªﬁİ٣Ω字🙂aeirstlnmdpcu0123456789LRD"


def table() -> list[str]:
    """The words of the mémento as they are written, then words drawn from signs of all kinds."""
    files = [*sorted((RACINE / "rules").rglob("*.yaml")), *sorted((RACINE / "content").rglob("*.md"))]
    words = dict.fromkeys(word for path in files for word in path.read_text(encoding="utf-8").split())
    draw = random.Random(2019)
    drawn = ["".join(draw.choices(SIGNES, k=draw.randint(1, 12))) for _ in range(MOTS)]
    glued = [" ".join(draw.sample(list(words), 3)) for _ in range(1_000)]
    return [*words, *drawn, *glued]


def test_the_analyser_gives_the_same_words_in_both_languages(analyseur: Analyseur, dans_le_navigateur: Any) -> None:
    texts = table()
    assert len(set(texts)) > 2 * MOTS
    found = dans_le_navigateur(
        "a.map((texte) => moteur.index.analyseur.mots(texte).map(({forme, terme, autres}) => [forme, terme, autres]))",
        texts,
    )
    expected = [[[mot.forme, mot.terme, list(mot.autres)] for mot in analyseur.mots(text)] for text in texts]
    different = [(text, one, other) for text, one, other in zip(texts, expected, found, strict=True) if one != other]
    assert different == []


def frappes() -> list[str]:
    """Requests as they are typed: whole, and stopped at each of their first letters."""
    texts = [requete.texte for requete in REQUETES]
    return [*texts, *(text[:stop] for text in texts[::5] for stop in range(1, min(len(text), 12)))]


def test_every_request_gives_the_same_results_in_the_same_order(
    trouver: Callable[[str], Trouves], dans_le_navigateur: Any
) -> None:
    texts = list(dict.fromkeys(frappes()))
    found = dans_le_navigateur(
        "a.map((texte) => moteur.chercher(texte).resultats.map(({url, score}) => [url, score]))", texts
    )
    for text, other in zip(texts, found, strict=True):
        assert [[one.fiche.url, one.score] for one in trouver(text).resultats] == other, text


def test_filters_and_the_structure_of_the_reader_give_the_same_order(
    index: IndexDeRecherche, dans_le_navigateur: Any
) -> None:
    filtres = {"siae": ("AI",), "genre": ("regle", "calculateur")}
    find = "moteur.chercher(a[0], {filtres: a[1], structure: a[2]}).resultats"
    for text in ("durée", "aide au poste", "480 heures", "salaire"):
        found = dans_le_navigateur(
            f"{find}.map(({{url, score, hors}}) => [url, score, hors])",
            [text, {name: list(codes) for name, codes in filtres.items()}, ["ETTI"]],
        )
        mine = chercher(index, text, filtres, structure=("ETTI",)).resultats
        assert [[one.fiche.url, one.score, one.hors] for one in mine] == found != [], text
