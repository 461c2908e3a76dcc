"""The engines: how each builds the same pages, and what it offers when one page has changed."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bench.construction.chantier import ADRESSE, ENONCE, RACINE, Chantier, touche

ICI = Path(__file__).parent
VENV = RACINE / "build/construction/venv"
PAIRS = ICI / "requirements.txt"
ELEVENTY = ICI / "node_modules/@11ty/eleventy"
# Python keeps what it compiles, as it does unless it is told otherwise.
ENVIRONNEMENT = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": ""}
# The first words of the pages of Markdown that are ours to change: their title.
TITRE = "\n# "


@dataclass(frozen=True, slots=True)
class Commande:
    arguments: tuple[str, ...]
    dossier: Path
    env: Mapping[str, str] = field(default_factory=dict)

    @property
    def environnement(self) -> Mapping[str, str]:
        return {**os.environ, **ENVIRONNEMENT, **self.env}


class Moteur(Protocol):
    """`limite` is the greatest size that it is asked to build, and `raison` why."""

    code: str
    nom: str
    limite: int | None
    raison: str

    def nettoyer(self, chantier: Chantier) -> None:
        """Put all that was built or kept out of its way."""

    def construire(self, chantier: Chantier, *, encore: bool = False) -> Commande:
        """From nothing; `encore` when all was just built, and one page has changed since."""

    def site(self, chantier: Chantier) -> Path:
        """Where it writes."""

    def toucher(self, chantier: Chantier, mot: str) -> AbstractContextManager[None]:
        """Add a word to the rule that is changed."""

    def version(self) -> str:
        """What is measured, as one would install it."""


class Nous:
    """`memento construire`; without options: pages, search, data, printed documents, archive to take away."""

    limite: int | None = None
    raison = ""

    def __init__(self, code: str, nom: str, *options: str) -> None:
        self.code, self.nom, self.options = code, nom, options

    def nettoyer(self, chantier: Chantier) -> None:
        _ecarter(chantier, self.site(chantier), chantier.memento / ".memento")

    def construire(self, chantier: Chantier, *, encore: bool = False) -> Commande:  # noqa: ARG002
        command = memento("construire", "--sortie", str(self.site(chantier)), *self.options)
        return Commande(command, chantier.memento, CHEMIN)

    def site(self, chantier: Chantier) -> Path:
        return chantier.dossier / f"site-{self.code}"

    def toucher(self, chantier: Chantier, mot: str) -> AbstractContextManager[None]:
        return touche(chantier.regle, mot, ENONCE)

    def version(self) -> str:
        from generator import VERSION

        return f"le mémento {VERSION}"


class Materiel:
    """MkDocs with Material, its search, and its navigation: whole, or pruned."""

    def __init__(self, code: str, nom: str, config: str, limite: int | None = None, raison: str = "") -> None:
        self.code, self.nom, self.config, self.limite, self.raison = code, nom, config, limite, raison

    def nettoyer(self, chantier: Chantier) -> None:
        _ecarter(chantier, self.site(chantier))

    def construire(self, chantier: Chantier, *, encore: bool = False) -> Commande:
        mode = "--dirty" if encore else "--clean"
        command = (str(VENV / "bin/mkdocs"), "build", "-f", f"{self.config}.yml", mode, "-d", str(self.site(chantier)))
        return Commande(command, chantier.mkdocs)

    def site(self, chantier: Chantier) -> Path:
        return chantier.dossier / f"site-{self.code}"

    def toucher(self, chantier: Chantier, mot: str) -> AbstractContextManager[None]:
        return touche(chantier.mkdocs / "docs" / ADRESSE / "index.md", mot, TITRE)

    def version(self) -> str:
        return f"MkDocs {_version_de('mkdocs')}, Material {_version_de('mkdocs-material')}"


class Zensical(Materiel):
    """The successor that Material's authors write: same files, its own cache for what has not changed."""

    def nettoyer(self, chantier: Chantier) -> None:
        _ecarter(chantier, self.site(chantier), chantier.mkdocs / ".cache")

    def construire(self, chantier: Chantier, *, encore: bool = False) -> Commande:  # noqa: ARG002
        return Commande((str(VENV / "bin/zensical"), "build", "-f", f"{self.config}.yml"), chantier.mkdocs)

    def site(self, chantier: Chantier) -> Path:
        return chantier.mkdocs / "site"

    def version(self) -> str:
        return f"Zensical {_version_de('zensical')}"


class Eleventy:
    """The plainest site: one layout with its pruned navigation, without any search. From the command line it keeps
    nothing from one build to the next.
    """

    code, nom = "eleventy", "Eleventy, sans recherche"
    limite: int | None = None
    raison = ""

    def nettoyer(self, chantier: Chantier) -> None:
        _ecarter(chantier, self.site(chantier))

    def construire(self, chantier: Chantier, *, encore: bool = False) -> Commande:  # noqa: ARG002
        command = ("node", str(ELEVENTY / "cmd.cjs"), "--input=src", f"--output={self.site(chantier)}", "--quiet")
        return Commande(command, chantier.eleventy)

    def site(self, chantier: Chantier) -> Path:
        return chantier.dossier / "site-eleventy"

    def toucher(self, chantier: Chantier, mot: str) -> AbstractContextManager[None]:
        return touche(chantier.eleventy / "src" / ADRESSE / "index.md", mot, TITRE)

    def version(self) -> str:
        node = subprocess.run(("node", "--version"), check=True, capture_output=True, text=True).stdout.strip()
        held = (ICI / "package.json").read_text(encoding="utf-8").partition('eleventy": "')[2]
        return f"Eleventy {held.partition(chr(34))[0]} (Node {node})"


ENTIERE = "navigation entière sur chaque page, sortie quadratique"
MOTEURS: tuple[Moteur, ...] = (
    Nous("nous-pages", "le mémento, pages et recherche", "--sans-documents"),
    Nous("nous", "le mémento entier"),
    Materiel("material", "Material", "entier", 1_000, ENTIERE),
    Materiel("material-elague", "Material élagué", "elague"),
    Zensical("zensical", "Zensical", "entier", 1_000, ENTIERE),
    Zensical("zensical-elague", "Zensical élagué", "elague"),
    Eleventy(),
)
# Our package is read from the repository, wherever the mémento stands.
CHEMIN = {"PYTHONPATH": str(RACINE)}


def memento(*arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-m", "generator.adapters.cli", *arguments)


def installer() -> None:
    """The Python peers in an environment of their own, made again when what they are has changed."""
    stamp, wanted = VENV / ".pret", PAIRS.read_text(encoding="utf-8")
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    subprocess.run((sys.executable, "-m", "venv", "--clear", str(VENV)), check=True)
    pip = (str(VENV / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    subprocess.run((*pip, "--requirement", str(PAIRS)), check=True)
    stamp.write_text(wanted, encoding="utf-8")


def _version_de(paquet: str) -> str:
    code = "import sys, importlib.metadata as m; print(m.version(sys.argv[1]))"
    told = subprocess.run((str(VENV / "bin/python"), "-c", code, paquet), check=True, capture_output=True, text=True)
    return told.stdout.strip()


def _ecarter(chantier: Chantier, *dossiers: Path) -> None:
    """Nothing is deleted before the end of the bench. For minutes, ext4 gives none of the files that were deleted back:
    whoever makes files after that looks through all of them, each time.
    """
    aside = chantier.dossier / "ecartes"
    aside.mkdir(exist_ok=True)
    for folder in filter(Path.exists, dossiers):
        folder.rename(aside / f"{len(os.listdir(aside))}")
