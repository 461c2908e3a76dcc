"""`memento expliquer CODE`: the fault, why it matters, the remedy, and the same lines written wrong, then right."""

import json
import sys
import textwrap
from collections.abc import Iterator
from itertools import groupby, pairwise

import click

from generator.adapters.francais import Aide, option_format
from generator.diagnostics import Severity, vouliez_vous_dire
from generator.diagnostics.explications import Explication, Extrait, explications
from generator.diagnostics.format import GRAS, GRIS, JAUNE, MARGE, ROUGE, montrer_ligne, peindre, souligner

LARGEUR = 88


@click.command(cls=Aide, help="Explique un code de diagnostic, par exemple MEM201 ; sans code, les énumère.")
@click.argument("code", required=False)
@option_format
def expliquer(code: str | None, forme: str) -> None:
    """Knows every code without the stage that finds it: the answer is immediate."""
    known = explications()
    if code is None:
        shown = tuple(known.values())
        click.echo(_json([one.json() for one in shown]) if forme == "json" else "\n".join(_sommaire(shown)))
        return
    found = known.get(code.upper())
    if found is None:
        question = vouliez_vous_dire(code, known) or "« memento expliquer » les énumère."
        raise click.UsageError(f"le code « {code} » n'existe pas ; {question}")
    click.echo(_json(found.json()) if forme == "json" else "\n".join(_texte(found, color=sys.stdout.isatty())))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _sommaire(shown: tuple[Explication, ...]) -> Iterator[str]:
    """By stage, a line a code."""
    for stage, found in groupby(shown, key=lambda one: one.etage):
        yield f"{stage}\n"
        for one in found:
            yield from _paragraphe(f"  {one.code}  {one.faute}", " " * 10)
        yield ""
    yield "« memento expliquer CODE » donne la raison, le remède et un exemple."


def _texte(one: Explication, *, color: bool) -> Iterator[str]:
    tint = ROUGE if one.severite is Severity.ERREUR else JAUNE
    yield f"{peindre(one.code, tint, color)} ({one.severite.value})\n"
    for heading, text in (("Faute", one.faute), ("Pourquoi", one.pourquoi), ("Remède", one.remede)):
        yield from _paragraphe(f"{heading} : {text}", "  ")
        yield ""
    for rank, exemple in enumerate(one.exemples, 1):
        number = f" {rank}" if len(one.exemples) > 1 else ""
        for heading, parts in ((f"Exemple{number}, faux", exemple.faux), (f"Exemple{number}, juste", exemple.juste)):
            for part in parts:
                yield from _extrait(heading, part, tint, color)
                yield ""


def _extrait(heading: str, part: Extrait, tint: str, color: bool) -> Iterator[str]:
    """The lines of a file as `memento verifier` shows them."""
    if part.dit:
        yield from _paragraphe(f"{heading} : {part.dit}", "  ")
        return
    yield peindre(f"{heading} : {part.fichier}", GRAS, color)
    for before, number in pairwise((min(part.lignes) - 1, *part.lignes)):
        if number != before + 1:
            yield peindre(f"{MARGE}│ …", GRIS, color)
        line = part.lignes[number]
        yield montrer_ligne(number, line, color=color)
        for found in part.constats:
            if found.ligne == number:
                yield souligner(line, found.colonne, found.longueur, tint, color=color)
                yield from _paragraphe(f"{MARGE}{found.message}", MARGE)
                if found.aide:
                    yield from _paragraphe(f"{MARGE}aide : {found.aide}", MARGE)


def _paragraphe(text: str, indent: str) -> Iterator[str]:
    yield textwrap.fill(text, LARGEUR, subsequent_indent=indent, break_on_hyphens=False)
