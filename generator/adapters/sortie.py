"""A file that a command writes where it was asked to."""

import errno
import os
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
}


def ecrire(sortie: Path, contenu: bytes) -> None:
    """The file is the old one or the new one, whole. Raises click.ClickException, with the motive."""
    draft = sortie.with_name(f".{sortie.name}.{os.getpid()}")
    try:
        if sortie.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        try:
            draft.write_bytes(contenu)
            draft.replace(sortie)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        motive = MOTIFS.get(error.errno or 0, error.strerror or str(error))
        raise click.ClickException(f"impossible d'écrire {sortie} : {motive}") from None
