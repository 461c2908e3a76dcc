"""What was verified long ago is verified again."""

from collections.abc import Iterator
from datetime import timedelta

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic, Severity
from generator.model import Verifie

PREAVIS = timedelta(days=60)


@promesse("MEM507")
def verification_perimee(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """La date de nouvelle vérification est passée.

    Pourquoi : le droit a pu changer depuis ; l'affirmer encore engagerait le lecteur à tort.

    Remède : relisez la source, corrigez ce qui a changé, puis avancez « verifie_le » et « a_reverifier_avant ».
    """
    for kind, identifier, verified in _verifiables(tout):
        if tout.today >= verified.a_reverifier_avant:
            location = tout.base.document(kind, identifier).locate("a_reverifier_avant")
            yield code.at(location, f"« {identifier} » devait être vérifié avant le {verified.a_reverifier_avant}")


@promesse("MEM508", Severity.AVERTISSEMENT)
def a_reverifier_bientot(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """La date de nouvelle vérification approche.

    Pourquoi : passé ce jour, le mémento refuse de se construire plutôt que d'affirmer sans avoir relu.

    Remède : relisez la source dans les soixante jours, puis avancez « verifie_le » et « a_reverifier_avant ».
    """
    for kind, identifier, verified in _verifiables(tout):
        if tout.today < verified.a_reverifier_avant <= tout.today + PREAVIS:
            location = tout.base.document(kind, identifier).locate("a_reverifier_avant")
            yield code.at(location, f"« {identifier} » est à vérifier avant le {verified.a_reverifier_avant}")


def _verifiables(tout: Tout) -> Iterator[tuple[str, str, Verifie]]:
    for identifier, regle in tout.base.regles.items():
        yield "regle", identifier, regle
    for identifier, parametre in tout.base.parametres.items():
        yield "parametre", identifier, parametre
    for identifier, calculateur in tout.base.calculateurs.items():
        yield "calculateur", identifier, calculateur
