"""The theme is listed without its icons, and finds them all the same."""

from pathlib import Path

from mkdocs.commands.build import get_files
from mkdocs.config import load_config

from generator.adapters.theme import sans_les_icones

RACINE = Path(__file__).parents[2]
ICONE = ".icons/material/pencil.svg"


def test_what_the_theme_publishes_is_the_same() -> None:
    config = load_config(str(RACINE / "mkdocs.yml"))
    published = []
    for _ in range(2):
        files = get_files(config)
        files.add_files_from_theme(config.theme.get_env(), config)
        published.append(sorted(file.src_uri for file in files))
        sans_les_icones(config.theme)
    assert published[0] == published[1]
    assert any(uri.startswith("assets/javascripts/bundle.") for uri in published[1])


def test_an_icon_is_found_and_not_listed() -> None:
    config = load_config(str(RACINE / "mkdocs.yml"))
    assert ICONE in config.theme.get_env().list_templates()
    sans_les_icones(config.theme)
    env = config.theme.get_env()
    assert ICONE not in env.list_templates()
    assert "<svg" in env.get_template(ICONE).render()
