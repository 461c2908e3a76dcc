"""The index: built by lunr from the entries, read by lunr in the browser, and written for it as small as can be."""

import re
from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from lunr.builder import Builder
from lunr.idf import idf
from lunr.index import Index
from lunr.token_set import TokenSet
from lunr.vector import Vector

from generator.render.recherche.analyse import Analyseur, Mot
from generator.render.recherche.fiche import NOMMES, FicheDeRecherche
from generator.render.recherche.lexique import PHRASE, Lexique, cle, lier, phrases
from generator.render.recherche.references import numeros

# How much a word counts by where it stands.
CHAMPS = {"noms": 6, "mots": 3, "resume": 2, "textes": 0.8}
# Okapi BM25: how soon the repetition of a word stops counting, how much the length of a text counts against it.
K1, B = 1.2, 0.6
# What the index of lunr may say of each place of a term: it reads it, and says nothing here.
_RIEN: Mapping[str, object] = {}
_MOT = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class IndexDeRecherche:
    """`lunr` finds entries by the rank of each in `fiches`, written « f12 ».

    `formes` are the words of the texts, folded, with the stem of each; `ecrites` how a text writes them; `noms` the
    entries that bear a name, by its terms; `raccourcis` those that a request typed whole leads to first; `definitions`
    those that define it; `numeros` the texts that a legal number leads to, and `citants` the rules that cite a text, by
    its rank.
    """

    analyseur: Analyseur
    fiches: tuple[FicheDeRecherche, ...]
    lunr: Index
    frequences: Mapping[str, int]
    formes: Mapping[str, str]
    ecrites: Mapping[str, str]
    lexique: Lexique
    noms: Mapping[str, tuple[int, ...]]
    raccourcis: Mapping[str, tuple[int, ...]]
    definitions: Mapping[str, tuple[int, ...]]
    numeros: Mapping[str, tuple[int, ...]]
    citants: Mapping[str, tuple[int, ...]]


def indexer(
    fiches: Sequence[FicheDeRecherche],
    lexique: Lexique,
    analyseur: Analyseur,
    raccourcis: Iterable[tuple[str, str]] = (),
) -> IndexDeRecherche:
    """The index of some entries; the same entries give the same index. `raccourcis` are (request, url), best first:
    what a request leads to first is also found by its words.
    """
    raccourcis = tuple(raccourcis)
    wordings: dict[str, list[str]] = {}
    for request, url in dict(reversed(raccourcis)).items():
        wordings.setdefault(url, []).append(request)
    fiches = [replace(fiche, mots=(*fiche.mots, *sorted(wordings.get(fiche.url, ())))) for fiche in fiches]
    builder = _Constructeur()
    builder.ref("ref")
    builder.k1(K1)
    builder.b(B)
    for name, boost in CHAMPS.items():
        builder.field(name, boost)
    begun = _par_premier_mot(phrases(lexique))
    frequences: Counter[str] = Counter()
    formes: set[str] = set()
    # What each entry is called, typed whole, leads to it first; the words that people use may be those of many others.
    names: list[tuple[str, int]] = []
    for rank, fiche in enumerate(fiches):
        read = {name: [analyseur.mots(text) for text in _champ(fiche, name)] for name in CHAMPS}
        names += ((cle(mot.terme for mot in called), rank) for called in read["noms"])
        words = {name: [mot for mots in found for mot in mots] for name, found in read.items()}
        terms = {
            name: [*(terme for mot in found for terme in mot.termes), *_liees(found, begun)]
            for name, found in words.items()
        }
        builder.ajouter(rank, terms, fiche.poids)
        frequences.update({terme for found in terms.values() for terme in found})
        formes.update(mot.forme for found in words.values() for mot in found if mot.terme)
    by_url = {fiche.url: rank for rank, fiche in enumerate(fiches)}
    return IndexDeRecherche(
        analyseur=analyseur,
        fiches=tuple(fiches),
        lunr=builder.build(),
        frequences=frequences,
        formes={forme: analyseur.raciner(forme) for forme in sorted(filter(_est_un_mot, formes))},
        ecrites=_ecrites(fiches, analyseur),
        lexique=lexique,
        noms=_par_cle((name, rank) for name, rank in names if fiches[rank].genre != "terme"),
        raccourcis=_par_cle(
            (cle(mot.terme for mot in analyseur.mots(request)), by_url[url])
            for request, url in raccourcis
            if url in by_url
        ),
        definitions=_par_cle((name, rank) for name, rank in names if fiches[rank].genre == "terme"),
        numeros=_par_cle(
            (number, rank) for rank, fiche in enumerate(fiches) for number in numeros(fiche.numeros, analyseur)
        ),
        citants={
            str(rank): tuple(by_url[url] for url in fiche.cite_par if url in by_url)
            for rank, fiche in enumerate(fiches)
            if fiche.cite_par
        },
    )


