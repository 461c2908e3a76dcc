"""The files of the theme that the site publishes."""

from collections.abc import Mapping
from pathlib import Path

THEME = "site_theme"


def load_assets(root: Path) -> Mapping[str, bytes]:
    """What they hold, by their url from the root of the site, in order; nothing when there is no theme."""
    theme = root / THEME
    paths = sorted(path for path in (theme / "assets").rglob("*") if path.is_file())
    return {path.relative_to(theme).as_posix(): path.read_bytes() for path in paths}
