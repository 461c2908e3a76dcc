"""git, asked and never told: revisions, what differs from one, the files it held."""

import io
import subprocess
import tarfile
from pathlib import Path

import click


def revision(root: Path, name: str, option: str) -> str:
    """The commit that a revision names. Raises click.UsageError, which says by what `option` it was named."""
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode:
        inside = _git(root, "rev-parse", "--is-inside-work-tree").returncode == 0
        reason = f"la révision « {name} » n'existe pas" if inside else f"{root} n'est pas un dépôt git"
        raise click.UsageError(f"{option} : {reason}")
    return found.stdout.decode().strip()


def fichiers_changes(root: Path, commit: str) -> frozenset[str]:
    """The paths that differ from a commit, from the root, new ones and removed ones included."""
    changed = _lignes(root, "diff", "--name-only", "--no-renames", "--relative", "-z", commit, "--")
    return changed | _lignes(root, "ls-files", "--others", "--exclude-standard", "-z")


def extraire(root: Path, commit: str, folder: Path, lus: tuple[str, ...]) -> None:
    """Write in a folder the files that a commit held under these paths; links are left out: nothing follows them."""
    archive = _fait(root, "archive", "--format=tar", commit)
    with tarfile.open(fileobj=io.BytesIO(archive)) as held:
        for member in held:
            content = held.extractfile(member) if member.isreg() and member.name.startswith(lus) else None
            if content is not None:
                target = folder / member.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content.read())


def _lignes(root: Path, *words: str) -> frozenset[str]:
    listed = _fait(root, *words).decode("utf-8", "surrogateescape")
    return frozenset(path for path in listed.split("\0") if path)


def _fait(root: Path, *words: str) -> bytes:
    done = _git(root, *words)
    if done.returncode:
        raise click.ClickException(f"git {words[0]} : {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(("git", "-C", str(root), *words), capture_output=True, check=False)
    except FileNotFoundError:
        raise click.UsageError("git n'est pas installé") from None
