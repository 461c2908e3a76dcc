"""Every step of the parcours is crossed with every model of SIAE."""

from collections.abc import Iterator

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic


@promesse("MEM515")
def matrice_complete(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Une case manque dans le tableau des étapes et des structures.

    Pourquoi : une case absente se lirait comme « rien n'est possible », alors qu'elle n'a pas été étudiée.

    Remède : ajoutez la case ; si rien de propre à ce modèle n'a été trouvé, dites-le.
    """
    matrice = tout.base.matrice
    if matrice is None:
        return
    held = {(case.etape, case.siae) for case in matrice.cases}
    location = tout.base.document("matrice", "matrice").locate_key("cases")
    for etape in tout.base.etapes:
        for siae in tout.base.listes["siae"].options:
            if (etape, siae) not in held:
                yield code.at(location, f"il manque la case « {etape} » × « {siae} »")
