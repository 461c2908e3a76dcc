"""The engines that can build the site in place of MkDocs, each in a process of its own. See ADR 0030."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from generator.adapters import dossier
from generator.adapters.brouillon import PLAN
from generator.adapters.composition import Incomposable
from generator.adapters.entetes import protegee, proteger
from generator.adapters.fabrication import fabrication, sceller
from generator.adapters.hors_ligne import poser
from generator.adapters.racine import aujourd_hui, montrer
from generator.pipeline import build

# An engine that is still silent after this has stopped for ever.
PATIENCE = 1_800
SANS_USAGE = ("assets/javascripts/lunr", "assets/javascripts/workers", "assets/stylesheets/modern")


@dataclass(frozen=True, slots=True)
class Moteur:
    """`module` is what `python -m` runs, `theme` what its own theme is told, `requis` the modules that it needs."""

    nom: str
    module: str
    theme: Mapping[str, Any] = field(default_factory=dict)
    requis: tuple[str, ...] = ()


MOTEURS = {
    moteur.module: moteur
    for moteur in (
        # Its older look is that of Material, which our styles know.
        Moteur("Zensical", "zensical", theme={"variant": "classic"}),
        Moteur("ProperDocs", "properdocs", requis=("material",)),
    )
}


def construire_avec(
    moteur: Moteur, root: Path, folder: Path, brouillon: str | None = None, *, documents: bool = True
) -> None:
    """Build into an empty folder. Raises click.ClickException with what is wrong: then the folder is of no use."""
    for module in (moteur.module, *moteur.requis):
        if find_spec(module) is None:
            raise click.ClickException(
                f"{moteur.nom} n'est pas installé. Lancez : pip install 'memento-inclusion[{moteur.module}]'"
            )
    today = aujourd_hui()
    built = build(root, today, documents=documents)
    if built.report.diagnostics:
        montrer(built.report, root)
    if built.failed:
        raise click.ClickException("le mémento contient des erreurs : le site n'est pas construit.")
    # Beside what it becomes: moved, not copied, and swept with it when the build is killed.
    with TemporaryDirectory(prefix=".dossier.", dir=folder) as work:
        place = Path(work).resolve()
        try:
            dossier.ecrire(root, built, place, today, moteur.theme, brouillon)
        except Incomposable as error:
            raise click.ClickException(str(error)) from None
        _lancer(moteur, place)
        for made in (place / dossier.SITE).iterdir():
            made.rename(folder / made.name)
    _epurer(folder, brouillon)
    for page in folder.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        if not protegee(html):
            page.write_text(proteger(html), encoding="utf-8")
    poser(folder, today, archive=documents)
    sceller(folder, fabrication(built, root, today, brouillon))


def _lancer(moteur: Moteur, place: Path) -> None:
    """A warning is an error, as with MkDocs; what the engine says is told only then."""
    command = [sys.executable, "-m", moteur.module, "build", "--strict", "-f", str(place / dossier.CONFIGURATION)]
    # The extension of Markdown that the folder holds is found first.
    paths = os.pathsep.join([str(place), *filter(None, [os.environ.get("PYTHONPATH")])])
    try:
        done = subprocess.run(
            command,
            cwd=place,
            env={**os.environ, "PYTHONPATH": paths},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise click.ClickException(f"{moteur.nom} n'a rien rendu en {PATIENCE // 60} minutes.") from None
    if done.returncode or not (place / dossier.SITE / "index.html").is_file():
        click.echo(done.stdout.strip(), err=True)
        raise click.ClickException(f"{moteur.nom} n'a pas construit le site.")


def _epurer(folder: Path, brouillon: str | None) -> None:
    """Remove what serves a search or a look that are not ours, and the plan that a draft must not give."""
    for unused in SANS_USAGE:
        shutil.rmtree(folder / unused, ignore_errors=True)
    for name in ("search.json", *((PLAN, f"{PLAN}.gz") if brouillon is not None else ())):
        (folder / name).unlink(missing_ok=True)
