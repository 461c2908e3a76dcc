"""Several files written together: all of them, or, when the disk refuses one, none."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path

import click


def ecrire_ensemble(
    root: Path, textes: Mapping[str, str], *, nouveaux: Collection[str] = (), retire: str | None = None
) -> None:
    """Each text at its path; those of `nouveaux` overwrite nothing, `retire` goes away. Raises ClickException."""
    kept = {path: (root / path).read_bytes() for path in textes if path not in nouveaux and (root / path).exists()}
    done: list[str] = []
    try:
        for path, text in textes.items():
            _poser(root / path, text.encode(), neuf=path in nouveaux)
            done.append(path)
        if retire:
            (root / retire).unlink()
    except OSError as error:
        for path in done:
            if path in kept:
                _poser(root / path, kept[path], neuf=False)
            else:
                (root / path).unlink(missing_ok=True)
        taken = isinstance(error, FileExistsError)
        reason = f"{error.filename2} existe déjà" if taken else f"écriture impossible : {error.strerror or error}"
        raise click.ClickException(f"{reason} ; rien n'est changé.") from None


def _poser(path: Path, data: bytes, *, neuf: bool) -> None:
    """In one step: a reader sees the file whole, before or after."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_bytes(data)
        if neuf:
            os.link(draft, path)
        else:
            os.replace(draft, path)
    finally:
        draft.unlink(missing_ok=True)
