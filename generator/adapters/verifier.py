"""`memento verifier`: everything that is wrong, in one run."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.francais import Aide, option_format
from generator.adapters.racine import aujourd_hui, montrer
from generator.diagnostics.format import format_json
from generator.pipeline import build


@click.command(cls=Aide, help="Vérifie tout le mémento et dit chaque faute à sa place.")
@option_format
@click.pass_obj
def verifier(racine: Callable[[], Path], forme: str) -> int:
    """Status 1 as soon as there is an error."""
    root = racine()
    built = build(root, aujourd_hui())
    if forme == "json":
        click.echo(format_json(built.report))
    else:
        montrer(built.report, root, err=built.failed)
    return 1 if built.failed else 0
