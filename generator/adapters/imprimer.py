"""`memento imprimer`: the mémento on paper, as one PDF."""

import time
from collections.abc import Callable, Collection
from pathlib import Path

import click

from generator.adapters.composition import Incomposable, composer
from generator.adapters.francais import Aide
from generator.adapters.racine import aujourd_hui, montrer
from generator.adapters.sortie import ecrire
from generator.compile import Refusee
from generator.compile.saisie import lire_date
from generator.diagnostics import Report, vouliez_vous_dire
from generator.pipeline import compile_rules
from generator.render.atelier import Atelier
from generator.render.papier.memento import memento_imprime


@click.command(cls=Aide, help="Compose le mémento en PDF, entier ou pour un type de structure ou un thème.")
@click.option(
    "--siae", metavar="SIAE", help="Ne garder que ce qui concerne un type de structure : ACI, EI, AI, ETTI, EITI."
)
@click.option("--theme", metavar="THEME", help="Ne garder que les règles d'un thème, par exemple financement-et-aides.")
@click.option("--date", "jour", metavar="AAAA-MM-JJ", help="Date du droit à imprimer (par défaut : aujourd'hui).")
@click.option(
    "--sortie", type=click.Path(path_type=Path), metavar="FICHIER", required=True, help="Fichier PDF à écrire."
)
@click.pass_obj
def imprimer(racine: Callable[[], Path], siae: str | None, theme: str | None, jour: str | None, sortie: Path) -> int:
    """Status 0 written, 1 a mémento at fault, a date that cannot be read or a file that cannot be written, 2 usage."""
    start = time.monotonic()
    root = racine()
    try:
        day = lire_date("date", jour) if jour else aujourd_hui()
    except Refusee as error:
        raise click.ClickException(f"{error.nom} : {error.message}") from None
    compiled = compile_rules(root)
    base = compiled.base
    report = compiled.report
    if not compiled.failed:
        code = choisir("la structure", siae, base.listes["siae"].options if "siae" in base.listes else ())
        theme = choisir("le thème", theme, base.themes)
        atelier = Atelier(base, compiled.programs, day)
        source = memento_imprime(atelier, code, theme)
        report += Report.of(atelier.diagnostics)
    if report.errors:
        montrer(report, root)
        raise click.ClickException("le mémento contient des erreurs : rien n'est imprimé.")
    try:
        ecrire(sortie, composer(source, day))
    except Incomposable as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{sortie} : {sortie.stat().st_size // 1000} ko, en {time.monotonic() - start:.1f} s", err=True)
    return 0


def choisir(genre: str, valeur: str | None, connus: Collection[str]) -> str | None:
    """One of the known names, whatever its case. Raises click.UsageError with the nearest one."""
    if valeur is None:
        return None
    found = {name.casefold(): name for name in connus}.get(valeur.casefold())
    if found is None:
        hint = vouliez_vous_dire(valeur, connus) or f"choisissez parmi : {', '.join(connus)}"
        raise click.UsageError(f"{genre} « {valeur} » n'existe pas ; {hint}")
    return found
