"""What is begun is finished before it is published."""

from collections.abc import Iterator

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic
from generator.render.marques import marques


@promesse("MEM525")
def ebauches_achevees(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un champ porte encore la marque « À COMPLÉTER ».

    Pourquoi : « memento nouveau » marque ainsi ce que seule la source peut dire ; publié tel quel, le lecteur croirait
    à une règle.

    Remède : remplacez toute la phrase, marque comprise, par ce que dit la source ; un champ facultatif peut aussi être
    supprimé.
    """
    for _, document in tout.documents:
        for place, expected in marques(document):
            yield code.at(place, f"ce champ reste à compléter{f' : {expected}' if expected else ''}")
