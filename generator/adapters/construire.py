"""`memento construire`: the site, published whole or not at all."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.adapters.a_part import Apart
from generator.adapters.francais import Aide

if TYPE_CHECKING:
    from generator.diagnostics import Outcome
    from generator.load import Document
    from generator.pipeline import Build

    Lus = Outcome[tuple[Document, ...]]

# The engines besides MkDocs.
AUTRES = ("zensical", "properdocs")


@click.command(
    cls=Aide,
    help="Construit le site. Si elle échoue, l'ancien site reste entier ; si elle réussit, il est gardé à côté.",
)
@click.option(
    "--sortie",
    type=click.Path(file_okay=False, path_type=Path),
    help="Dossier du site (par défaut : site/, à la racine du mémento).",
)
@click.option(
    "--brouillon",
    is_flag=False,
    flag_value="",
    metavar="[NOM]",
    help="Marque chaque page et chaque document « BROUILLON, ne fait pas foi », avec ce nom s'il est donné.",
)
@click.option(
    "--moteur",
    type=click.Choice(["mkdocs", *AUTRES]),
    default="mkdocs",
    help="Ce qui met les pages en site. Les autres que mkdocs s'installent à part : memento-inclusion[zensical].",
)
@click.option(
    "--comprimer", "comprime", is_flag=True, help="Pose un .gz et un .br à côté de chaque texte, pour le serveur."
)
@click.option(
    "--sans-documents",
    is_flag=True,
    help="Les pages, leur recherche et leurs données, sans les documents à imprimer (PDF) ni l'archive à emporter : "
    "plus vite, en moins de mémoire. Aucune page n'y mène.",
)
@click.option("--forcer", is_flag=True, help="Publie même là où il y a autre chose qu'un site fait par cette commande.")
@click.option("--revenir", is_flag=True, help="Ne construit rien : remet en place le site précédent, gardé à côté.")
@click.pass_obj
def construire(
    racine: Callable[[], Path],
    sortie: Path | None,
    brouillon: str | None,
    moteur: str,
    *,
    comprime: bool,
    sans_documents: bool,
    forcer: bool,
    revenir: bool,
) -> int:
    """Status 1 when the mémento holds an error or the disk refuses; then nothing has changed. 2 usage."""
    root = racine()
    # The rules are compiled while this process reads the code that makes a site of them.
    begun = () if revenir or moteur in AUTRES else commencer(root)
    try:
        from generator.adapters.construction import publier

        return publier(
            root,
            sortie,
            brouillon,
            moteur,
            begun[-1] if begun else None,
            comprime=comprime,
            documents=not sans_documents,
            forcer=forcer,
            revenir=revenir,
        )
    finally:
        for one in begun:
            one.abandonner()


def commencer(root: Path) -> "tuple[Apart[Lus], Apart[Build]]":
    """The files of a mémento, read by a copy of this process, and its rules, compiled by another: it is made once the
    code that it needs is read.
    """
    read = Apart(partial(_lire, root))
    from generator.pipeline import compile_documents

    return read, Apart(lambda: compile_documents(read.prendre()))


def _lire(root: Path) -> "Lus":  # pragma: no cover: it is done in a copy of the process, which nothing measures
    from generator.load import load_documents

    return load_documents(root)
