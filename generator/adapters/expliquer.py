"""`memento expliquer CODE`: the fault, why it matters, the remedy."""

import textwrap

import click

from generator.adapters.codes import TOUS
from generator.adapters.francais import Aide
from generator.diagnostics import vouliez_vous_dire


@click.command(cls=Aide, help="Explique un code de diagnostic, par exemple MEM201.")
@click.argument("code", required=False)
def expliquer(code: str | None) -> None:
    """Without a code, list them all."""
    if code is None:
        for known in TOUS.values():
            click.echo(f"{known.code}  {known.faute}")
        return
    found = TOUS.get(code.upper())
    if found is None:
        question = vouliez_vous_dire(code, TOUS) or "« memento expliquer » les énumère."
        raise click.UsageError(f"le code « {code} » n'existe pas ; {question}")
    click.echo(f"{found.code} ({found.severity.value})\n")
    for heading, text in (("Faute", found.faute), ("Pourquoi", found.pourquoi), ("Remède", found.remede)):
        click.echo(textwrap.fill(f"{heading} : {text}", width=88, subsequent_indent="  ") + "\n")
