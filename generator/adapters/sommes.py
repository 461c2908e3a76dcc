"""SHA256SUMS: what each file of a folder holds, in the words of coreutils, so that anyone can verify a copy."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.render.site import SOMMES

__all__ = ["SOMMES", "ecarts", "en_lignes", "fichiers", "lire_sommes", "sommer"]

# How coreutils writes a name that a line could not hold; the backslash first.
ECHAPPES = (("\\", "\\\\"), ("\n", "\\n"), ("\r", "\\r"))


def sommer(dossier: Path) -> dict[str, str]:
    """The SHA-256 of each file of a folder by path, sorted, but for that of the list itself."""
    sums = {}
    for path in sorted(fichiers(dossier)):
        if path != SOMMES:
            with open(os.path.join(dossier, path), "rb") as file:
                sums[path] = hashlib.sha256(file.read()).hexdigest()
    return sums


def fichiers(dossier: Path) -> Iterator[str]:
    """Every file under a folder, hidden ones too, as a path from it."""
    start = len(os.path.join(dossier, ""))
    waiting = [os.fspath(dossier)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                # A link to a folder is a file of this one: nothing outside is walked.
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                else:
                    yield entry.path[start:].replace(os.sep, "/")


def en_lignes(sums: Mapping[str, str]) -> bytes:
    """A list as `sha256sum` prints it."""
    lines = (f"{_marque(path)}{value}  {_echapper(path)}\n" for path, value in sums.items())
    return "".join(lines).encode("utf-8", "surrogateescape")


def lire_sommes(dossier: Path) -> dict[str, str] | None:
    """The list that a folder holds; None when it has none, or one that is not ours to read."""
    try:
        text = (dossier / SOMMES).read_bytes().decode("utf-8", "surrogateescape")
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    sums = {}
    for line in text.split("\n")[:-1]:
        value, separator, path = line.removeprefix("\\").partition("  ")
        if not separator or len(value) != 64:
            return None
        sums[_retablir(path) if line.startswith("\\") else path] = value
    return sums


def ecarts(dossier: Path, sommes: Mapping[str, str] | None = None) -> list[str]:
    """What a folder holds that its list does not say, one sentence each; nothing when it is whole.

    `sommes` are what `sommer` says of it, when they are known.
    """
    listed = lire_sommes(dossier)
    if listed is None:
        return [f"{SOMMES} manque ou ne se lit pas"]
    found = sommer(dossier) if sommes is None else sommes
    return [
        *(f"{path} manque" for path in listed if path not in found),
        *(f"{path} n'est pas dans {SOMMES}" for path in found if path not in listed),
        *(f"{path} n'est pas tel qu'il a été fait" for path in found if listed.get(path, found[path]) != found[path]),
    ]


def _marque(path: str) -> str:
    return "\\" if _echapper(path) != path else ""


def _echapper(path: str) -> str:
    for char, written in ECHAPPES:
        path = path.replace(char, written)
    return path


def _retablir(written: str) -> str:
    text = written.replace("\\\\", "\0")
    for char, escaped in ECHAPPES[1:]:
        text = text.replace(escaped, char)
    return text.replace("\0", "\\")
