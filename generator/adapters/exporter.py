"""`memento exporter publicodes`: the calculators for those who work with another language."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.compilation import compiler, programme, programmes
from generator.adapters.francais import Aide, Groupe
from generator.adapters.racine import aujourd_hui
from generator.adapters.sortie import ecrire
from generator.compile import Refusee
from generator.compile.saisie import lire_date
from generator.render.exports import exporter_publicodes


@click.group(cls=Groupe, help="Donne les calculateurs dans la langue d'un autre outil.")
def exporter() -> None:
    """One command a language."""


@exporter.command(cls=Aide, help="En Publicodes : memento exporter publicodes aide-au-poste, ou --sortie pour tous.")
@click.argument("identifiants", metavar="[CALCULATEUR]...", nargs=-1)
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Date du droit à exporter (par défaut : aujourd'hui).")
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DOSSIER",
    help="Dossier où écrire un fichier par calculateur, au lieu de l'écran.",
)
@click.pass_obj
def publicodes(racine: Callable[[], Path], identifiants: tuple[str, ...], jour: str | None, sortie: Path | None) -> int:
    """Status 0 written, 1 a mémento at fault or a date that cannot be read, 2 usage."""
    root = racine()
    compiled = compiler(root, "rien n'est exporté")
    programs = programmes(compiled)
    for identifier in identifiants:
        programme(programs, identifier)
    if not identifiants and sortie is None:
        raise click.UsageError("nommez un calculateur, ou un dossier avec --sortie pour les exporter tous")
    try:
        day = lire_date("date", jour) if jour else aujourd_hui()
    except Refusee as error:
        raise click.ClickException(f"{error.nom} : {error.message}") from None
    for identifier in identifiants or tuple(programs):
        made = exporter_publicodes(compiled.base, programs[identifier], day)
        if sortie is None:
            click.echo(made.texte, nl=False)
            continue
        sortie.mkdir(parents=True, exist_ok=True)
        ecrire(sortie / f"{identifier}.publicodes", made.texte.encode())
        click.echo(
            f"{sortie / identifier}.publicodes : {len(made.regles)} règles, {len(made.omis)} étape(s) non exportée(s)"
        )
    return 0
