"""What people wrote, read over before any page is made: every body, every header, every chart, every printed body."""

import sys
from collections.abc import Collection
from datetime import date

from generator.compile import Program
from generator.diagnostics import Report
from generator.render.atelier import Atelier
from generator.render.champs import Champs, citations
from generator.render.commande import Commande, Memoire
from generator.render.execution import executer
from generator.render.graphiques import graphiques_vides
from generator.render.mots import relire_corps
from generator.render.papier.corps import corps_imprime
from generator.render.papier.ouvrage import Ouvrage
from generator.resolve import Cible, KnowledgeBase

# Files on which the words of any other may depend: its acronyms, its figures, its choices.
PARTOUT = frozenset({"glossaire", "parametre", "chiffres", "listes", "themes"})


def touches(base: KnowledgeBase, paths: Collection[str]) -> frozenset[Cible]:
    """The subjects that a change in these files can have broken: theirs, and those that cite them.

    All of them when one of these files is no more, or is one that any other may depend on.
    """
    held = {subject for subject, document in base.documents.items() if document.path in paths}
    if len(held) < len(set(paths)) or any(kind in PARTOUT for kind, _ in held):
        return frozenset(base.documents)
    citing = citations(base)
    return frozenset(held.union(*(citing.get(subject, ()) for subject in held)))


def relire(
    base: KnowledgeBase,
    programs: tuple[Program, ...],
    today: date,
    sujets: Collection[Cible] | None = None,
    memoire: Memoire | None = None,
) -> Report:
    """What rendering would say of these subjects, of all of them by default (MEM4xx).

    With `memoire`, a subject in which nothing was wrong is read again only when what it cites has changed.
    """
    atelier = Atelier(base, programs, today)
    read = tuple(base.documents) if sujets is None else sujets
    # Little enough to do that nobody need help.
    executer(atelier, (Commande(_relire, subject) for subject in read), memoire, seuil=sys.maxsize)
    return Report.of(atelier.diagnostics)


def _relire(atelier: Atelier, kind: str, name: str) -> None:
    base, today = atelier.base, atelier.today
    document = base.document(kind, name)
    atelier.diagnostics.extend(relire_corps(document, base, today))
    atelier.diagnostics.extend(Champs(document, base, "", today).relire())
    if kind == "calculateur":
        atelier.diagnostics.extend(graphiques_vides(base, atelier.programme(name)))
    elif kind == "module":
        corps_imprime(Ouvrage(atelier), name)
