"""What is looked for: a request read word by word, each with the ways of finding it."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.render.recherche.analyse import Mot
from generator.render.recherche.index import IndexDeRecherche
from generator.render.recherche.lexique import PHRASE, cle, lier
from generator.render.recherche.proximite import distance
from generator.render.recherche.references import est_numero

LONGUEUR = 200
# How much a way of finding is worth beside the word as it was typed.
AUTRE_QUANTITE, NOMBRE, NOMBRE_SEUL, DEBUT, EPARSE, PARTIE = 0.9, 0.1, 0.5, 0.4, 0.6, 0.4
FAUTES = {1: 0.6, 2: 0.4}
# How many words a beginning, or a mistake, is read as; how many numbers begin alike.
DEBUTS, LECTURES, NUMEROS = 12, 6, 20
# One letter may be wrong from five letters, two from eight.
ADMISES = ((8, 2), (5, 1))
RARETE_MIN = 0.05


@dataclass(frozen=True, slots=True)
class Piste:
    """Entries that hold these terms, all of them or any, and what that is worth."""

    termes: tuple[str, ...]
    poids: float
    tous: bool = True


@dataclass(frozen=True, slots=True)
class Groupe:
    """One thing that is looked for: a word, or words that go together. `lu` is how a mistyped word was read.

    `poids` is near 1 for what few entries hold.
    """

    ecrit: str
    pistes: tuple[Piste, ...]
    poids: float
    lu: str = ""


@dataclass(frozen=True, slots=True)
class Requete:
    """`nom` is the whole request as a name could be, mistakes mended; `numeros` its legal numbers that are known."""

    groupes: tuple[Groupe, ...]
    numeros: tuple[str, ...]
    nom: str


def lire_requete(index: IndexDeRecherche, texte: str) -> Requete:
    mots = index.analyseur.mots(texte[:LONGUEUR])
    numbered = {mot.terme: _numeros(index, mot.terme) for mot in mots if est_numero(mot.terme)}
    numeros = tuple(dict.fromkeys(numero for found in numbered.values() for numero in found))
    pleins = [mot for mot in mots if mot.terme and not numbered.get(mot.terme)]
    if numeros:
        around = index.analyseur.donnees["autour_d_un_numero"]
        pleins = [mot for mot in pleins if not (mot.forme in around or mot.forme.isdigit())]
    groupes = tuple(_groupes(index, pleins))
    mended = {
        groupe.ecrit: index.analyseur.raciner(index.analyseur.plier(groupe.lu).lower())
        for groupe in groupes
        if groupe.lu
    }
    return Requete(groupes, numeros, cle(mended.get(mot.forme, mot.terme) for mot in mots))


def _numeros(index: IndexDeRecherche, terme: str) -> tuple[str, ...]:
    """The number itself, else those that begin so: one is typing, or wants a whole section."""
    if terme in index.numeros:
        return (terme,)
    return tuple(numero for numero in index.numeros if numero.startswith(terme))[:NUMEROS]


def _groupes(index: IndexDeRecherche, mots: list[Mot]) -> Iterator[Groupe]:
    start = 0
    while start < len(mots):
        size = _phrase(index, mots[start:])
        if size > 1:
            yield _groupe_de_phrase(index, mots[start : start + size])
        else:
            yield _groupe_de_mot(index, mots[start], dernier=start == len(mots) - 1)
        start += max(size, 1)


def _phrase(index: IndexDeRecherche, mots: list[Mot]) -> int:
    """How many of the first words make a phrase that is also called otherwise."""
    for size in range(min(PHRASE, len(mots)), 0, -1):
        if cle(mot.terme for mot in mots[:size]) in index.lexique:
            return size
    return 0


def _groupe_de_phrase(index: IndexDeRecherche, mots: list[Mot]) -> Groupe:
    termes = tuple(mot.terme for mot in mots)
    whole = lier(cle(termes))
    known = (Piste((whole,), 1),) if _df(index, whole) else ()
    pistes = (*known, Piste(termes, EPARSE), Piste(termes, PARTIE, tous=False), *_aussi(index, cle(termes)))
    return Groupe(
        " ".join(mot.forme for mot in mots), pistes, _rarete(index, (min(termes, key=lambda terme: _df(index, terme)),))
    )


def _groupe_de_mot(index: IndexDeRecherche, mot: Mot, *, dernier: bool) -> Groupe:
    known = _df(index, mot.terme) > 0
    pistes = [Piste((mot.terme,), 1)] if known else []
    pistes += _quantites(index, mot)
    pistes += _aussi(index, mot.terme)
    lu = ""
    if dernier or not pistes:
        begun = _debuts(index, mot)
        pistes += [Piste(begun, DEBUT, tous=False)] if begun else []
    if not pistes:
        lu, pistes = _corriger(index, mot)
    return Groupe(mot.forme, tuple(pistes), _rarete(index, pistes[0].termes if pistes else ()), lu)


def _quantites(index: IndexDeRecherche, mot: Mot) -> Iterator[Piste]:
    """« 2 ans » is also « 24 mois »; the number alone is worth less."""
    nombre, _, sorte = mot.terme.partition("_")
    if not sorte:
        return
    for unite, (fois, petite) in index.analyseur.donnees["conversions"].items():
        if nombre.isdigit() and sorte == unite:
            yield from _connue(index, f"{int(nombre) * fois}_{petite}", AUTRE_QUANTITE)
        if nombre.isdigit() and sorte == petite and int(nombre) % fois == 0:
            yield from _connue(index, f"{int(nombre) // fois}_{unite}", AUTRE_QUANTITE)
    yield from _connue(index, nombre, NOMBRE if _df(index, mot.terme) else NOMBRE_SEUL)


def _connue(index: IndexDeRecherche, terme: str, poids: float) -> Iterator[Piste]:
    if _df(index, terme):
        yield Piste((terme,), poids)


def _aussi(index: IndexDeRecherche, phrase: str) -> Iterator[Piste]:
    for other, worth in index.lexique.get(phrase, {}).items():
        terme = lier(other)
        if _df(index, terme):
            yield Piste((terme,), worth)


def _debuts(index: IndexDeRecherche, mot: Mot) -> tuple[str, ...]:
    """What the word may be the beginning of, the most used first."""
    found = {index.formes[forme] for forme in index.formes if forme.startswith(mot.forme)} - {mot.terme}
    return tuple(sorted(found, key=lambda terme: (-_df(index, terme), terme))[:DEBUTS])


def _corriger(index: IndexDeRecherche, mot: Mot) -> tuple[str, list[Piste]]:
    """The words that differ least from one that nothing holds."""
    allowed = next((count for length, count in ADMISES if len(mot.forme) >= length), 0)
    if not (allowed and mot.forme.isalpha()):
        return "", []
    near: dict[int, list[str]] = {}
    for forme in index.formes:
        if abs(len(forme) - len(mot.forme)) <= allowed:
            gap = distance(mot.forme, forme, allowed)
            if gap <= allowed:
                near.setdefault(gap, []).append(forme)
    if not near:
        return "", []
    gap = min(near)
    best = sorted(near[gap], key=lambda forme: (-_df(index, index.formes[forme]), forme))[:LECTURES]
    termes = tuple(dict.fromkeys(index.formes[forme] for forme in best))
    return index.ecrites.get(best[0], best[0]), [Piste(termes, FAUTES[max(gap, 1)], tous=False)]


def _df(index: IndexDeRecherche, terme: str) -> int:
    return index.frequences.get(terme, 0)


def _rarete(index: IndexDeRecherche, termes: tuple[str, ...]) -> float:
    """1 for what no entry holds, near 0 for what all do."""
    most = max((_df(index, terme) for terme in termes), default=0)
    return max(1 - most / len(index.fiches), RARETE_MIN)
