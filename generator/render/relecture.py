"""What people wrote, read over before any page is made: every body, every header, every chart, every printed body."""

from collections.abc import Collection
from datetime import date

from generator.compile import Program
from generator.diagnostics import Report
from generator.render.atelier import Atelier
from generator.render.calculateurs import graphiques
from generator.render.champs import Champs
from generator.render.mots import relire_corps
from generator.render.papier.fiches_de_module import corps_imprime
from generator.render.papier.ouvrage import Ouvrage
from generator.resolve import Cible, KnowledgeBase


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
            tuple(graphiques(atelier, program))
    printed = Ouvrage(atelier)
    for kind, name in read:
        if kind == "module":
            corps_imprime(printed, name)
    return Report.of(atelier.diagnostics)
