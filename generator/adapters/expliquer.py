"""`memento expliquer CODE`: the fault, why it matters, the remedy."""

import textwrap

import click

from generator import check, compile, load, render, resolve, validate
from generator.adapters.francais import Aide
from generator.diagnostics import Code, vouliez_vous_dire

TOUS: dict[str, Code] = {
    code.code: code
    for codes in (load.CODES, validate.CODES, resolve.CODES, compile.CODES, render.CODES, check.CODES)
    for code in codes
}


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
