"""The files that have changed since a revision, as git says."""

import subprocess
from pathlib import Path

import click

LUS = ("rules/", "content/")


def changes_depuis(root: Path, revision: str) -> tuple[str, ...] | None:
    """The paths of `rules/` and `content/` that differ from it, new ones and removed ones included, from the root.

    None when what reads them has changed: everything is to be verified. Raises click.UsageError.
    """
    known = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if known.returncode:
        inside = _git(root, "rev-parse", "--is-inside-work-tree").returncode == 0
        reason = f"la révision « {revision} » n'existe pas" if inside else f"{root} n'est pas un dépôt git"
        raise click.UsageError(f"--depuis : {reason}")
    changed = _lignes(root, "diff", "--name-only", "--no-renames", "--relative", "-z", known.stdout.strip(), "--")
    changed |= _lignes(root, "ls-files", "--others", "--exclude-standard", "-z")
    if any(path.startswith("generator/") for path in changed):
        return None
    return tuple(sorted(path for path in changed if path.startswith(LUS)))


def _lignes(root: Path, *words: str) -> set[str]:
    done = _git(root, *words)
    if done.returncode:
        raise click.ClickException(f"git {words[0]} : {done.stderr.strip()}")
    return {path for path in done.stdout.split("\0") if path}


def _git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    try:
        return subprocess.run(
            ("git", "-C", str(root), *words), capture_output=True, text=True, errors="surrogateescape", check=False
        )
    except FileNotFoundError:
        raise click.UsageError("--depuis : git n'est pas installé") from None
