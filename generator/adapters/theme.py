"""The templates of the theme, without going through its fourteen thousand icons to find what it publishes."""

import os

from jinja2 import Environment, FileSystemLoader
from mkdocs.theme import Theme


class Chargeur(FileSystemLoader):
    """Lists no hidden folder: MkDocs publishes nothing of them. A template in one of them is found as before."""

    def list_templates(self) -> list[str]:
        found = set()
        for place in self.searchpath:
            for folder, folders, names in os.walk(place):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found |= {os.path.relpath(os.path.join(folder, name), place).replace(os.sep, "/") for name in names}
        return sorted(found)


def sans_les_icones(theme: Theme) -> None:
    """Make the environments of a theme with our loader."""
    make = theme.get_env

    def get_env() -> Environment:
        env = make()
        env.loader = Chargeur(theme.dirs)
        return env

    theme.get_env = get_env  # type: ignore[method-assign]
