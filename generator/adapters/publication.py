"""A folder is published whole or not at all."""

import ctypes
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

AT_FDCWD, RENAME_EXCHANGE = -100, 2


@contextmanager
def publication(cible: Path) -> Iterator[Path]:
    """An empty folder to fill, beside `cible`; it takes its place only when the block ends without error.

    Killed at any moment, `cible` is the old folder or the new one, whole. Leftovers of a killed run are removed by the
    next one.
    """
    cible.parent.mkdir(parents=True, exist_ok=True)
    _balayer(cible)
    draft = Path(tempfile.mkdtemp(prefix=f"{cible.name}.{os.getpid()}.", dir=cible.parent))
    draft.chmod(0o755)
    try:
        yield draft
        _echanger(draft, cible)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _echanger(draft: Path, cible: Path) -> None:
    """Swap in one system call where the kernel can; else the old folder steps aside for an instant."""
    if not cible.exists():
        draft.rename(cible)
        return
    libc = ctypes.CDLL(None, use_errno=True)
    exchange = getattr(libc, "renameat2", None)
    if exchange and exchange(AT_FDCWD, os.fsencode(draft), AT_FDCWD, os.fsencode(cible), RENAME_EXCHANGE) == 0:
        return
    aside = draft.with_name(f"{draft.name}.ancien")
    cible.rename(aside)
    draft.rename(cible)
    shutil.rmtree(aside, ignore_errors=True)


def _balayer(cible: Path) -> None:
    """Remove drafts whose process is gone; put an old folder back if it was left aside with nothing in its place."""
    for left in sorted(cible.parent.glob(f"{cible.name}.*.*")):
        pid = left.name.removeprefix(f"{cible.name}.").split(".")[0]
        if not pid.isdigit() or _vit(int(pid)):
            continue
        if left.name.endswith(".ancien") and not cible.exists():
            left.rename(cible)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _vit(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
