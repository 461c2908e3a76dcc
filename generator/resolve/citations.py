"""Which subject cites which, read from the fields of the models."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.model import Couverture, Modele, Reference, Structure

Path = tuple[str | int, ...]

# A field of that name, in any model, holds identifiers of that kind, one or several.
CHAMPS = {
    "siae": "siae",
    "themes": "theme",
    "mesures": "mesure",
    "calculateurs": "calculateur",
    "parametres": "parametre",
    "parametre": "parametre",
    "voir": "regle",
    "regles": "regle",
    "regle": "regle",
    "source": "source",
    "par": "liste",
    "liste": "liste",
    "remplace_par": "terme",
    "etape": "etape",
    "module": "module",
    "pratiques": "pratique",
    "outils": "outil",
    "reperes": "repere",
}


@dataclass(frozen=True, slots=True)
class Citation:
    """`kind` and `id` are what is cited, `path` where in the file."""

    kind: str
    id: str
    path: Path
    reference: Reference | None = None


def citations(value: Modele) -> Iterator[Citation]:
    """Everything a file cites by identifier, in the order of its fields; what is covered is a promise, checked last."""
    if isinstance(value, Couverture):
        return
    if isinstance(value, Structure) and not value.voisine:
        yield Citation("siae", value.code, ("code",))
    yield from _champs(value, ())


def _champs(value: Modele, path: Path) -> Iterator[Citation]:
    reference = value if isinstance(value, Reference) else None
    held = vars(value)
    for name in _noms(type(value)):
        found = held[name]
        if found is None or (name not in CHAMPS and not isinstance(found, Modele | tuple)):
            continue
        for place, item in _elements(found, (*path, name)):
            if isinstance(item, Modele):
                yield from _champs(item, place)
            # The law that made a version of a source (`par`) is said in words; a list that indexes is one of several.
            elif name in CHAMPS and item is not None and not (name == "par" and found is item):
                yield Citation(CHAMPS[name], str(item), place, reference)


@cache
def _noms(kind: type[Modele]) -> tuple[str, ...]:
    """The fields of a model, in their order."""
    return tuple(kind.model_fields)


def _elements(held: object, path: Path) -> Iterator[tuple[Path, object]]:
    """What a field holds, one or several, each with its place."""
    if isinstance(held, tuple):
        yield from (((*path, index), item) for index, item in enumerate(held))
    else:
        yield path, held
