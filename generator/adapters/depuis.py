"""The files that have changed since a revision, as git says."""

from pathlib import Path

from generator.adapters.depot import fichiers_changes, revision

LUS = ("rules/", "content/")


def changes_depuis(root: Path, name: str) -> tuple[str, ...] | None:
    """The paths of `rules/` and `content/` that differ from it, new ones and removed ones included, from the root.

    None when what reads them has changed: everything is to be verified. Raises click.UsageError.
    """
    changed = fichiers_changes(root, revision(root, name, "--depuis"))
    if any(path.startswith("generator/") for path in changed):
        return None
    return tuple(sorted(path for path in changed if path.startswith(LUS)))
