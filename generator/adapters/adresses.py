"""`memento adresses`: the addresses that the site publishes and that `urls.lock` does not hold yet."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.ecriture import ecrire_ensemble
from generator.adapters.francais import Aide
from generator.adapters.racine import aujourd_hui, montrer
from generator.check.adresses import publiees
from generator.load.verrou import VERROU, ecrire_verrou, load_verrou
from generator.pipeline import build


@click.command(cls=Aide, help="Montre les adresses nouvelles ; --verrouiller promet de ne jamais les laisser mourir.")
@click.option("--verrouiller", is_flag=True, help=f"Les ajoute à {VERROU}, qui est trié.")
@click.pass_obj
def adresses(racine: Callable[[], Path], verrouiller: bool) -> int:
    """Status 1 when the mémento holds an error: then nothing is locked."""
    root = racine()
    built = build(root, aujourd_hui())
    if built.failed or built.site is None:
        montrer(built.report, root)
        raise click.ClickException("le mémento contient des erreurs : rien n'est verrouillé.")
    locked = load_verrou(root).value
    known = {adresse.url for adresse in locked.adresses}
    new = sorted(publiees(built.site) - known)
    for url in new:
        click.echo(f"/{url}")
    if verrouiller:
        ecrire_ensemble(root, {VERROU: ecrire_verrou([*known, *new], locked.redirections)})
        click.echo(f"{len(new)} adresse(s) ajoutée(s) à {VERROU}.", err=True)
    elif new:
        click.echo(f"{len(new)} adresse(s) nouvelle(s) : memento adresses --verrouiller les ajoute.", err=True)
    else:
        click.echo("Toutes les adresses sont verrouillées.", err=True)
    return 0
