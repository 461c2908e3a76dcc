"""A site built in a folder beside its place, controlled, then published whole or not at all."""

import gc
import logging
import time
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

# They are read here, while the rules are compiled, rather than when they are needed.
import generator.check
import generator.render.assemblage
import generator.render.relecture  # noqa: F401
from generator.adapters.a_part import Apart
from generator.adapters.brouillon import marquer
from generator.adapters.compression import comprimer
from generator.adapters.controle import Incomplet, controler
from generator.adapters.destination import destination
from generator.adapters.fabrication import lire_fabrication, resceller
from generator.adapters.lecture_du_site import Lecture
from generator.adapters.memoire import DOSSIER
from generator.adapters.mkdocs_plugin import MementoPlugin
from generator.adapters.moteurs import MOTEURS, construire_avec
from generator.adapters.publication import precedent, publication, retour
from generator.adapters.racine import un_seul_jour
from generator.adapters.sortie import motif
from generator.pipeline import Build


def publier(
    root: Path,
    sortie: Path | None,
    brouillon: str | None,
    moteur: str,
    regles: Apart[Build] | None,
    *,
    comprime: bool,
    documents: bool,
    forcer: bool,
    revenir: bool,
) -> int:
    """The status of `memento construire`; `regles` are those of the mémento, being compiled."""
    target = destination(root, sortie, forcer=forcer)
    try:
        if revenir:
            return _revenir(target, forcer=forcer)
        return _construire(root, target, brouillon, moteur, regles, comprime=comprime, documents=documents)
    except (Abort, ConfigurationError, Incomplet) as error:
        click.echo(f"Le site n'a pas été construit{f' : {error}' if str(error) else ''}.", err=True)
        return 1
    except OSError as error:
        place = f" ({error.filename})" if error.filename and str(error.filename) != str(target) else ""
        raise click.ClickException(
            f"impossible d'écrire {target}{place} : {motif(error)} ; rien n'est changé."
        ) from None


def _construire(
    root: Path,
    target: Path,
    brouillon: str | None,
    moteur: str,
    regles: Apart[Build] | None,
    *,
    comprime: bool,
    documents: bool,
) -> int:
    start = time.monotonic()
    read = None
    with un_seul_jour(), publication(target) as draft:
        click.echo(f"Construction de {target} …", err=True)
        if moteur in MOTEURS:
            construire_avec(MOTEURS[moteur], root, draft, brouillon, documents=documents)
        else:
            read = construire_dans(root, draft, brouillon, documents=documents, regles=regles)
        if comprime:
            comprimer(draft, root / DOSSIER / "compression")
            resceller(draft)
            read = None
        pages = controler(draft, read)
    click.echo(f"{pages} pages en {time.monotonic() - start:.1f} s dans {target}", err=True)
    # All that was made goes with the process: looking through it once more for garbage would take half a second.
    gc.freeze()
    return 0


def _revenir(target: Path, *, forcer: bool) -> int:
    with retour(target) as previous:
        if not previous.is_dir():
            raise click.ClickException(f"aucun site précédent n'est gardé à côté de {target}.")
        try:
            controler(previous)
        except Incomplet as error:
            if not forcer:
                raise click.ClickException(
                    f"{previous} n'est pas un site entier : {error} ; il est remis tel quel avec --forcer."
                ) from None
        fait = lire_fabrication(previous)
    state = f"Le site au {fait['etat_au']}" if fait else "Le site précédent"
    click.echo(f"{state} est remis dans {target} ; l'autre est gardé dans {precedent(target)}.", err=True)
    return 0


def construire_dans(
    root: Path,
    folder: Path,
    brouillon: str | None = None,
    *,
    documents: bool = True,
    regles: Apart[Build] | None = None,
) -> Lecture | None:
    """Build with MkDocs into a folder; a warning is an error. Raises mkdocs.exceptions.Abort. What was read of it.

    `brouillon` makes a draft, of what it names when it is not empty; `regles` are its rules, being compiled. Without
    `documents`, nothing is printed.
    """
    _dire_les_avertissements()
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
    if brouillon is not None:
        marquer(config, brouillon)
    plugin = config.plugins["memento"]
    assert isinstance(plugin, MementoPlugin)
    plugin.regles = regles
    if not documents:
        plugin.config["documents"] = False
    try:
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    finally:
        # MkDocs may keep this object for another build, of other files.
        plugin.regles = None
    return plugin.lecture


def _dire_les_avertissements() -> None:
    """MkDocs' warnings reach the terminal, its chatter does not."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
