"""`memento couverture`: what the mémento undertakes to cover, and what is missing of it."""

import json
from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.francais import Aide, option_format
from generator.adapters.racine import montrer
from generator.pipeline import compile_rules
from generator.resolve.couverture import Bilan, bilans


@click.command(cls=Aide, help="Compare ce que le mémento s'engage à traiter à ce qu'il contient.")
@option_format
@click.pass_obj
def couverture(racine: Callable[[], Path], forme: str) -> int:
    """Status 1 when something is missing or wrong; what can be counted is counted all the same."""
    root = racine()
    compiled = compile_rules(root)
    found = bilans(compiled.base)
    if not found:
        montrer(compiled.report, root)
        raise click.ClickException("rien n'est annoncé dans rules/couverture.yaml, ou une faute empêche de le lire.")
    if forme == "json":
        click.echo(
            json.dumps({name: _json(name, bilan) for name, bilan in found.items()}, ensure_ascii=False, indent=2)
        )
    else:
        for bilan in found.values():
            click.echo(_lignes(bilan))
    if compiled.failed:
        montrer(compiled.report, root)
    return 0 if not compiled.failed and all(bilan.complet for bilan in found.values()) else 1


def _json(name: str, bilan: Bilan) -> dict[str, object]:
    counted: dict[str, object] = {
        "couverts": bilan.total - len(bilan.manquants),
        "total": bilan.total,
        "manquants": list(bilan.manquants),
    }
    if name == "faits":
        counted["justifies"] = list(bilan.justifies)
    if name == "sujets":
        counted["non_annonces"] = list(bilan.non_annonces)
    return counted


def _lignes(bilan: Bilan) -> str:
    aside = f", dont {len(bilan.justifies)} écartés avec leur raison" if bilan.justifies else ""
    lines = [f"{bilan.titre} : {bilan.total - len(bilan.manquants)} sur {bilan.total}{aside}"]
    lines += [f"  manque {engage.nom} : {engage.manque}" for engage in bilan.engages if engage.manque]
    lines += [f"  à annoncer dans rules/couverture.yaml, sujets : {name}" for name in bilan.non_annonces]
    return "\n".join(lines)
