"""What an input declares besides its type: its own name, a default it could be given, a condition known before it."""

from collections.abc import Container, Iterator
from datetime import date
from decimal import Decimal

from generator.compile.codes import PAR_NOM
from generator.compile.formule import noms_employes
from generator.compile.portee import DATE_REFERENCE
from generator.compile.serialisation import options
from generator.diagnostics import Diagnostic, vouliez_vous_dire
from generator.load import Document
from generator.model import Calculateur, Entree, TypeEntree
from generator.resolve import KnowledgeBase
from generator.validate.conseils import en_booleen

MOTS = frozenset({"si", "alors", "sinon", "et", "ou", "non", "vrai", "faux"})
DEFAUTS: dict[TypeEntree, tuple[type | tuple[type, ...], str]] = {
    TypeEntree.NOMBRE: ((int, Decimal), "un nombre"),
    TypeEntree.BOOLEEN: (bool, "true ou false"),
    TypeEntree.DATE: (date, "une date AAAA-MM-JJ"),
    TypeEntree.CHOIX: (str, "un code"),
}


def noms_pris(calculateur: Calculateur, parameters: Container[str], document: Document) -> Iterator[Diagnostic]:
    """Inputs and steps whose name already means something in formulas: one would be read as the other."""
    named = [("entrees", index, entree.nom) for index, entree in enumerate(calculateur.entrees)]
    named += [("etapes", index, etape.nom) for index, etape in enumerate(calculateur.etapes)]
    for table, index, name in named:
        if name in parameters:
            meaning = "est déjà le nom d'un paramètre"
        elif name == DATE_REFERENCE:
            meaning = "désigne déjà la date dont on applique le droit"
        elif name in MOTS:
            meaning = "est un mot de la langue des formules"
        else:
            continue
        yield PAR_NOM["nom-pris"].at(document.locate(table, index, "nom"), f"« {name} » {meaning}")


def fautes_des_questions(calculateur: Calculateur, base: KnowledgeBase, document: Document) -> Iterator[Diagnostic]:
    """Conditions that wait for a later question, codes and defaults that are not possible answers."""
    names = [entree.nom for entree in calculateur.entrees]
    for index, entree in enumerate(calculateur.entrees):
        for name in noms_employes(entree.si or ""):
            if name in names[index:]:
                message = f"la question « {entree.nom} » dépend de « {name} », qui n'est pas posée avant elle"
                yield PAR_NOM["cycle"].at(document.locate("entrees", index, "si"), message)
        yield from _seulement(entree, base, document, index)
        yield from _defaut(entree, base, document, index)


def _seulement(entree: Entree, base: KnowledgeBase, document: Document, index: int) -> Iterator[Diagnostic]:
    known = list(options(entree.model_copy(update={"seulement": ()}), base))
    for rank, code in enumerate(entree.seulement):
        if code not in known:
            yield _impossible(code, known, document, "entrees", index, "seulement", rank)


def _defaut(entree: Entree, base: KnowledgeBase, document: Document, index: int) -> Iterator[Diagnostic]:
    if entree.defaut is None:
        return
    expected, words = DEFAUTS[entree.type]
    # In Python true is also an int: it is no number here.
    if not isinstance(entree.defaut, expected) or (isinstance(entree.defaut, bool) and expected is not bool):
        message, help = f"« {entree.defaut} » : on attend {words}, comme l'entrée", ""
        if expected is bool:
            help = en_booleen(entree.defaut)
        yield PAR_NOM["type"].at(document.locate("entrees", index, "defaut"), message, help)
    elif entree.type is TypeEntree.CHOIX and entree.defaut not in options(entree, base):
        yield _impossible(str(entree.defaut), list(options(entree, base)), document, "entrees", index, "defaut")


def _impossible(code: str, known: list[str], document: Document, *path: str | int) -> Diagnostic:
    help = vouliez_vous_dire(code, known) or f"codes possibles : {', '.join(known)}"
    return PAR_NOM["code"].at(document.locate(*path), f"« {code} » n'est jamais une valeur possible ici", help)
