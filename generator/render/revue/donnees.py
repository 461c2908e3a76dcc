"""What differs between two readings of a file: field by field, lists by what names their items."""

from collections.abc import Iterator
from dataclasses import dataclass

# What names an item of a list among the others: the first of these fields that all items have, each its own.
NOMS = ("id", "sigle", "code", "nom", "numero", "du", "titre", "date", "source", "libelle")

# The last step of a path when items are the same and do not follow one another as they did.
ORDRE = "ordre"

Chemin = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Champ:
    """One field, or one item of a list, that is not the same; None on the side where it is not.

    An item is found by its name (`versions`, `2020-01-01`, `enonce`); when nothing names it, by its rank or, when some
    came or went, by what it holds.
    """

    chemin: Chemin
    avant: object
    apres: object


def champs(avant: object, apres: object, chemin: Chemin = ()) -> Iterator[Champ]:
    """Every difference, in the order of the files; a text cut in other lines is the same text."""
    if isinstance(avant, dict) and isinstance(apres, dict):
        for name in dict.fromkeys((*avant, *apres)):
            yield from champs(avant.get(name), apres.get(name), (*chemin, str(name)))
    elif isinstance(avant, list) and isinstance(apres, list):
        yield from _listes(avant, apres, chemin)
    elif _normal(avant) != _normal(apres):
        yield Champ(chemin, avant, apres)


def _listes(avant: list[object], apres: list[object], chemin: Chemin) -> Iterator[Champ]:
    field = next((name for name in NOMS if _nomme(avant, name) and _nomme(apres, name)), None)
    unnamed = field is None and any(isinstance(item, dict) for item in (*avant, *apres))
    if unnamed and len(avant) == len(apres):
        for rank, pair in enumerate(zip(avant, apres, strict=True), 1):
            yield from champs(*pair, (*chemin, str(rank)))
        return
    old, new = _par_nom(avant, field), _par_nom(apres, field)
    for name in dict.fromkeys((*old, *new)):
        before, after = old.get(name), new.get(name)
        if before is None or after is None:
            yield Champ(chemin if unnamed else (*chemin, name), before, after)
        else:
            yield from champs(before, after, (*chemin, name))
    kept = [name for name in old if name in new]
    if not unnamed and kept != [name for name in new if name in old]:
        yield Champ((*chemin, ORDRE), list(old), list(new))


def _nomme(items: list[object], field: str) -> bool:
    """True when the field tells each item from the others."""
    names = [_texte(item[field]) for item in items if isinstance(item, dict) and field in item]
    return len(names) == len(items) == len(set(names))


def _par_nom(items: list[object], field: str | None) -> dict[str, object]:
    """The items by their name; by their content and their rank among the same ones when nothing names them."""
    found: dict[str, object] = {}
    for item in items:
        held = item[field] if field is not None and isinstance(item, dict) else item
        name, rank = _texte(held), 2
        while name in found:
            name, rank = f"{_texte(held)} ({rank})", rank + 1
        found[name] = item
    return found


def _texte(value: object) -> str:
    return " ".join(str(value).split())


def _normal(value: object) -> object:
    return _texte(value) if isinstance(value, str) else value
