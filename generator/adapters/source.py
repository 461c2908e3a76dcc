"""`memento source ajouter`: the file of an article, its versions and dates, from a local copy of the LEGI data."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.francais import Aide, Groupe
from generator.adapters.legi import IllisibleLegi, lire_legi
from generator.adapters.nouveau import ecrire, ouvrir
from generator.diagnostics.numero import articles_proches
from generator.render.ebauches import Illisible
from generator.render.ebauches.article import (
    CODES,
    ArticleDeCode,
    ecrire_article,
    ecrit_avec_sa_lettre,
    identifiant_d_article,
)
from generator.render.recherche import Analyseur
from generator.render.recherche.references import numeros

PAR_PREFIXE = {prefix: code for code, (prefix, _) in CODES.items()}


@click.group(cls=Groupe, help="Ajoute la source d'une règle : un article de code, avec ses versions.")
def source() -> None:
    """One command for what can be known of a source without reading it."""


@source.command(cls=Aide, help="Ajoute un article : memento source ajouter L5132-9 --legi DOSSIER_OU_FICHIER.")
@click.argument("article", metavar="ARTICLE")
@click.option(
    "--legi",
    required=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="CHEMIN",
    help="Copie locale des données LEGI : un dossier de fichiers LEGIARTI….xml, ou un fichier JSON.",
)
@click.option(
    "--code",
    type=click.Choice(list(PAR_PREFIXE)),
    default="c-trav",
    help="Code de l'article, par le début de ses identifiants (par défaut : c-trav).",
)
@click.pass_obj
def ajouter(racine: Callable[[], Path], article: str, legi: Path, code: str) -> int:
    """Status 0 written, 1 unknown article or copy that cannot be read, 2 usage."""
    root = racine()
    number = _numero(article)
    title = PAR_PREFIXE[code]
    contexte = ouvrir(root)
    identifier = identifiant_d_article(number, title)
    if contexte.base.contient("source", identifier):
        path = contexte.base.document("source", identifier).path
        raise click.ClickException(f"{ecrit_avec_sa_lettre(number)} a déjà son fichier : {path}")
    try:
        ecrire(root, ecrire_article(contexte, _trouver(legi, number, title), title))
    except IllisibleLegi as error:
        raise click.ClickException(str(error)) from None
    except Illisible as error:
        raise click.ClickException(f"{error} ne peut pas être complété : rien n'est changé.") from None
    click.echo(f"Puis citez {identifier} dans la règle qui s'appuie sur lui.")
    return 0


def _numero(article: str) -> str:
    """The number as LEGI writes it, from any spelling. Raises click.UsageError."""
    found = [number for number in numeros([article], Analyseur()) if number[0] in "lrd"]
    if not found:
        raise click.UsageError(f"« {article} » n'est pas un numéro d'article : écrivez par exemple L5132-9")
    return found[0].upper()


def _trouver(legi: Path, numero: str, code: str) -> ArticleDeCode:
    """The article of that code; what is near is proposed when there is none. Raises click.ClickException."""
    copy = lire_legi(legi, numero)
    found = [one for one in copy.articles if one.code is None or one.code == code]
    name = ecrit_avec_sa_lettre(numero)
    if not found:
        elsewhere = [one.code for one in copy.articles if one.code]
        if elsewhere:
            raise click.ClickException(f"{name} n'est pas dans le {code}, mais : {', '.join(elsewhere)} (--code)")
        near = [ecrit_avec_sa_lettre(one) for one in articles_proches(numero, copy.numeros)]
        listed = f" ; proches : {', '.join(near)}" if near else ""
        raise click.ClickException(f"{name} inconnu{listed}")
    if not found[0].applicables:
        raise click.ClickException(f"aucune version de {name} n'a été en vigueur un seul jour")
    return found[0]
