"""What a size is measured on: a synthetic mémento, the same pages as Markdown, and a place for what is built."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.construction.droit import regle, theme

RACINE = Path(__file__).parents[2]
# The rule that is changed: its file, and its page in every engine.
TOUCHEE = 1
ADRESSE = f"regles/{regle(TOUCHEE)}/"
# Where a word is added in its file: at the beginning of its statement.
ENONCE = "enonce: "


@dataclass(frozen=True, slots=True)
class Chantier:
    """`pages` is how many pages the mémento publishes."""

    dossier: Path
    pages: int

    @property
    def memento(self) -> Path:
        return self.dossier / "memento"

    @property
    def mkdocs(self) -> Path:
        return self.dossier / "mkdocs"

    @property
    def eleventy(self) -> Path:
        return self.dossier / "eleventy"

    @property
    def regle(self) -> Path:
        return self.memento / "rules/regles" / theme(0) / f"{regle(TOUCHEE)}.yaml"


def ouvrir(dossier: Path, taille: int) -> Chantier:
    """Write it all, in processes of their own: what this one remembers would weigh on what it measures."""
    site = Chantier(dossier, 0)
    _lancer("bench.construction.synthese", str(taille), str(site.memento))
    return Chantier(dossier, int(_lancer("bench.construction.exporter", str(site.memento), str(dossier)).split()[-1]))


@contextmanager
def touche(fichier: Path, mot: str, apres: str) -> Iterator[None]:
    """A word is written in a file, right after a piece of it, for as long as the block lasts."""
    before = fichier.read_text(encoding="utf-8")
    if apres not in before:
        raise ValueError(f"{fichier} ne contient pas « {apres} »")
    fichier.write_text(before.replace(apres, f"{apres}{mot} ", 1), encoding="utf-8")
    try:
        yield
    finally:
        fichier.write_text(before, encoding="utf-8")


def _lancer(module: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=RACINE, check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout
