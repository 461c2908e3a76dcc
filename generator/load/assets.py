"""The files of the theme that the site publishes as they are."""

from pathlib import Path

THEME = "site_theme"


def list_assets(root: Path) -> tuple[str, ...]:
    """Their urls from the root of the site, sorted; none when there is no theme."""
    theme = root / THEME
    return tuple(sorted(path.relative_to(theme).as_posix() for path in (theme / "assets").rglob("*") if path.is_file()))