class _Porteurs(Mapping[str, Mapping[str, object]]):
    """The entries that hold a term in a field, by their name."""

    __slots__ = ("rangs",)

    def __init__(self) -> None:
        self.rangs = array("I")

    def __getitem__(self, ref: str) -> Mapping[str, object]:
        return _RIEN

    def __iter__(self) -> Iterator[str]:
        return (f"f{rank}" for rank in self.rangs)

    def __len__(self) -> int:
        return len(self.rangs)


class _Constructeur(Builder):  # type: ignore[misc]
    """lunr's, for texts whose terms are known: it need not copy each of them into a token that holds nothing else."""

    def ajouter(self, rank: int, terms: Mapping[str, Sequence[str]], boost: float) -> None:
        """As `add`, field by field, the entry of a rank."""
        self._documents[f"f{rank}"] = {"boost": boost}
        self.document_count += 1
        for name in self._fields:
            # The rank of each term and how many times it comes, one after the other: a dictionary would weigh ten times
            # as much.
            row = array("I")
            for term, times in Counter(terms[name]).items():
                if term not in self.inverted_index:
                    postings = {field: _Porteurs() for field in self._fields}
                    self.inverted_index[term] = {**postings, "_index": self.term_index}
                    self.term_index += 1
                posting = self.inverted_index[term]
                posting[name].rangs.append(rank)
                row.extend((posting["_index"], times))
            self.field_term_frequencies[f"{name}/f{rank}"] = row
            self.field_lengths[f"{name}/f{rank}"] = len(terms[name])

    def _create_token_set(self) -> None:
        """Requests have whole words: those of the index tell whether it holds them."""
        self.token_set = _Termes(self.inverted_index)

    def _create_field_vectors(self) -> None:
        """The scores of lunr, each vector made at once: it would look for the place of each term among those before."""
        # In the order of their ranks.
        rarities = [idf(posting, self.document_count) for posting in self.inverted_index.values()]
        self.field_vectors = {}
        for field_ref in tuple(self.field_term_frequencies):
            # What was counted in a field gives its place to its vector.
            row = self.field_term_frequencies.pop(field_ref)
            name, ref = field_ref.split("/")
            # A field may be empty everywhere: then nothing in it has a score.
            length = self.field_lengths[field_ref] / (self.average_field_length[name] or 1)
            boost, entry = self._fields[name].boost, self._documents[ref]["boost"]
            norm = self._k1 * (1 - self._b + self._b * length)
            scored = sorted(
                (term, round(rarities[term] * ((self._k1 + 1) * times) / (norm + times) * boost * entry, 3))
                for term, times in zip(row[::2], row[1::2], strict=True)
            )
            self.field_vectors[field_ref] = Vector(array("d", [number for pair in scored for number in pair]))


@dataclass(frozen=True, slots=True)
class _Termes:
    """The terms of an index, as the set of lunr that a word is looked for in, which is dear to make."""

    termes: Collection[str]

    def intersect(self, word: TokenSet) -> TokenSet:
        return word if all(term in self.termes for term in word.to_list()) else TokenSet()


def _par_premier_mot(phrases: Iterable[str]) -> dict[str, list[list[str]]]:
    """The words of the phrases that begin with each word, the shortest phrase first."""
    begun: dict[str, list[list[str]]] = {}
    for words in sorted((phrase.split(" ") for phrase in phrases), key=len):
        if len(words) <= PHRASE:
            begun.setdefault(words[0], []).append(words)
    return begun


def _liees(mots: Sequence[Mot], begun: Mapping[str, Sequence[Sequence[str]]]) -> Iterator[str]:
    """The phrases that stand in a text, word after word; `begun` gives those that begin with a word, shortest first."""
    terms = [mot.terme for mot in mots if mot.terme]
    for start in [rank for rank, term in enumerate(terms) if term in begun]:
        for phrase in begun[terms[start]]:
            if terms[start : start + len(phrase)] == phrase:
                yield lier(" ".join(phrase))


def _est_un_mot(forme: str) -> bool:
    return forme.isalpha() and len(forme) > 1


def _ecrites(fiches: Sequence[FicheDeRecherche], analyseur: Analyseur) -> dict[str, str]:
    """How each word is most often written, in lower case, with its accents."""
    # What stands between two spaces is often the same: it is looked at once.
    pieces: Counter[str] = Counter()
    for fiche in fiches:
        pieces.update(" ".join(text for name in CHAMPS for text in _champ(fiche, name)).split())
    written: Counter[str] = Counter()
    for piece, times in pieces.items():
        for word in _MOT.findall(piece):
            written[word.lower()] += times
    found: dict[str, str] = {}
    for word, _ in sorted(written.items(), key=lambda pair: (-pair[1], pair[0])):
        found.setdefault(analyseur.plier(word).lower(), word)
    return found


def _champ(fiche: FicheDeRecherche, name: str) -> tuple[str, ...]:
    match name:
        case "resume":
            return (fiche.resume,)
        case "noms":
            return (fiche.titre, *fiche.noms)
        case "mots":
            return (*fiche.mots, *NOMMES.get(fiche.genre, ()))
    return fiche.textes


def _par_cle(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for key, rank in pairs:
        if key:
            found.setdefault(key, {})[rank] = None
    return {key: tuple(ranks) for key, ranks in found.items()}
