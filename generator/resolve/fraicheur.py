"""What is to be read again: its day has come, or the text has changed since it was read."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from generator.model import Calculateur, Parametre, Reference, Regle, Statut, Verifie, VersionDeSource
from generator.resolve.base import KnowledgeBase
from generator.resolve.citations import Path


class Motif(StrEnum):
    """Why, the most urgent first: the day to read it again is past; its source has another version since it was
    verified; its source has none in force; it cites a version that is not the one in force; its day is near.
    """

    PASSEE = "date-passee"
    CHANGEE = "source-changee"
    ETEINTE = "source-sans-version"
    REMPLACEE = "version-remplacee"
    BIENTOT = "bientot"


@dataclass(frozen=True, slots=True)
class ARelire:
    """A subject to read again. `depuis` is the day from which it is, or will be, too old; `place` where it is written.

    `source` is the text in question, `version` the one in force today, `citee` the one that is cited.
    """

    genre: str
    id: str
    motif: Motif
    depuis: date
    verifie_le: date
    place: Path
    source: str | None = None
    version: str | None = None
    citee: str | None = None

    @property
    def urgence(self) -> tuple[int, date, str, str]:
        return list(Motif).index(self.motif), self.depuis, self.genre, self.id


@dataclass(frozen=True, slots=True)
class _Citation:
    source: str
    version: str | None
    place: Path


def a_relire(base: KnowledgeBase, today: date, jours: int) -> tuple[ARelire, ...]:
    """Everything to read again by `jours` days from today, the most urgent first."""
    found: list[ARelire] = []
    for identifier, regle in base.regles.items():
        found += _un("regle", identifier, regle, tuple(_de_regle(regle, today)), base, today, jours)
    for identifier, parametre in base.parametres.items():
        found += _un("parametre", identifier, parametre, tuple(_de_parametre(parametre, today)), base, today, jours)
    for identifier, calculateur in base.calculateurs.items():
        found += _un("calculateur", identifier, calculateur, tuple(_de_calculateur(calculateur)), base, today, jours)
    return tuple(sorted(found, key=lambda one: one.urgence))


def _un(
    genre: str,
    identifier: str,
    held: Verifie,
    citees: tuple[_Citation, ...],
    base: KnowledgeBase,
    today: date,
    jours: int,
) -> Iterator[ARelire]:
    before = held.a_reverifier_avant
    if before <= today + timedelta(days=jours):
        motif = Motif.PASSEE if before <= today else Motif.BIENTOT
        yield ARelire(genre, identifier, motif, before, held.verifie_le, ("a_reverifier_avant",))
    for source in dict.fromkeys(cited.source for cited in citees):
        same = [cited for cited in citees if cited.source == source]
        judged = _juger(base.sources[source].versions, [one.version for one in same], held.verifie_le, today)
        if judged:
            motif, since, current = judged
            first = same[0]
            yield ARelire(genre, identifier, motif, since, held.verifie_le, first.place, source, current, first.version)


def _juger(
    versions: tuple[VersionDeSource, ...], citees: list[str | None], verifie_le: date, today: date
) -> tuple[Motif, date, str | None] | None:
    """Why what cites a text is to be read again, since when, and the version in force; None when it holds.

    A statement may cite an older version beside the one in force, to say what it continues.
    """
    started = [version for version in versions if version.du <= today]
    if not started:
        return None
    last = max(started, key=lambda version: version.du)
    if last.au is not None and last.au < today:
        return Motif.ETEINTE, last.au + timedelta(days=1), None
    if verifie_le < last.du:
        return Motif.CHANGEE, last.du, last.id
    if None not in citees and last.id not in citees:
        return Motif.REMPLACEE, last.du, last.id
    return None


def _de_regle(regle: Regle, today: date) -> Iterator[_Citation]:
    """What the version in force cites; one that is over rightly cites the texts of its days."""
    version = regle.au(today)
    if version is not None and version.statut is not Statut.ABROGE:
        yield from _references(version.references, ("versions", regle.versions.index(version)))


def _de_parametre(parametre: Parametre, today: date) -> Iterator[_Citation]:
    """What the last value cites."""
    started = [(index, value) for index, value in enumerate(parametre.valeurs) if value.du <= today]
    if started:
        index, value = max(started, key=lambda item: item[1].du)
        if value.au is None or today <= value.au:
            for rank, source in enumerate(value.source):
                yield _Citation(source, None, ("valeurs", index, "source", rank))


def _de_calculateur(calculateur: Calculateur) -> Iterator[_Citation]:
    for index, etape in enumerate(calculateur.etapes):
        yield from _references(etape.references, ("etapes", index))


def _references(references: tuple[Reference, ...], path: Path) -> Iterator[_Citation]:
    for rank, reference in enumerate(references):
        yield _Citation(reference.source, reference.version, (*path, "references", rank, "source"))
