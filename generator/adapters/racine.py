"""Where the mémento is, what day it is, and how a report reaches a terminal."""

import os
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import click

from generator.diagnostics import Report
from generator.diagnostics.format import format_text


def trouver_racine(depart: Path) -> Path:
    """The folder at or above `depart` that holds `rules/` and `content/`. Raises click.UsageError."""
    for folder in (depart, *depart.parents):
        if (folder / "rules").is_dir() and (folder / "content").is_dir():
            return folder
    raise click.UsageError(f"aucun mémento dans {depart} ni au-dessus : il faut les dossiers rules/ et content/")


def aujourd_hui() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH when a build must be reproducible."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else date.today()


def lire_ligne(racine: Path, path: str, number: int) -> str | None:
    """One line of a file of the mémento, or None when it cannot be read."""
    try:
        with (racine / path).open(encoding="utf-8", errors="replace", newline=None) as lines:
            return next((line.rstrip("\n") for index, line in enumerate(lines, 1) if index == number), None)
    except OSError:
        return None


def montrer(report: Report, racine: Path, *, err: bool = True) -> None:
    """Print a report; colour only on a terminal."""
    stream = sys.stderr if err else sys.stdout
    text = format_text(report, lambda path, number: lire_ligne(racine, path, number), color=stream.isatty())
    click.echo(text, err=err)
