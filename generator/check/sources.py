"""Every step that states the law says which."""

from collections.abc import Iterator

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic
from generator.model import Nature


@promesse("MEM503")
def etapes_sourcees(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Une étape de calcul énonce le droit ou le Pacte sans dire d'où elle le tient.

    Pourquoi : le lecteur doit pouvoir remonter de chaque ligne du résultat à son article.

    Remède : ajoutez « references » à l'étape, ou déclarez-la « nature: calcul » si elle n'est qu'une opération.
    """
    for calculateur in tout.base.calculateurs.values():
        document = tout.base.document("calculateur", calculateur.id)
        for index, etape in enumerate(calculateur.etapes):
            if etape.nature is not Nature.CALCUL and not etape.references:
                yield code.at(document.locate("etapes", index, "nom"), f"l'étape « {etape.nom} » n'a pas de source")
