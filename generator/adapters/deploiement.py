"""`memento deploiement`: the configurations of servers, made from the headers that the pages of a site need."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.francais import Aide
from generator.adapters.serveurs import fichiers_de_deploiement, reponses_du_site
from generator.adapters.sortie import ecrire_ce_qui_change


@click.command(
    cls=Aide, help="Écrit les configurations de nginx, de Caddy et des hébergeurs, d'après un site construit."
)
@click.option(
    "--site",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Dossier du site construit (par défaut : site/, à la racine du mémento).",
)
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DOSSIER",
    help="Dossier où écrire deploiement/ (par défaut : celui du mémento).",
)
@click.pass_obj
def deploiement(racine: Callable[[], Path], site: Path | None, sortie: Path | None) -> int:
    """Only what has changed is written."""
    root = racine()
    built = site or root / "site"
    if not (built / "index.html").is_file():
        raise click.ClickException(f"{built} n'est pas un site construit : lancez d'abord « memento construire »")
    made = fichiers_de_deploiement(reponses_du_site(built))
    ecrire_ce_qui_change(sortie or root, {path: text.encode() for path, text in made.items()})
    return 0
