"""The charts of a calculator."""

from collections.abc import Iterator

from generator.compile import Program
from generator.render.atelier import Atelier
from generator.render.codes import GRAPHIQUE_VIDE
from generator.render.courbes import Courbe, courbe_du_calcul


def graphiques(atelier: Atelier, program: Program) -> Iterator[Courbe]:
    """The charts of a calculator; one on which nothing is computed is told (MEM406)."""
    for index, chart in enumerate(program.calculateur.graphiques):
        drawn = courbe_du_calcul(program, chart)
        if drawn:
            yield drawn
        else:
            location = atelier.base.document("calculateur", program.id).locate("graphiques", index, "titre")
            message = f"« {chart.titre} » : aucun point ne se calcule"
            atelier.diagnostics.append(GRAPHIQUE_VIDE.at(location, message))
