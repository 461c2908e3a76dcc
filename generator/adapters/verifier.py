"""`memento verifier`: everything that is wrong, in one run."""

import gc
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.adapters.depuis import changes_depuis
from generator.adapters.francais import Aide, option_format
from generator.adapters.memoire import empreinte, retenir, se_souvenir
from generator.adapters.racine import aujourd_hui, montrer
from generator.diagnostics import Report
from generator.diagnostics.format import format_json

if TYPE_CHECKING:
    from generator.load import Connus

# How often the files are looked at while someone writes, in seconds.
PAS = 0.3


@click.command(cls=Aide, help="Vérifie tout le mémento et dit chaque faute à sa place.")
@option_format
@click.option(
    "--depuis",
    metavar="RÉVISION",
    help="Ne relit que les fichiers changés depuis cette révision de git, et ceux qui les citent.",
)
@click.option("--suivre", is_flag=True, help="Vérifie de nouveau à chaque enregistrement, jusqu'à Ctrl-C.")
@click.pass_obj
def verifier(racine: Callable[[], Path], forme: str, depuis: str | None, suivre: bool) -> int:
    """Status 1 as soon as there is an error."""
    # The process is short and keeps nearly all that it makes: looking for garbage is a fourth of the time.
    gc.disable()
    root = racine()
    if suivre:
        with suppress(KeyboardInterrupt):
            _suivre(root, forme)
        return 0
    report = _verifier(root, aujourd_hui(), depuis)
    _dire(report, root, forme)
    return 1 if report.errors else 0


def _verifier(root: Path, today: date, depuis: str | None) -> Report:
    mark = empreinte(root, today)
    known = se_souvenir(root, mark)
    if known is not None:
        return known
    # Half a second of modules that are not needed to say the same thing again.
    from generator.pipeline import verify

    changes = changes_depuis(root, depuis) if depuis is not None else None
    report = verify(root, today, changes).report
    if changes is None:
        retenir(root, mark, report)
    return report


def _suivre(root: Path, forme: str) -> None:
    """Until it is stopped; files that have not changed are read once."""
    from generator.pipeline import verify

    gc.enable()
    known: Connus = {}
    seen = ""
    while True:
        mark = empreinte(root, aujourd_hui())
        if mark != seen:
            seen = mark
            start = time.monotonic()
            report = verify(root, aujourd_hui(), connus=known).report
            click.clear()
            _dire(report, root, forme)
            click.echo(
                f"Vérifié en {time.monotonic() - start:.1f} s ; en attente d'un changement (Ctrl-C pour arrêter)."
            )
        time.sleep(PAS)


def _dire(report: Report, root: Path, forme: str) -> None:
    if forme == "json":
        click.echo(format_json(report))
    else:
        montrer(report, root, err=bool(report.errors))
