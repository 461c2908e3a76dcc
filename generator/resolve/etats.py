"""Where a rule stands on a day: in law, ended, unknown and why, or never law."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from generator.model import Regle, Statut, VersionDeRegle


class Genre(StrEnum):
    """`droit`: a version is in force or under experiment; `fini`: it was law and no longer is; `lacune`: the text of
    that day was not read; `avant`: the day is before the first known version; `jamais`: only ever proposed.
    """

    DROIT = "droit"
    FINI = "fini"
    LACUNE = "lacune"
    AVANT = "avant"
    JAMAIS = "jamais"


@dataclass(frozen=True, slots=True)
class EtatDeRegle:
    """`version` is the one that holds, or the last one when the rule is over; `motif` is that of the gap."""

    genre: Genre
    version: VersionDeRegle | None = None
    motif: str | None = None

    @property
    def connu(self) -> bool:
        """True when one knows whether it is the law."""
        return self.genre in (Genre.DROIT, Genre.FINI)


def etat_au(regle: Regle, jour: date) -> EtatDeRegle:
    """The law comes first, as in `Regle.au`; then the gaps that were declared; then what the dates alone say."""
    version = regle.au(jour)
    if version is not None:
        return EtatDeRegle(Genre.FINI if version.statut is Statut.ABROGE else Genre.DROIT, version)
    gap = next((gap for gap in regle.lacunes if gap.du <= jour and (gap.au is None or jour <= gap.au)), None)
    if gap is not None:
        return EtatDeRegle(Genre.LACUNE, motif=gap.motif)
    if not regle.droit:
        return EtatDeRegle(Genre.JAMAIS)
    if jour < regle.droit[0].du:
        return EtatDeRegle(Genre.AVANT)
    return EtatDeRegle(Genre.FINI, regle.droit[-1])


def propositions_au(regle: Regle, jour: date) -> tuple[VersionDeRegle, ...]:
    """What had been proposed by that day and had not lapsed, oldest first; never the law."""
    return tuple(version for version in regle.propositions if version.en_cours(jour))
