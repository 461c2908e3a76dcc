"""`memento calculer ID --lot fichier.csv`: one situation a line, the bad ones told by line, the others computed."""

import csv
import os
import sys
import tempfile
from collections import Counter, deque
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from typing import IO, Any

import click

from generator.adapters.lignes import Format, Ligne, calculer_ligne, entetes
from generator.compile import Program
from generator.diagnostics import vouliez_vous_dire
from generator.render.exports.tableur import neutraliser

PAQUET, D_AVANCE, SEUL = 1000, 4, 2000
SEPARATEURS = (";", "\t", ",")


@dataclass(frozen=True, slots=True)
class Bilan:
    """How many lines were read, and how many of them were refused."""

    lignes: int
    refusees: int


def calculer_lot(program: Program, entree: Path, sortie: Path, jour: date) -> Bilan:
    """Compute a CSV into another, in the same order, in bounded memory; `sortie` is whole or not written.

    Refused lines are told on stderr with their number. Raises click.ClickException, click.UsageError.
    """
    with _ouvrir(entree) as (lines, separator):
        header = _entete(lines, program)
        form = Format(tuple(header), separator, jour)
        lots = iter(lambda: list(islice(lines, PAQUET)), [])
        with _ecrire(sortie) as out:
            writer = csv.writer(out, delimiter=separator, lineterminator="\n")
            writer.writerow([*map(neutraliser, header), *entetes(program)])
            counts: Counter[str] = Counter()
            for line in _calculer(program, form, lots):
                writer.writerow(line.cellules)
                counts["lues"] += 1
                if line.refus:
                    counts["refusees"] += 1
                    click.echo(f"ligne {line.numero} : {line.refus}", err=True)
    return Bilan(counts["lues"], counts["refusees"])


@contextmanager
def _ouvrir(path: Path) -> Iterator[tuple[Iterator[tuple[int, list[str]]], str]]:
    """The numbered rows of a file and their separator, read from its first line: UTF-8, else Windows' own."""
    try:
        encoding = _encodage(path)
        with path.open(encoding=encoding, newline="") as file:
            first = file.readline()
            separator = max(SEPARATEURS, key=first.count)
            file.seek(0)
            yield _numeroter(csv.reader(file, delimiter=separator)), separator
    except OSError as error:
        raise click.ClickException(f"{path} ne se lit pas : {error.strerror or error}") from None


def _encodage(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
        if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
        file.seek(0)
        try:
            for line in file:
                line.decode()
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def _numeroter(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Each row with the number of the line where it starts, empty when it cannot be read; blank lines are skipped."""
    while True:
        number = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield number, []
            continue
        if any(cell.strip() for cell in row):
            yield number, row


def _entete(lines: Iterator[tuple[int, list[str]]], program: Program) -> list[str]:
    """The names of the columns: inputs, `date`, and what is only copied. Raises click.UsageError."""
    header = [cell.strip() for cell in next(lines, (1, []))[1]]
    known = ["date", *(entree["nom"] for entree in program.json["entrees"])]
    twice = [name for name, count in Counter(header).items() if count > 1]
    if twice:
        raise click.UsageError(f"la colonne « {twice[0]} » est là deux fois")
    copied = [name for name in header if name not in known]
    for name in copied:
        question = vouliez_vous_dire(name, known)
        if question:
            raise click.UsageError(f"colonne « {name} » inconnue ; {question}")
    if len(copied) == len(header):
        raise click.UsageError(f"ce fichier n'a aucune colonne du calculateur : {', '.join(known)}")
    if copied:
        click.echo(f"Colonnes recopiées sans être lues : {', '.join(copied)}.", err=True)
    return header


def _calculer(program: Program, form: Format, lots: Iterator[list[tuple[int, list[str]]]]) -> Iterator[Ligne]:
    """Every line in order, by packets on every core; only a few packets wait at a time."""
    first = list(islice(lots, SEUL // PAQUET))
    following = next(lots, None)
    if following is None:
        for lot in first:
            yield from _paquet(program, form, lot)
        return
    with ProcessPoolExecutor(initializer=_preparer, initargs=(program, form)) as pool:
        waiting: deque[Future[list[Ligne]]] = deque()
        for lot in (*first, following):
            waiting.append(pool.submit(_au_travail, lot))
        limit = D_AVANCE * (os.cpu_count() or 1)
        for lot in lots:
            waiting.append(pool.submit(_au_travail, lot))
            if len(waiting) >= limit:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()


def _paquet(program: Program, form: Format, lot: list[tuple[int, list[str]]]) -> list[Ligne]:
    return [calculer_ligne(program, form, number, row) for number, row in lot]


_travail: list[tuple[Program, Format]] = []


def _preparer(program: Program, form: Format) -> None:
    """What each process keeps from one packet to the next."""
    _travail[:] = [(program, form)]


def _au_travail(lot: list[tuple[int, list[str]]]) -> list[Ligne]:
    [(program, form)] = _travail
    return _paquet(program, form, lot)


@contextmanager
def _ecrire(path: Path) -> Iterator[IO[str]]:
    """A file beside `path` that takes its place only when all is written; a byte-order mark tells Excel it is UTF-8."""
    try:
        descriptor, name = tempfile.mkstemp(prefix=f"{path.name}.", dir=path.resolve().parent)
    except OSError as error:
        raise click.ClickException(f"impossible d'écrire {path} : {error.strerror or error}") from None
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8-sig", newline="") as out:
            yield out
        mask = os.umask(0)
        os.umask(mask)
        Path(name).chmod(0o666 & ~mask)
        Path(name).replace(path)
    except OSError as error:
        raise click.ClickException(f"impossible d'écrire {path} : {error.strerror or error}") from None
    finally:
        Path(name).unlink(missing_ok=True)
        sys.stderr.flush()
