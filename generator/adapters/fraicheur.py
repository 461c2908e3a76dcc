"""`memento fraicheur`: what must be read again, the most urgent first."""

import json
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

import click

from generator.adapters.compilation import compiler
from generator.adapters.francais import Aide, option_format
from generator.adapters.racine import aujourd_hui
from generator.compile.calendrier import date_longue
from generator.diagnostics import Location
from generator.resolve import KnowledgeBase
from generator.resolve.fraicheur import ARelire, Motif, a_relire

TITRES = {
    Motif.PASSEE: "La date de relecture est passée",
    Motif.CHANGEE: "Le texte a changé depuis la lecture",
    Motif.ETEINTE: "Le texte n'a plus de version en vigueur",
    Motif.REMPLACEE: "La version citée n'est plus celle en vigueur",
    Motif.BIENTOT: "À relire bientôt",
}


@click.command(cls=Aide, help="Dit ce qui est à relire : texte changé depuis, version remplacée, date qui approche.")
@click.option("--jours", type=click.IntRange(0), default=60, metavar="N", help="Horizon, en jours (par défaut : 60).")
@click.option("--strict", is_flag=True, help="Sort avec le statut 1 s'il y a quelque chose à relire.")
@option_format
@click.pass_obj
def fraicheur(racine: Callable[[], Path], jours: int, strict: bool, forme: str) -> int:
    """Status 0, even when there is something to read again, unless `--strict`; 1 a mémento at fault."""
    root = racine()
    compiled = compiler(root, "sa fraîcheur ne peut pas être jugée")
    found = a_relire(compiled.base, aujourd_hui(), jours)
    if forme == "json":
        click.echo(json.dumps([en_json(compiled.base, one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(en_texte(compiled.base, found)) or f"Rien n'est à relire d'ici {jours} jours.")
    return 1 if strict and found else 0


def place(base: KnowledgeBase, one: ARelire) -> Location:
    return base.document(one.genre, one.id).locate(*one.place)


def en_json(base: KnowledgeBase, one: ARelire) -> dict[str, object]:
    location = place(base, one)
    return {
        "sujet": f"{one.genre}:{one.id}",
        "motif": one.motif.value,
        "depuis": one.depuis.isoformat(),
        "verifie_le": one.verifie_le.isoformat(),
        "source": one.source,
        "version": one.version,
        "version_citee": one.citee,
        "fichier": location.path,
        "ligne": location.line,
    }


def en_texte(base: KnowledgeBase, found: tuple[ARelire, ...]) -> Iterator[str]:
    """By reason, each with the place to change."""
    for rank, (motif, group) in enumerate(groupby(found, key=lambda one: one.motif)):
        items = list(group)
        blank = "\n" if rank else ""
        yield f"{blank}{TITRES[motif]} : {len(items)}"
        for one in items:
            location = place(base, one)
            yield f"  {location.path}:{location.line}"
            yield f"    {_phrase(base, one)}"


def _phrase(base: KnowledgeBase, one: ARelire) -> str:
    read, since = date_longue(one.verifie_le), date_longue(one.depuis)
    if one.source is None:
        return f"à relire avant le {since}, lu le {read}"
    text = base.sources[one.source].nom
    match one.motif:
        case Motif.ETEINTE:
            return f"{text} : plus de version en vigueur depuis le {since}"
        case Motif.REMPLACEE:
            return f"{text} : {one.citee} est citée, {one.version} la remplace depuis le {since}"
    return f"{text} : version {one.version} depuis le {since}, lu le {read}"
