"""The rules that a command works on: whole, or the command stops and says why."""

from collections.abc import Mapping
from pathlib import Path

import click

from generator.adapters.racine import montrer
from generator.compile import Program
from generator.diagnostics import vouliez_vous_dire
from generator.pipeline import Build, compile_rules


def compiler(root: Path, sinon: str) -> Build:
    """The rules compiled. When they hold an error, tell it and raise ClickException: `sinon` says what is not done."""
    compiled = compile_rules(root)
    if compiled.failed:
        montrer(compiled.report, root)
        raise click.ClickException(f"le mémento contient des erreurs : {sinon}.")
    return compiled


def programmes(compiled: Build) -> Mapping[str, Program]:
    """The calculators, by identifier."""
    return {program.id: program for program in compiled.programs}


def programme(programs: Mapping[str, Program], identifiant: str) -> Program:
    """One calculator. Raises click.UsageError, with what was perhaps meant."""
    if identifiant not in programs:
        question = vouliez_vous_dire(identifiant, programs) or f"calculateurs : {', '.join(programs)}"
        raise click.UsageError(f"le calculateur « {identifiant} » n'existe pas ; {question}")
    return programs[identifiant]
