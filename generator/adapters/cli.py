"""The command `memento`. Exit status: 0 done, 1 refused (the message says why), 2 usage."""

from pathlib import Path

import click

from generator.adapters.adresses import adresses
from generator.adapters.calculer import calculer
from generator.adapters.chercher import commande as chercher
from generator.adapters.construire import construire
from generator.adapters.couverture import couverture
from generator.adapters.evolution import evolution
from generator.adapters.expliquer import expliquer
from generator.adapters.exporter import exporter
from generator.adapters.francais import Groupe
from generator.adapters.imprimer import imprimer
from generator.adapters.racine import trouver_racine
from generator.adapters.renommer import renommer
from generator.adapters.servir import servir
from generator.adapters.verifier import verifier


@click.group(
    cls=Groupe, help="Le mémento de l'inclusion : vérifier, construire, chercher, consulter, calculer, imprimer."
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
    start = racine or Path.cwd()
    context.obj = lambda: trouver_racine(start.resolve())


COMMANDES = (
    verifier,
    construire,
    servir,
    chercher,
    calculer,
    imprimer,
    exporter,
    evolution,
    adresses,
    renommer,
    couverture,
    expliquer,
)
for command in COMMANDES:
    memento.add_command(command)

if __name__ == "__main__":
    memento()
