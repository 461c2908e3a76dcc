"""What people wrote, read over before any page is made: every body, every header, every chart, every printed body."""

from collections.abc import Collection
from datetime import date

from generator.compile import Program
from generator.diagnostics import Report
from generator.render.atelier import Atelier
from generator.render.champs import Champs, citations
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
    base: KnowledgeBase, programs: tuple[Program, ...], today: date, sujets: Collection[Cible] | None = None
) -> Report:
    """What rendering would say of these subjects, of all of them by default (MEM4xx)."""
    atelier = Atelier(base, programs, today)
    read = base.documents if sujets is None else {subject: base.documents[subject] for subject in sujets}
    for document in read.values():
        atelier.diagnostics.extend(relire_corps(document, base, today))
        atelier.diagnostics.extend(Champs(document, base, "", today).relire())
    for program in programs:
        if ("calculateur", program.id) in read:
            atelier.diagnostics.extend(graphiques_vides(base, program))
    printed = Ouvrage(atelier)
    for kind, name in read:
        if kind == "module":
            corps_imprime(printed, name)
    return Report.of(atelier.diagnostics)
