"""Which subject cites which, read from the fields of the models."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import (
    Calculateur,
    Fiche,
    Glossaire,
    Mesure,
    Modele,
    Parametre,
    Reference,
    Regle,
    Structure,
)

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """`kind` and `id` are what is cited, `path` where in the file."""

    kind: str
    id: str
    path: Path
    reference: Reference | None = None


def citations(value: Modele) -> Iterator[Citation]:
    """Everything a file cites by identifier, in the order of its fields."""
    match value:
        case Regle():
            yield from _regle(value)
        case Parametre():
            yield from _list("theme", value.themes, ("themes",))
            yield from _list("liste", value.par, ("par",))
            for index, valeur in enumerate(value.valeurs):
                yield from _list("source", valeur.source, ("valeurs", index, "source"))
        case Calculateur():
            yield from _calculateur(value)
        case Mesure():
            yield from _references(value.references, ("references",))
            for index, action in enumerate(value.actions):
                path: Path = ("actions", index, "suite")
                yield from _references(action.suite.references, (*path, "references"))
                yield from _list("regle", action.suite.regles, (*path, "regles"))
            if value.proposition:
                path = ("proposition", "suite")
                yield from _references(value.proposition.suite.references, (*path, "references"))
                yield from _list("regle", value.proposition.suite.regles, (*path, "regles"))
        case Structure():
            yield Citation("siae", value.code, ("code",))
            yield from _references(value.references, ("references",))
        case Fiche():
            yield from _references(value.references, ("references",))
            yield from _list("calculateur", value.calculateurs, ("calculateurs",))
        case Glossaire():
            yield from _glossaire(value)
        case _:
            return


def _regle(regle: Regle) -> Iterator[Citation]:
    yield from _list("siae", regle.siae, ("siae",))
    yield from _list("theme", regle.themes, ("themes",))
    yield from _list("mesure", tuple(str(numero) for numero in regle.mesures), ("mesures",))
    yield from _list("calculateur", regle.calculateurs, ("calculateurs",))
    yield from _list("parametre", regle.parametres, ("parametres",))
    yield from _list("regle", regle.voir, ("voir",))
    for index, version in enumerate(regle.versions):
        yield from _references(version.references, ("versions", index, "references"))


def _calculateur(calculateur: Calculateur) -> Iterator[Citation]:
    yield from _list("siae", calculateur.siae, ("siae",))
    yield from _list("theme", calculateur.themes, ("themes",))
    yield from _list("mesure", tuple(str(numero) for numero in calculateur.mesures), ("mesures",))
    for index, entree in enumerate(calculateur.entrees):
        if entree.liste:
            yield Citation("liste", entree.liste, ("entrees", index, "liste"))
    for index, etape in enumerate(calculateur.etapes):
        if etape.regle:
            yield Citation("regle", etape.regle, ("etapes", index, "regle"))
        yield from _references(etape.references, ("etapes", index, "references"))


def _glossaire(glossaire: Glossaire) -> Iterator[Citation]:
    for index, terme in enumerate(glossaire.termes):
        yield from _references(terme.references, ("termes", index, "references"))
        yield from _list("terme", terme.remplace_par, ("termes", index, "remplace_par"))


def _list(kind: str, identifiers: tuple[str, ...], path: Path) -> Iterator[Citation]:
    for index, identifier in enumerate(identifiers):
        yield Citation(kind, identifier, (*path, index))


def _references(references: tuple[Reference, ...], path: Path) -> Iterator[Citation]:
    for index, reference in enumerate(references):
        yield Citation("source", reference.source, (*path, index, "source"), reference)
