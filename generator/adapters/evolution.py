"""`memento evolution`: what changes in the law between two days."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from generator.adapters.compilation import compiler
from generator.adapters.francais import Aide, option_format
from generator.compile import Refusee
from generator.compile.calendrier import date_longue
from generator.compile.saisie import lire_date
from generator.diagnostics import vouliez_vous_dire
from generator.render.comparer import NATURES, cote
from generator.render.ecarts import ecart, ecart_de_montant
from generator.render.exports.dates import libelle_de_cellule
from generator.resolve import KnowledgeBase
from generator.resolve.comparaison import ChangementDeMontant, ChangementDeRegle, Comparaison, Nature, comparer
from generator.resolve.etats import EtatDeRegle


@click.command(cls=Aide, help="Dit ce qui change entre deux dates : memento evolution 2019-09-10 2026-11-23.")
@click.argument("du", metavar="DU")
@click.argument("au", metavar="AU")
@click.option("--siae", "codes", metavar="CODE", multiple=True, help="Seulement ce qui concerne cette structure.")
@option_format
@click.pass_obj
def evolution(racine: Callable[[], Path], du: str, au: str, codes: tuple[str, ...], forme: str) -> int:
    """Status 0 compared, 1 a mémento at fault or a date that cannot be read, 2 usage."""
    root = racine()
    compiled = compiler(root, "rien n'est comparé")
    try:
        first, last = lire_date("DU", du), lire_date("AU", au)
    except Refusee as error:
        raise click.ClickException(f"{error.nom} : {error.message}") from None
    if last < first:
        raise click.UsageError("la première date doit précéder la seconde")
    known = compiled.base.listes["siae"].options
    for code in codes:
        if code not in known:
            question = vouliez_vous_dire(code, known) or f"structures : {', '.join(known)}"
            raise click.UsageError(f"la structure « {code} » n'existe pas ; {question}")
    found = comparer(compiled.base, first, last, frozenset(codes))
    if forme == "json":
        click.echo(json.dumps(en_json(found), ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(en_texte(compiled.base, found)))
    return 0


def en_json(found: Comparaison) -> dict[str, object]:
    """Every change, values exact; `avant` and `apres` are null where nothing is known."""
    return {
        "du": found.du.isoformat(),
        "au": found.au.isoformat(),
        "regles": [
            {
                "id": change.regle.id,
                "nature": change.nature.value,
                "avant": _version(change.avant),
                "apres": _version(change.apres),
            }
            for change in found.regles
        ],
        "propositions": [{"id": regle.id, "du": version.du.isoformat()} for regle, version in found.propositions],
        "montants": [_montant(change) for change in found.montants],
    }


def _version(state: EtatDeRegle) -> str | None:
    return state.version.du.isoformat() if state.version else None


def _montant(change: ChangementDeMontant) -> dict[str, object]:
    before, after = (
        str(period.valeur) if period and period.valeur is not None else None for period in (change.avant, change.apres)
    )
    return {
        "id": change.parametre.id,
        "cellule": list(change.cellule),
        "unite": change.parametre.unite,
        "nature": change.nature.value,
        "avant": before,
        "apres": after,
        "ecart": None if change.ecart is None else str(change.ecart),
        "ratio": None if change.ratio is None else str(change.ratio),
    }


def en_texte(base: KnowledgeBase, found: Comparaison) -> Iterator[str]:
    """The same for a person: rules by what became of them, proposals, amounts."""
    yield f"Du {date_longue(found.du)} au {date_longue(found.au)}"
    for nature, title, _ in NATURES:
        changes = [change for change in found.regles if change.nature is nature]
        if changes:
            yield f"\n{title} : {len(changes)}"
        for change in changes:
            yield from _regle(base, change)
    if found.propositions:
        yield f"\nPropositions, qui ne sont pas du droit : {len(found.propositions)}"
    for regle, version in found.propositions:
        yield f"  {regle.id} : {regle.titre}, le {date_longue(version.du)}"
    yield f"\nMontants qui ont changé : {len(found.montants)}"
    for one in found.montants:
        case = libelle_de_cellule(base, one.parametre, one.cellule)
        moved = ecart_de_montant(one)
        yield f"  {one.parametre.titre}{f', {case}' if case else ''} : {cote(one, one.avant, found.du)} → " + (
            f"{cote(one, one.apres, found.au)}{f' ({moved})' if moved else ''}"
        )


def _regle(base: KnowledgeBase, change: ChangementDeRegle) -> Iterator[str]:
    motif = change.avant.motif or change.apres.motif
    yield f"  {change.regle.id} : {change.regle.titre}{f' ({motif})' if motif else ''}"
    if change.nature is Nature.MODIFIEE:
        assert change.avant.version is not None
        assert change.apres.version is not None
        for name, one in ecart(base, change.avant.version, change.apres.version).champs.items():
            yield f"    {name} : {one.bilan}"
