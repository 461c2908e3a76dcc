"""The charts of a calculator."""

from collections.abc import Iterator

from generator.compile import Program
from generator.diagnostics import Diagnostic
from generator.render.atelier import Atelier
from generator.render.codes import GRAPHIQUE_VIDE
from generator.render.courbes import Courbe, courbe_du_calcul, se_dessine
from generator.resolve import KnowledgeBase


def graphiques(atelier: Atelier, program: Program) -> Iterator[Courbe]:
    """The charts of a calculator; one on which nothing is computed is told."""
    atelier.diagnostics.extend(graphiques_vides(atelier.base, program))
    drawn = (courbe_du_calcul(program, chart) for chart in program.calculateur.graphiques)
    return (chart for chart in drawn if chart is not None)


def graphiques_vides(base: KnowledgeBase, program: Program) -> Iterator[Diagnostic]:
    """The charts on which nothing is computed (MEM406)."""
    for index, chart in enumerate(program.calculateur.graphiques):
        if not se_dessine(program, chart):
            location = base.document("calculateur", program.id).locate("graphiques", index, "titre")
            yield GRAPHIQUE_VIDE.at(location, f"« {chart.titre} » : aucun point ne se calcule")
