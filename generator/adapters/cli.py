"""The command `memento`. Exit status: 0 done, 1 refused (the message says why), 2 usage, 130 Ctrl-C."""

import atexit
import gc
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import cast

import click

from generator.adapters.francais import Groupe
from generator.adapters.racine import trouver_racine

# Each command stands in the module of its name, read when it is asked for.
COMMANDES = (
    "verifier",
    "construire",
    "servir",
    "chercher",
    "calculer",
    "imprimer",
    "dessiner",
    "exporter",
    "evolution",
    "comparer",
    "adresses",
    "nouveau",
    "source",
    "ou",
    "fraicheur",
    "renommer",
    "couverture",
    "schemas",
    "deploiement",
    "expliquer",
)
# How many objects are made before those that hold one another are looked for: a mémento makes hundreds of thousands and
# keeps nearly all of them, so that looking after each 700, as Python does, is a tenth of a build.
RAMASSAGE = 100_000


class Commandes(Groupe):
    """The commands, in the order of the help."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDES:
            return None
        return cast("click.Command", getattr(import_module(f"generator.adapters.{cmd_name}"), cmd_name))


@click.group(
    cls=Commandes,
    help="Le mémento de l'inclusion : vérifier, construire, chercher, consulter, calculer, imprimer.",
    epilog="Statut de sortie : 0 fait, 1 refusé (le message dit pourquoi), 2 commande mal écrite, 130 interrompue.",
)
@click.version_option(package_name="memento-inclusion", message="memento %(version)s", help="Affiche la version.")
@click.option(
    "--racine",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Dossier du mémento (par défaut : le dossier courant ou un dossier au-dessus).",
)
@click.pass_context
def memento(context: click.Context, racine: Path | None) -> None:
    """Find the mémento that the command works on; `expliquer` needs none."""
    gc.set_threshold(RAMASSAGE)
    start = racine or Path.cwd()
    context.obj = lambda: trouver_racine(start.resolve())


def lancer() -> None:
    """The command, as it is typed. Its process ends at once: taking apart, piece by piece, all that it made would take
    longer than some commands.
    """
    try:
        memento()
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        atexit._run_exitfuncs()
        # What cannot be written any more is told as Python tells it.
        sys.stdout.flush()  # pragma: no cover: what measures has ended before it
        sys.stderr.flush()  # pragma: no cover: what measures has ended before it
        os._exit(end.code)  # pragma: no cover: what measures has ended before it


if __name__ == "__main__":
    lancer()
