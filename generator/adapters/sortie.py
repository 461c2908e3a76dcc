"""A file that a command writes where it was asked to, and why a disk refuses one."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import click

# Why a file cannot be written, in the words of the reader.
MOTIFS = {
    errno.ENOENT: "ce dossier n'existe pas",
    errno.ENOTDIR: "ce dossier n'existe pas",
    errno.EISDIR: "c'est un dossier",
    errno.EACCES: "l'écriture n'y est pas permise",
    errno.EROFS: "ce disque est en lecture seule",
    errno.ENOSPC: "il n'y a plus de place",
    errno.EDQUOT: "le quota de disque est atteint",
    errno.EFBIG: "la taille permise pour un fichier est dépassée",
    errno.EIO: "le disque est en panne",
    errno.EPERM: "l'écriture n'y est pas permise",
    errno.EMFILE: "trop de fichiers sont ouverts",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.ELOOP: "ce lien tourne en rond",
    errno.EBUSY: "il est occupé par un autre programme",
    errno.EXDEV: "il est sur un autre disque",
    errno.ENOTEMPTY: "ce dossier n'est pas vide",
}


def motif(error: OSError) -> str:
    """Why, in French; for what has no sentence, what the system says."""
    return MOTIFS.get(error.errno or 0) or f"le système répond « {error.strerror or error} »"


def ecrire(sortie: Path, contenu: bytes) -> None:
    """The file is the old one or the new one, whole. Raises click.ClickException, with the motive."""
    place = Path(os.path.realpath(sortie))
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        if place.exists() and not place.is_file():
            # A terminal or a pipe is written to, never replaced; a folder says that it is one.
            place.write_bytes(contenu)
            return
        try:
            draft.write_bytes(contenu)
            draft.replace(place)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise click.ClickException(f"impossible d'écrire {sortie} : {motif(error)}") from None


def ecrire_ce_qui_change(dossier: Path, fichiers: Mapping[str, bytes]) -> None:
    """The files of a folder, by path; each one written is told. Raises click.ClickException, as `ecrire` does."""
    written = 0
    for path, content in fichiers.items():
        target = dossier / path
        if target.is_file() and target.read_bytes() == content:
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        ecrire(target, content)
        click.echo(path)
        written += 1
    click.echo({0: "Tout est à jour.", 1: "1 fichier écrit."}.get(written, f"{written} fichiers écrits."), err=True)
