"""`memento comparer REV`: what a change does to the mémento, for those who read it over."""

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import click

from generator.adapters.depot import extraire, fichiers_changes, revision
from generator.adapters.depuis import LUS
from generator.adapters.francais import Aide
from generator.adapters.racine import aujourd_hui, montrer
from generator.adapters.sortie import ecrire
from generator.load import Connus
from generator.load.verrou import VERROU
from generator.pipeline import compile_rules, verify
from generator.render.revue import Cote, comparer_cotes
from generator.render.revue.en_json import en_json
from generator.render.revue.incomparable import en_json_incomparable, en_markdown_incomparable
from generator.render.revue.markdown import en_markdown

FORMATS = ("markdown", "json")
# What the mémento is made of beside the law and the words.
MACHINE = ("generator/", "site_theme/", "mkdocs.yml", "pyproject.toml", "constraints.txt")


@click.command(
    cls=Aide, help="Dit ce qu'un changement fait au mémento, depuis une révision de git : memento comparer main."
)
@click.argument("rev", metavar="RÉVISION")
@click.option(
    "--format", "forme", type=click.Choice(FORMATS), default="markdown", help="Pour une proposition, ou pour un outil."
)
@click.option(
    "--sortie",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FICHIER",
    help="Où écrire (par défaut : à l'écran).",
)
@click.pass_obj
def comparer(racine: Callable[[], Path], rev: str, forme: str, sortie: Path | None) -> int:
    """Status 0 compared, or a revision that no longer compiles; 1 a work tree at fault; 2 usage."""
    root, today = racine(), aujourd_hui()
    commit = revision(root, rev, "RÉVISION")
    now = _cote(root, today)
    if now is None:
        montrer(compile_rules(root).report, root)
        raise click.ClickException("le mémento contient des erreurs : rien n'est comparé.")
    changed = fichiers_changes(root, commit)
    machine = tuple(sorted(path for path in changed if path.startswith(MACHINE)))
    name = f"{rev} ({commit[:8]})" if not commit.startswith(rev) else commit[:8]
    with tempfile.TemporaryDirectory() as folder:
        old = Path(folder)
        extraire(root, commit, old, (*LUS, VERROU))
        before = _cote(old, today)
        if before is None:
            report = compile_rules(old).report
            paths = tuple(sorted(path for path in changed if path.startswith((*LUS, VERROU))))
            write = en_json_incomparable if forme == "json" else en_markdown_incomparable
            text = write(report, name, paths, machine)
        else:
            review = comparer_cotes(before, now)
            text = (en_json if forme == "json" else en_markdown)(review, name, today, machine)
    _rendre(text, sortie)
    return 0


def _cote(root: Path, today: date) -> Cote | None:
    """One state, compiled and verified; None when it does not compile. What is verified and wrong is part of it."""
    read: Connus = {}
    compiled = compile_rules(root, read)
    if compiled.failed:
        return None
    verified = verify(root, today, connus=read)
    return Cote(compiled.base, compiled.programs, verified.verrou, verified.report)


def _rendre(text: str, sortie: Path | None) -> None:
    if sortie is None:
        click.echo(text, nl=not text.endswith("\n"))
    else:
        ecrire(sortie, text.encode())
