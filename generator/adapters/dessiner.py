"""`memento dessiner ID`: the decision tree of a calculator, drawn or as a list."""

from collections.abc import Callable
from pathlib import Path

import click

from generator.adapters.compilation import compiler, programme, programmes
from generator.adapters.francais import Aide
from generator.adapters.racine import aujourd_hui
from generator.adapters.sortie import ecrire
from generator.render.decision import decision, en_liste
from generator.render.decision import dessiner as dessiner_arbre


@click.command(cls=Aide, help="Dessine l'arbre de décision d'un calculateur, aux montants du jour, pour le relire.")
@click.argument("identifiant", metavar="CALCULATEUR")
@click.option(
    "--format",
    "forme",
    type=click.Choice(["svg", "texte"]),
    default="svg",
    help="Un dessin, ou le même arbre en liste.",
)
@click.option(
    "--sortie",
    type=click.Path(path_type=Path),
    metavar="FICHIER",
    help="Où l'écrire, au lieu de l'écran.",
)
@click.pass_obj
def dessiner(racine: Callable[[], Path], identifiant: str, forme: str, sortie: Path | None) -> int:
    """Status 0 drawn, 1 a mémento at fault or a file that cannot be written, 2 usage."""
    root = racine()
    compiled = compiler(root, "rien n'est dessiné")
    tree = decision(compiled.base, programme(programmes(compiled), identifiant), aujourd_hui())
    text = en_liste(tree) if forme == "texte" else dessiner_arbre(tree).svg
    if sortie is None:
        click.echo(text, nl=False)
    else:
        ecrire(sortie, text.encode())
        click.echo(f"{sortie} : {tree.compte}", err=True)
    return 0
