"""One build of a folder at a time: those that come meanwhile wait for their turn."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click


@contextmanager
def tour(cible: Path) -> Iterator[None]:
    """Alone of all processes to write beside `cible`; the kernel gives the turn to the next one, even after a kill."""
    path = cible.with_name(f"{cible.name}.verrou")
    descriptor = _prendre(path, cible)
    try:
        yield
    finally:
        # Removed before it is let go: who was waiting sees that it holds a file that is gone, and starts over.
        path.unlink(missing_ok=True)
        os.close(descriptor)


def _prendre(path: Path, cible: Path) -> int:
    told = False
    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            # Unlike flock, not inherited: a worker that outlives its killed parent holds nothing.
            try:
                fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except (BlockingIOError, PermissionError):
                if not told:
                    click.echo(f"Une autre construction de {cible} est en cours : celle-ci attend son tour.", err=True)
                    told = True
                fcntl.lockf(descriptor, fcntl.LOCK_EX)
            if _est_la(path, descriptor):
                return descriptor
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)


def _est_la(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False
