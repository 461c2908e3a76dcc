"""`memento calculer --exemples`: the worked examples, run again before your eyes."""

from collections.abc import Iterable, Iterator

import click

from generator.check.exemples import ecarts
from generator.compile import Program
from generator.compile.calendrier import date_longue


def montrer_exemples(programs: Iterable[Program]) -> int:
    """Print each example with its working and what it gives; status 1 when one differs."""
    count = failures = 0
    for program in programs:
        click.echo(f"{program.calculateur.titre} ({program.id})")
        for line, failed in _lignes(program):
            click.echo(line)
            failures += failed
        count += len(program.calculateur.exemples)
        click.echo()
    click.echo(f"{count} exemples, {failures} en écart." if failures else f"{count} exemples, tous justes.")
    return 1 if failures else 0


def _lignes(program: Program) -> Iterator[tuple[str, bool]]:
    for exemple in program.calculateur.exemples:
        differences = [message for _, message in ecarts(program, exemple)]
        sign = "✗" if differences else "✓"
        yield f"  {sign} {exemple.titre}, au {date_longue(exemple.date)}", bool(differences)
        yield f"      {exemple.note}", False
        for message in differences:
            yield f"      ÉCART : {message}", False
