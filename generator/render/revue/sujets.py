"""The subjects that are not the same in two states of the mémento."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from generator.load import Document, Verrou
from generator.render.adresses import SANS_SUJET, adresse, titre
from generator.render.revue.donnees import Champ, champs
from generator.resolve import Cible, KnowledgeBase

# The order in which a reviewer reads them: the law, the figures, what is computed, what it rests on, the words.
ORDRE = ("regle", "parametre", "calculateur", "source", "glossaire", "repere", "chiffres", "matrice")
# What says when a file was read over, and nothing else.
RELECTURE = frozenset({"verifie_le", "a_reverifier_avant", "consulte_le"})
NOMS_DES_FICHIERS = {
    "audit": "Audit d’accessibilité",
    "editeur": "Éditeur",
    "journal": "Journal",
    "listes": "Listes de codes",
    "raccourcis": "Raccourcis de la recherche",
    "themes": "Thèmes",
}


class Sort(StrEnum):
    """What became of a subject."""

    AJOUTE = "ajout"
    CHANGE = "changement"
    RENOMME = "nouveau nom"
    RETIRE = "retrait"


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs of a body that stand one for the other; empty on the side where there is nothing."""

    avant: str
    apres: str


@dataclass(frozen=True, slots=True)
class SujetChange:
    """`url` is where it is read, None for what has no page of its own; `ancien` is its former id when it was renamed.

    The fields of a subject that was added or removed are all there, with nothing on the other side.
    """

    genre: str
    id: str
    titre: str
    sort: Sort
    fichier: str
    url: str | None
    champs: tuple[Champ, ...]
    corps: tuple[Passage, ...] = ()
    ancien: str | None = None

    @property
    def cible(self) -> Cible:
        return self.genre, self.id

    @property
    def relu(self) -> bool:
        """True when somebody read it over and found nothing to change."""
        return self.sort is Sort.CHANGE and not self.corps and {champ.chemin[0] for champ in self.champs} <= RELECTURE


def sujets(avant: KnowledgeBase, apres: KnowledgeBase, verrou: Verrou) -> tuple[SujetChange, ...]:
    """What was added, changed, renamed, removed, in the order in which it is read over; `verrou` is today's."""
    old, new = dict(avant.documents), dict(apres.documents)
    renamed = _renommes(avant, apres, verrou)
    found = [
        _compare(avant, apres, renamed.get(cible, cible), cible) for cible in new if renamed.get(cible, cible) in old
    ]
    found += [
        _seul(apres, cible, document, Sort.AJOUTE)
        for cible, document in new.items()
        if cible not in old and cible not in renamed
    ]
    gone = set(renamed.values())
    found += [
        _seul(avant, cible, document, Sort.RETIRE)
        for cible, document in old.items()
        if cible not in new and cible not in gone
    ]
    return tuple(sorted((one for one in found if one), key=_rang))


def _rang(sujet: SujetChange) -> tuple[int, str, str]:
    rank = ORDRE.index(sujet.genre) if sujet.genre in ORDRE else len(ORDRE)
    return rank, "" if rank < len(ORDRE) else sujet.genre, sujet.id


def _renommes(avant: KnowledgeBase, apres: KnowledgeBase, verrou: Verrou) -> Mapping[Cible, Cible]:
    """New subject → the one whose address now sends to it."""
    new = {url: cible for cible in apres.documents if cible not in avant.documents and (url := url_de(apres, cible))}
    found = {}
    for cible in avant.documents:
        url = None if cible in apres.documents else url_de(avant, cible)
        target = new.get(verrou.finale(url) or "") if url else None
        if target is not None and target[0] == cible[0]:
            found[target] = cible
    return found


def _compare(avant: KnowledgeBase, apres: KnowledgeBase, old: Cible, new: Cible) -> SujetChange | None:
    before, after = avant.documents[old], apres.documents[new]
    moved = tuple(champs(before.data, after.data))
    words = tuple(_passages(before.body, after.body))
    if old != new:
        moved = tuple(champ for champ in moved if champ.chemin != ("id",))
        return _sujet(apres, new, after, Sort.RENOMME, moved, words, old[1])
    return _sujet(apres, new, after, Sort.CHANGE, moved, words) if moved or words else None


def _seul(base: KnowledgeBase, cible: Cible, document: Document, sort: Sort) -> SujetChange:
    added = sort is Sort.AJOUTE
    held = champs({}, document.data) if added else champs(document.data, {})
    words = tuple(_passages("", document.body) if added else _passages(document.body, ""))
    return _sujet(base, cible, document, sort, tuple(held), words)


def _sujet(
    base: KnowledgeBase,
    cible: Cible,
    document: Document,
    sort: Sort,
    moved: tuple[Champ, ...],
    words: tuple[Passage, ...],
    ancien: str | None = None,
) -> SujetChange:
    kind, name = cible
    title = NOMS_DES_FICHIERS[kind] if kind in SANS_SUJET else titre(base, kind, name)
    return SujetChange(kind, name, title, sort, document.path, url_de(base, cible), moved, words, ancien)


def url_de(base: KnowledgeBase, cible: Cible) -> str | None:
    """Where a subject is read; None when it has no page."""
    return None if cible[0] in SANS_SUJET else adresse(base, *cible)


def _passages(avant: str, apres: str) -> Iterator[Passage]:
    """The paragraphs that differ; spaces at their ends are nobody's."""
    old, new = _paragraphes(avant), _paragraphes(apres)
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        before, after = old[i:j], new[k:m]
        if len(before) == len(after):
            yield from (Passage(*pair) for pair in zip(before, after, strict=True))
        else:
            yield Passage("\n\n".join(before), "\n\n".join(after))


def _paragraphes(body: str) -> list[str]:
    parts = ("\n".join(line.rstrip() for line in part.split("\n")).strip() for part in body.split("\n\n"))
    return [part for part in parts if part]
