"""`memento verifier`: everything that is wrong, in one run."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator import VERSION
from generator.adapters.depuis import changes_depuis
from generator.adapters.ecriture import ecrire_ensemble
from generator.adapters.francais import Aide
from generator.adapters.memoire import empreinte, retenir, se_souvenir
from generator.adapters.racine import aujourd_hui, montrer
from generator.diagnostics import Report
from generator.diagnostics.explications import explications
from generator.diagnostics.format import format_json
from generator.diagnostics.outils import format_github, format_junit, format_sarif

if TYPE_CHECKING:
    from generator.load import Connus

# How often the files are looked at while someone writes, in seconds.
PAS = 0.3
EDITEUR = "rules/editeur.yaml"
FORMATS = ("texte", "json", "github", "sarif", "junit")


@click.command(cls=Aide, help="Vérifie tout le mémento et dit chaque faute à sa place.")
@click.option(
    "--format",
    "forme",
    type=click.Choice(FORMATS),
    default="texte",
    help="Pour une personne (texte), un programme (json), une forge (github, sarif), une intégration continue (junit).",
)
@click.option(
    "--depuis",
    metavar="RÉVISION",
    help="Ne relit que les fichiers changés depuis cette révision de git, et ceux qui les citent.",
)
@click.option("--corriger", is_flag=True, help="Corrige d'abord ce qui peut l'être sans rien changer au sens.")
@click.option("--correger", "corriger", is_flag=True, hidden=True)
@click.option("--diff", "montre", is_flag=True, help="Montre ce que --corriger changerait, et n'écrit rien.")
@click.option("--suivre", is_flag=True, help="Vérifie de nouveau à chaque enregistrement, jusqu'à Ctrl-C.")
@click.pass_obj
def verifier(
    racine: Callable[[], Path], *, forme: str, depuis: str | None, corriger: bool, montre: bool, suivre: bool
) -> int:
    """Status 1 as soon as there is an error; with --diff, as soon as there is something to mend."""
    root, today = racine(), aujourd_hui()
    if suivre:
        with suppress(KeyboardInterrupt):
            _suivre(root)
        return 0
    changes = None if depuis is None else changes_depuis(root, depuis)
    if corriger or montre:
        # Half a second of modules, that the same answer as before does without.
        from generator.adapters.correction import corrections, difference

        changed = corrections(root, today, changes)
        if montre:
            click.echo(difference(changed), nl=False)
            return 1 if changed else 0
        ecrire_ensemble(root, {path: after for path, (_, after) in changed.items()})
        for path in changed:
            click.echo(f"Corrigé : {path}", err=True)
    with sans_ramassage():
        report = _verifier(root, today, changes)
    _dire(report, root, forme)
    return 1 if report.errors else 0


@contextmanager
def sans_ramassage() -> Iterator[None]:
    """A verification keeps nearly all that it makes: looking for garbage is a fourth of the time."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def _verifier(root: Path, today: date, changes: tuple[str, ...] | None) -> Report:
    mark = empreinte(root, today)
    known = se_souvenir(root, mark)
    if known is not None:
        return known
    from generator.pipeline import verify

    report = verify(root, today, changes).report
    if changes is None:
        retenir(root, mark, report)
    return report


def _suivre(root: Path) -> None:
    """Until it is stopped; files that have not changed are read once."""
    from generator.pipeline import verify

    known: Connus = {}
    seen = ""
    while True:
        mark = empreinte(root, aujourd_hui())
        if mark != seen:
            seen = mark
            start = time.monotonic()
            report = verify(root, aujourd_hui(), connus=known).report
            click.clear()
            montrer(report, root, err=False)
            click.echo(
                f"Vérifié en {time.monotonic() - start:.1f} s ; en attente d'un changement (Ctrl-C pour arrêter)."
            )
        time.sleep(PAS)


def _dire(report: Report, root: Path, forme: str) -> None:
    if forme == "texte":
        montrer(report, root, err=bool(report.errors))
    elif forme == "json":
        click.echo(format_json(report))
    elif forme == "github":
        click.echo(format_github(report))
    elif forme == "junit":
        click.echo(format_junit(report))
    else:
        click.echo(format_sarif(report, explications().values(), VERSION, _site(root)))


def _site(root: Path) -> str | None:
    """Where the site is published, as `rules/editeur.yaml` tells it; None when it does not, or when it is at fault."""
    # Half a second of modules, that only this output needs.
    from pydantic import ValidationError

    from generator.load import read_document
    from generator.model import Editeur

    path = root / EDITEUR
    read = read_document(EDITEUR, path.read_bytes()).value if path.is_file() else None
    try:
        return Editeur.model_validate(read.data).adresse if read else None
    except ValidationError:
        return None
