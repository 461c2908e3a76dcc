"""`memento schemas`: what editors, content managers and forges know of the model, made from the model."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.compilation import compiler
from generator.adapters.francais import Aide
from generator.adapters.sortie import ecrire_ce_qui_change
from generator.render.exports.contribution import fichiers_pour_contribuer


@click.command(cls=Aide, help="Écrit les schémas des fichiers, pour les éditeurs et les formulaires.")
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DOSSIER",
    help="Dossier où écrire (par défaut : celui du mémento).",
)
@click.pass_obj
def schemas(racine: Callable[[], Path], sortie: Path | None) -> int:
    """Only what has changed is written. Status 1 when the mémento holds an error: its identifiers are not known."""
    root = racine()
    compiled = compiler(root, "aucun schéma n'est écrit")
    ecrire_ce_qui_change(sortie or root, fichiers_pour_contribuer(compiled.base))
    return 0
