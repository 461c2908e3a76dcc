"""`memento chercher`: the search of the site, in a terminal."""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from generator.adapters.compilation import compiler
from generator.adapters.francais import Aide, option_format
from generator.adapters.racine import aujourd_hui
from generator.adapters.recherche import indexer_le_site
from generator.compile.calendrier import date_longue
from generator.diagnostics import vouliez_vous_dire
from generator.load import load_assets, load_verrou
from generator.render.assemblage import render_site
from generator.render.libelles import LIBELLES
from generator.render.recherche import Resultat, Trouves
from generator.render.recherche import chercher as trouver

MONTRES = 10


@click.command(cls=Aide, help="Cherche comme le site : memento chercher « 480 heures » --siae AI.")
@click.argument("texte", nargs=-1, required=True, metavar="MOTS")
@click.option("--siae", "codes", metavar="CODE", multiple=True, help="Seulement ce qui concerne cette structure.")
@click.option("--genre", "genres", metavar="GENRE", multiple=True, help="Seulement ce genre : regle, calculateur…")
@option_format
@click.pass_obj
def chercher(
    racine: Callable[[], Path], texte: tuple[str, ...], codes: tuple[str, ...], genres: tuple[str, ...], forme: str
) -> int:
    """Status 0 found, 1 nothing found or a mémento at fault, 2 usage. JSON gives every result in order."""
    root, today = racine(), aujourd_hui()
    compiled = compiler(root, "rien n'est cherché")
    base = compiled.base
    siae = _connus("la structure", [code.upper() for code in codes], base.listes["siae"].options if codes else {})
    site = render_site(base, compiled.programs, today, load_assets(root), load_verrou(root).value).value
    index = indexer_le_site(base, compiled.programs, site, today)
    wanted = _connus("le genre", genres, dict.fromkeys(fiche.genre for fiche in index.fiches))
    found = trouver(index, " ".join(texte), {"siae": siae, "genre": wanted})
    if forme == "json":
        click.echo(json.dumps([en_json(one) for one in found.resultats], ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(en_texte(found)))
    return 0 if found.resultats else 1


def _connus(sujet: str, codes: Sequence[str], admis: Collection[str]) -> tuple[str, ...]:
    for code in codes:
        if code not in admis:
            question = vouliez_vous_dire(code, admis) or f"choix : {', '.join(admis)}"
            raise click.UsageError(f"{sujet} « {code} » n'existe pas ; {question}")
    return tuple(codes)


def en_json(found: Resultat) -> dict[str, object]:
    fiche = found.fiche
    return {"url": fiche.url, "titre": fiche.titre, "type": fiche.genre, "score": found.score}


def en_texte(found: Trouves) -> Iterator[str]:
    """The first results for a person: what each is, since when, where."""
    for typed, read in found.corrections:
        yield f"Lu : « {read} » au lieu de « {typed} »."
    if not found.resultats:
        yield "Aucun résultat."
    for rank, one in enumerate(found.resultats[:MONTRES], 1):
        fiche = one.fiche
        since = f", depuis le {date_longue(date.fromisoformat(fiche.depuis))}" if fiche.depuis else ""
        about = f" [{', '.join(fiche.siae)}]" if fiche.siae else ""
        yield f"{rank:2}. {fiche.titre}{about}"
        yield f"    {LIBELLES[fiche.genre]}{since} : /{fiche.url}"
    left = len(found.resultats) - MONTRES
    if left > 0:
        yield f"Et {left} autre{'s' if left > 1 else ''}."
