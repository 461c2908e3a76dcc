"""A subject under another name: the new text of the files, and where its old addresses lead."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from generator.load.verrou import Verrou, ecrire_verrou
from generator.render.mentions import Mention, mentions
from generator.validate import Catalogue


@dataclass(frozen=True, slots=True)
class Renommage:
    """`textes` are the files that change, by their path before; `deplace` the one that changes its name: (old, new)."""

    textes: Mapping[str, str]
    deplace: tuple[str, str]
    mentions: Mapping[str, int] = field(default_factory=dict)


def renommer(catalogue: Catalogue, lus: Mapping[str, str], kind: str, ancien: str, nouveau: str) -> Renommage:
    """Only the letters of the name change. `lus` holds the text of each file, as it is on disk, by its path."""
    places: dict[str, list[Mention]] = {}
    for mention in mentions(catalogue, kind, ancien):
        places.setdefault(mention.place.path, []).append(mention)
    entry = next(one for one in catalogue.of(kind) if one.id == ancien)
    folder, _, file = entry.document.path.rpartition("/")
    return Renommage(
        {path: _remplacer(lus[path], found, nouveau) for path, found in places.items()},
        (entry.document.path, f"{folder}/{nouveau}.{file.rpartition('.')[2]}"),
        {path: len(found) for path, found in places.items()},
    )


def _remplacer(text: str, places: list[Mention], nouveau: str) -> str:
    """Lines and columns are those of a reader: the mark of encoding and the ends of lines stay as they are."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    lines = text.removeprefix(mark).split("\n")
    for mention in sorted(places, reverse=True):
        row, start = mention.place.line - 1, mention.place.column - 1
        end = start + len(mention.nom)
        assert lines[row][start:end] == mention.nom, f"{mention.place}: « {mention.nom} » is not there"
        written = nouveau.replace("-", "_") if mention.souligne else nouveau
        lines[row] = lines[row][:start] + written + lines[row][end:]
    return mark + "\n".join(lines)


def adresses_deplacees(avant: Collection[str], apres: Collection[str], ancien: str, nouveau: str) -> Mapping[str, str]:
    """Old address → new one, for all those that are no longer published. KeyError when one has no successor."""
    moved = {}
    for url in sorted(set(avant) - set(apres)):
        parts = [_segment(part, ancien, nouveau) for part in url.split("/")]
        target = "/".join(parts)
        if target not in apres:
            raise KeyError(url)
        moved[url] = target
    return moved


def _segment(part: str, ancien: str, nouveau: str) -> str:
    """A folder of that name, or a file: `x.csv`."""
    stem, dot, extension = part.partition(".")
    return f"{nouveau}{dot}{extension}" if stem == ancien else part


def verrou_renomme(verrou: Verrou, apres: Collection[str], deplacees: Mapping[str, str]) -> str:
    """The lock with its new redirects; the older ones lead straight to the end."""
    redirects = {old: deplacees.get(new, new) for old, new in verrou.redirections.items() if old not in apres}
    kept = [adresse.url for adresse in verrou.adresses]
    return ecrire_verrou([*kept, *deplacees.values()], {**redirects, **deplacees})
