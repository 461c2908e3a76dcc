"""What is measured of an engine at a size."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.construction.chantier import ADRESSE, Chantier
from bench.construction.langue import LETTRES
from bench.construction.moteurs import Moteur
from bench.construction.poids import Poids, peser
from bench.construction.processus import Passage, mesurer


class Echec(Exception):
    """An engine did not build what it was given."""


@dataclass
class Mesures:
    """The runs of an engine on `pages` pages: from nothing, and after one rule has changed.

    `absent` says why there are none; `visible` are the seconds until `memento servir` shows a change, None past
    `delai`; `jour` is when they were made.
    """

    moteur: str
    taille: int
    pages: int
    delai: float
    froids: list[Passage] = field(default_factory=list)
    touches: list[Passage] = field(default_factory=list)
    poids: Poids | None = None
    absent: str = ""
    echec: bool = False
    visible: list[float | None] = field(default_factory=list)
    jour: str = ""

    def abandonner(self) -> None:
        """It failed once: none of its figures is kept."""
        self.echec, self.absent, self.poids = True, "échec", None
        self.froids.clear()
        self.touches.clear()

    @property
    def coupe(self) -> bool:
        return any(run.code is None for run in self.froids)

    @property
    def duree(self) -> float | None:
        """The median from nothing; None when it was not run, or cut."""
        return self._mediane(self.froids, lambda run: run.duree)

    @property
    def processeur(self) -> float | None:
        return self._mediane(self.froids, lambda run: run.processeur)

    @property
    def memoire(self) -> int | None:
        """The greatest peak."""
        return max(run.memoire for run in self.froids) if self.duree is not None else None

    @property
    def apres(self) -> float | None:
        """The median after a change."""
        return self._mediane(self.touches, lambda run: run.duree)

    @property
    def processeur_apres(self) -> float | None:
        return self._mediane(self.touches, lambda run: run.processeur)

    @property
    def vu(self) -> float | None:
        """The median until a change is seen; None when it was not measured, or not seen in time."""
        seen = [value for value in self.visible if value is not None]
        return median(seen) if seen and len(seen) == len(self.visible) else None

    @staticmethod
    def _mediane(runs: Sequence[Passage], de: Callable[[Passage], float]) -> float | None:
        return median(map(de, runs)) if runs and all(run.reussi for run in runs) else None


def passer(moteur: Moteur, chantier: Chantier, mesures: Mesures, *, changer: bool = True) -> None:
    """One run from nothing, then one after a change, if asked; nothing more once it has been cut. Raises Echec."""
    if mesures.coupe:
        return
    log = chantier.dossier / f"{moteur.code}.log"
    moteur.nettoyer(chantier)
    command = moteur.construire(chantier)
    mesures.froids.append(mesurer(command.arguments, command.dossier, log, mesures.delai, command.environnement))
    if mesures.coupe:
        moteur.nettoyer(chantier)
        return
    _reussi(moteur, mesures.froids[-1], log.read_text(encoding="utf-8", errors="replace"))
    mesures.poids = peser(moteur.site(chantier))
    if changer:
        _changer(moteur, chantier, mesures, log)
    moteur.nettoyer(chantier)


def _changer(moteur: Moteur, chantier: Chantier, mesures: Mesures, log: Path) -> None:
    word = mot(len(mesures.froids))
    with moteur.toucher(chantier, word):
        command = moteur.construire(chantier, encore=True)
        mesures.touches.append(mesurer(command.arguments, command.dossier, log, mesures.delai, command.environnement))
    if mesures.touches[-1].code is not None:
        _reussi(moteur, mesures.touches[-1], log.read_text(encoding="utf-8", errors="replace"))
        page = moteur.site(chantier) / ADRESSE / "index.html"
        if word not in page.read_text(encoding="utf-8"):
            raise Echec(f"{moteur.nom} n'a pas reconstruit la page changée")


def mot(rang: int) -> str:
    """A word that no page has, another each time."""
    return f"zzmesure{LETTRES[rang % len(LETTRES)].lower() * (1 + rang // len(LETTRES))}zz"


def _reussi(moteur: Moteur, passage: Passage, journal: str) -> None:
    if not passage.reussi:
        raise Echec(f"{moteur.nom} a échoué ({passage.code}) :\n{journal[-2000:]}")
