"""What the mémento undertook to cover is there, and what is there was announced."""

from collections.abc import Iterator

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic, plus_proche
from generator.resolve.couverture import bilans


@promesse("MEM511")
def couverture_tenue(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Ce que rules/couverture.yaml promet n'est pas là, ou une page n'y est pas annoncée.

    Pourquoi : une règle ou une page qui disparaît laisse un trou que personne ne voit ; la liste le montre.

    Remède : remettez ce qui manque, ou retirez la promesse en disant pourquoi ; annoncez sous « sujets » ce que vous
    ajoutez. « memento couverture » donne tout ce qui manque.
    """
    for bilan in bilans(tout.base).values():
        document = tout.base.document("couverture", "couverture")
        unannounced = dict.fromkeys(bilan.non_annonces)
        for engage in bilan.engages:
            if engage.manque:
                near = plus_proche(engage.nom, unannounced)
                # A name that is announced under another spelling is told once, where it is written.
                unannounced.pop(near, None)
                help = f"vouliez-vous dire « {near.partition(':')[2]} » ?" if near else ""
                yield code.at(document.locate(*engage.place), f"{bilan.titre}, {engage.nom} : {engage.manque}", help)
        for name in unannounced:
            kind, _, identifier = name.partition(":")
            help = f"ajoutez « - {identifier} » sous « {kind} », dans « sujets »"
            yield code.at(document.locate_key("sujets"), f"« {name} » existe et n'est pas annoncé", help)
