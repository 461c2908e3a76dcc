"""A folder is published whole or not at all, and the one before it is kept."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.adapters.tour import tour

AT_FDCWD, RENAME_EXCHANGE = -100, 2
BROUILLON, ECARTE, PRECEDENT = ".brouillon", ".ecarte", ".precedent"


@contextmanager
def publication(cible: Path) -> Iterator[Path]:
    """An empty folder to fill, beside `cible`; it takes its place only when the block ends without error.

    Killed at any moment, `cible` is the old folder or the new one, whole, and the old one is still there. What a killed
    run leaves is removed by the next one.
    """
    cible.parent.mkdir(parents=True, exist_ok=True)
    with tour(cible):
        _reprendre(cible)
        draft = Path(tempfile.mkdtemp(prefix=f"{cible.name}.", suffix=BROUILLON, dir=cible.parent))
        try:
            draft.chmod(0o755)
            yield draft
            ecrire_sur_le_disque(draft)
            _installer(draft, cible)
            _noter(cible.parent)
        finally:
            # What resists, made by another user, harms nobody: the next run tries again.
            shutil.rmtree(draft, ignore_errors=True)


def precedent(cible: Path) -> Path:
    """Where the folder that stood at `cible` before the last publication is kept."""
    return cible.with_name(f"{cible.name}{PRECEDENT}")


@contextmanager
def retour(cible: Path) -> Iterator[Path]:
    """The previous folder, to look at; when the block ends without error, it and `cible` have changed places."""
    with tour(cible):
        _reprendre(cible)
        yield precedent(cible)
        if cible.exists():
            _echanger(precedent(cible), cible)
        else:
            precedent(cible).rename(cible)
        _noter(cible.parent)


def _installer(draft: Path, cible: Path) -> None:
    """The draft becomes the previous folder, then the two change places: at each instant both of them are whole."""
    previous = precedent(cible)
    if not cible.exists() or not any(cible.iterdir()):
        draft.rename(cible)
        return
    if previous.exists():
        _echanger(draft, previous)
    else:
        draft.rename(previous)
    _echanger(previous, cible)


def _echanger(one: Path, other: Path) -> None:
    """Swap in one system call where the kernel can; else `other` steps aside for an instant."""
    if not _en_un_appel(one, other):
        aside = other.with_name(f"{other.name}{ECARTE}")
        other.rename(aside)
        one.rename(other)
        aside.rename(one)


def _en_un_appel(one: Path, other: Path) -> bool:
    """True when it is done; false where the kernel or the file system cannot, and nothing is changed."""
    exchange = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if exchange is None:
        return False
    done: int = exchange(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    return done == 0


def _reprendre(cible: Path) -> None:
    """End what a killed run had begun: put back what was left aside, remove its drafts. Nobody else is at work."""
    previous = precedent(cible)
    for place, other in ((previous, previous), (cible, previous)):
        aside = place.with_name(f"{place.name}{ECARTE}")
        if aside.exists():
            free = next((path for path in (place, other) if not path.exists()), None)
            if free:
                aside.rename(free)
            else:
                shutil.rmtree(aside, ignore_errors=True)
    for left in cible.parent.iterdir():
        middle = left.name.removeprefix(f"{cible.name}.").removesuffix(BROUILLON)
        if left.name == f"{cible.name}.{middle}{BROUILLON}" and "." not in middle:
            shutil.rmtree(left, ignore_errors=True)


def ecrire_sur_le_disque(draft: Path) -> None:
    """Before a name leads to it, all of it is on the disk: a power cut could leave empty files under good names."""
    libc = ctypes.CDLL(None, use_errno=True)
    descriptor = os.open(draft, os.O_RDONLY | os.O_DIRECTORY)
    try:
        # One call for the whole file system: a flush for each of thousands of files takes seconds.
        if hasattr(libc, "syncfs"):
            if libc.syncfs(descriptor) != 0:
                number = ctypes.get_errno()
                raise OSError(number, os.strerror(number), str(draft))
        else:
            os.sync()
    finally:
        os.close(descriptor)


def _noter(folder: Path) -> None:
    """The names of a folder are on the disk."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
