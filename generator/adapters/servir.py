"""`memento servir`: the site while it is being written."""

from collections.abc import Callable
from pathlib import Path

import click
from mkdocs.commands.serve import serve
from mkdocs.exceptions import Abort, ConfigurationError

from generator.adapters.francais import Aide


@click.command(cls=Aide, help="Sert le site sur cette machine et le reconstruit à chaque changement.")
@click.option("--adresse", default="127.0.0.1:8000", show_default=True, help="Adresse et port.")
@click.pass_obj
def servir(racine: Callable[[], Path], adresse: str) -> int:
    """Status 1 when the first build fails or the address is taken."""
    root = racine()
    click.echo(f"Le mémento se construit, puis se lit à l'adresse http://{adresse}/ (Ctrl-C pour arrêter).")
    try:
        serve(str(root / "mkdocs.yml"), dev_addr=adresse, livereload=True, watch_theme=True)
    except (Abort, ConfigurationError) as error:
        raise click.ClickException(f"le site n'a pas pu être servi : {error}") from None
    except OSError as error:
        raise click.ClickException(f"l'adresse {adresse} n'est pas libre : {error.strerror or error}") from None
    return 0
