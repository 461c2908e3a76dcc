"""Where a site may be published: never where its publication would take something else away."""

import os
from pathlib import Path

import click

from generator.adapters.fabrication import FABRICATION, lire_fabrication
from generator.adapters.publication import PRECEDENT, precedent
from generator.adapters.sommes import SOMMES, lire_sommes

PAR_DEFAUT = "site"
PROGRAMME = Path(__file__).resolve().parents[1]
# What a mémento is written in: a site published there would be read as its source.
ECRITS = ("content", "rules", "site_theme", "schemas", ".git", ".memento")


def destination(root: Path, sortie: Path | None, *, forcer: bool = False) -> Path:
    """The folder to publish, links followed. Raises click.UsageError with what to do instead."""
    asked = sortie or root / PAR_DEFAUT
    try:
        cible = asked.resolve(strict=False)
        # Python 3.13 gives a link that goes round as it is, older versions raise.
        if cible.is_symlink():
            raise RuntimeError  # pragma: no cover: the version of Python decides
    except (OSError, RuntimeError):
        raise click.UsageError(f"{asked} est un lien qui ne mène nulle part") from None
    reason = _jamais(root.resolve(), cible)
    if reason is None and not forcer and cible != root.resolve() / PAR_DEFAUT:
        reason = _pas_sans_forcer(cible)
    if reason:
        raise click.UsageError(reason)
    return cible


def _jamais(root: Path, cible: Path) -> str | None:
    """Why nothing could make it a place for a site."""
    if cible.parent == cible:
        return f"{cible} ne peut pas devenir un site : nommez un dossier qui ne contiendra que lui"
    for name, held in (("le mémento", root), ("le programme", PROGRAMME), ("votre dossier personnel", Path.home())):
        if held.is_relative_to(cible):
            return f"{cible} contient {name} : nommez un dossier qui ne contiendra que le site"
    inside = next((name for name in ECRITS if cible.is_relative_to(root / name)), None)
    if cible.is_relative_to(PROGRAMME):
        return f"{cible} est dans le programme : nommez un autre dossier"
    if inside:
        return f"{cible} est dans {inside}/, qui est au mémento : nommez un autre dossier"
    if cible.name.endswith(PRECEDENT):
        return f"{cible} est le nom d'un site précédent, gardé pour --revenir : nommez un autre dossier"
    if cible.exists() and not cible.is_dir():
        return f"{cible} est un fichier : nommez un dossier"
    if os.path.ismount(cible):
        return f"{cible} est un disque monté, qui ne s'échange pas : nommez un dossier à l'intérieur"
    return None


def _pas_sans_forcer(cible: Path) -> str | None:
    """Why somebody's files would be taken away, from there or from where the previous site is kept."""
    for folder in (cible, precedent(cible)):
        foreign = _etranger(folder)
        if foreign:
            return (
                f"{folder} contient {foreign}, que le mémento n'a pas fait : nommez un autre dossier, ou --forcer "
                f"(ce qui est dans {cible} sera déplacé dans {precedent(cible).name}, et ce qui y est déjà, effacé)"
            )
    return None


def _etranger(folder: Path) -> str | None:
    """The first thing at the top of a folder that a site made by us does not hold; None when all is ours."""
    if not folder.is_dir():
        return folder.name if folder.exists() else None
    listed = lire_sommes(folder) if lire_fabrication(folder) else None
    ours = {path.partition("/")[0] for path in listed or ()} | ({SOMMES, FABRICATION} if listed else set())
    return next((name for name in sorted(os.listdir(folder)) if name not in ours), None)
