"""The codes that index a parameter are those of its lists, at the right depth."""

from collections.abc import Iterator, Mapping

from generator.diagnostics import Diagnostic, vouliez_vous_dire
from generator.load import Document
from generator.model import Liste, Parametre
from generator.resolve import codes
from generator.resolve.citations import Path


def indices_de_parametre(parametre: Parametre, listes: Mapping[str, Liste], document: Document) -> Iterator[Diagnostic]:
    """Unknown codes in values and gaps; `pour` must name an index of the parameter, whose lists are all in `listes`."""
    for index, valeur in enumerate(parametre.valeurs):
        yield from _table(valeur.valeur, parametre.par, listes, ("valeurs", index, "valeur"), document)
    for index, lacune in enumerate(parametre.lacunes):
        for name, cells in lacune.pour.items():
            path: Path = ("lacunes", index, "pour", name)
            if name not in parametre.par:
                yield _unknown(name, parametre.par, document, path, "un index de ce paramètre", key=True)
                continue
            for rank, code in enumerate(cells):
                if code not in listes[name].options:
                    yield _unknown(
                        code, tuple(listes[name].options), document, (*path, rank), f"un code de la liste {name}"
                    )


def _table(
    valeur: object, par: tuple[str, ...], listes: Mapping[str, Liste], path: Path, document: Document
) -> Iterator[Diagnostic]:
    if not par:
        if isinstance(valeur, dict):
            yield codes.CELLULE_INCONNUE.at(document.locate(*path), "une seule valeur est attendue ici, sans tableau")
        return
    if not isinstance(valeur, dict):
        message = f"un tableau par {par[0]} est attendu ici"
        yield codes.CELLULE_INCONNUE.at(document.locate(*path), message)
        return
    for code, item in valeur.items():
        if code not in listes[par[0]].options:
            yield _unknown(
                code, tuple(listes[par[0]].options), document, (*path, code), f"un code de la liste {par[0]}", key=True
            )
        yield from _table(item, par[1:], listes, (*path, code), document)


def _unknown(
    word: str, known: tuple[str, ...], document: Document, path: Path, expected: str, *, key: bool = False
) -> Diagnostic:
    location = document.locate_key(*path) if key else document.locate(*path)
    question, listed = vouliez_vous_dire(word, known), f"valeurs admises : {', '.join(known)}"
    help = f"{question} ; {listed}" if question else listed
    return codes.CELLULE_INCONNUE.at(location, f"« {word} » n'est pas {expected}", help)
