"""`memento construire`: the site, published whole or not at all."""

import gc
import logging
import time
from collections.abc import Callable
from pathlib import Path

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.adapters.brouillon import marquer
from generator.adapters.compression import comprimer
from generator.adapters.controle import Incomplet, controler
from generator.adapters.destination import destination
from generator.adapters.fabrication import lire_fabrication, resceller
from generator.adapters.francais import Aide
from generator.adapters.memoire import DOSSIER
from generator.adapters.moteurs import MOTEURS, construire_avec
from generator.adapters.publication import precedent, publication, retour
from generator.adapters.racine import un_seul_jour
from generator.adapters.sortie import motif


@click.command(
    cls=Aide,
    help="Construit le site. Si elle échoue, l'ancien site reste entier ; si elle réussit, il est gardé à côté.",
)
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier du site (par défaut : site/, à la racine du mémento).",
)
@click.option(
    "--brouillon",
    is_flag=False,
    flag_value="",
    metavar="[NOM]",
    help="Marque chaque page et chaque document « BROUILLON, ne fait pas foi », avec ce nom s'il est donné.",
)
@click.option(
    "--moteur",
    type=click.Choice(["mkdocs", *MOTEURS]),
    default="mkdocs",
    help="Ce qui met les pages en site. Les autres que mkdocs s'installent à part : memento-inclusion[zensical].",
)
@click.option(
    "--comprimer", "comprime", is_flag=True, help="Pose un .gz et un .br à côté de chaque texte, pour le serveur."
)
@click.option(
    "--sans-documents",
    is_flag=True,
    help="Les pages, leur recherche et leurs données, sans les documents à imprimer (PDF) ni l'archive à emporter : "
    "plus vite, en moins de mémoire. Aucune page n'y mène.",
)
@click.option("--forcer", is_flag=True, help="Publie même là où il y a autre chose qu'un site fait par cette commande.")
@click.option("--revenir", is_flag=True, help="Ne construit rien : remet en place le site précédent, gardé à côté.")
@click.pass_obj
def construire(
    racine: Callable[[], Path],
    sortie: Path | None,
    brouillon: str | None,
    moteur: str,
    *,
    comprime: bool,
    sans_documents: bool,
    forcer: bool,
    revenir: bool,
) -> int:
    """Status 1 when the mémento holds an error or the disk refuses; then nothing has changed. 2 usage."""
    root = racine()
    target = destination(root, sortie, forcer=forcer)
    try:
        if revenir:
            return _revenir(target, forcer=forcer)
        return _construire(root, target, brouillon, moteur, comprime=comprime, documents=not sans_documents)
    except (Abort, ConfigurationError, Incomplet) as error:
        click.echo(f"Le site n'a pas été construit{f' : {error}' if str(error) else ''}.", err=True)
        return 1
    except OSError as error:
        place = f" ({error.filename})" if error.filename and str(error.filename) != str(target) else ""
        raise click.ClickException(
            f"impossible d'écrire {target}{place} : {motif(error)} ; rien n'est changé."
        ) from None


def _construire(
    root: Path, target: Path, brouillon: str | None, moteur: str, *, comprime: bool, documents: bool
) -> int:
    start = time.monotonic()
    with un_seul_jour(), publication(target) as draft:
        click.echo(f"Construction de {target} …", err=True)
        if moteur in MOTEURS:
            construire_avec(MOTEURS[moteur], root, draft, brouillon, documents=documents)
        else:
            construire_dans(root, draft, brouillon, documents=documents)
        if comprime:
            comprimer(draft, root / DOSSIER / "compression")
            resceller(draft)
        pages = controler(draft)
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


def construire_dans(root: Path, folder: Path, brouillon: str | None = None, *, documents: bool = True) -> None:
    """Build with MkDocs into a folder; a warning is an error. Raises mkdocs.exceptions.Abort.

    `brouillon` makes a draft, of what it names when it is not empty. Without `documents`, nothing is printed.
    """
    _dire_les_avertissements()
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(folder), strict=True)
    if brouillon is not None:
        marquer(config, brouillon)
    if not documents:
        config.plugins["memento"].config["documents"] = False
    config.plugins.on_startup(command="build", dirty=False)
    mkdocs_build(config)
    config.plugins.on_shutdown()


def _dire_les_avertissements() -> None:
    """MkDocs' warnings reach the terminal, its chatter does not."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(logging.WARNING)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
