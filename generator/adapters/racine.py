"""Where the mémento is, what day it is, and how a report reaches a terminal."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

import click

from generator.diagnostics import Report
from generator.diagnostics.format import format_text

# https://reproducible-builds.org/specs/source-date-epoch/
EPOQUE = "SOURCE_DATE_EPOCH"
# What a ZIP archive can date.
ANNEES = (1980, 2107)


def trouver_racine(depart: Path) -> Path:
    """The folder at or above `depart` that holds `rules/` and `content/`. Raises click.UsageError."""
    for folder in (depart, *depart.parents):
        if (folder / "rules").is_dir() and (folder / "content").is_dir():
            return folder
    raise click.UsageError(f"aucun mémento dans {depart} ni au-dessus : il faut les dossiers rules/ et content/")


def aujourd_hui() -> date:
    """Today, or the day of SOURCE_DATE_EPOCH when a build must be reproducible. Raises click.UsageError."""
    epoch = os.environ.get(EPOQUE, "")
    if not epoch:
        return date.today()
    try:
        day = datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f"{EPOQUE} : « {epoch} » n'est pas un nombre de secondes depuis 1970") from None
    if not ANNEES[0] <= day.year <= ANNEES[1]:
        raise click.UsageError(f"{EPOQUE} : {day} ne peut pas être le jour d'un mémento")
    return day


@contextmanager
def un_seul_jour() -> Iterator[date]:
    """The day of a whole build, for MkDocs too, even when it goes on after midnight or reads another time zone."""
    day, known = aujourd_hui(), os.environ.get(EPOQUE)
    os.environ[EPOQUE] = str(int(datetime.combine(day, time(), UTC).timestamp()))
    try:
        yield day
    finally:
        if known is None:
            del os.environ[EPOQUE]
        else:
            os.environ[EPOQUE] = known


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
