"""The same pages, three times: our site, the same under Material's stock shell, the same indexed by Pagefind."""

import shutil
import subprocess
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from generator.adapters.construction import construire_dans

RACINE = Path(__file__).parents[2]
ICI = Path(__file__).parent
PAGEFIND = ICI / "node_modules/.bin/pagefind"
# What doubles other pages, or is not one to find: permanent versions, frames to embed, the list of pages, the search.
DOUBLES = (
    "r/**/*.html",
    "**/integrer/index.html",
    "plan-du-site/index.html",
    "recherche/index.html",
    "memento.html",
    "404.html",
)
REDIRECTION = b'http-equiv="refresh"'


def construire_le_notre(cible: Path) -> None:
    construire_dans(RACINE, cible)


def construire_materiel(cible: Path) -> None:
    """Our pages in Material's own shell, with its own search set as its documentation says for French."""
    config = load_config(
        str(RACINE / "mkdocs.yml"),
        site_dir=str(cible),
        strict=False,
        theme={"name": "material", "language": "fr", "font": False},
        extra_css=[],
        plugins=[{"search": {"lang": "fr"}}, "memento"],
        hooks=[str(ICI / "hors_banc.py")],
    )
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    config.plugins.on_shutdown()


def copier_pour_pagefind(site: Path, cible: Path) -> None:
    """Our site without what doubles its pages, then indexed as Pagefind's documentation says."""
    shutil.copytree(site, cible, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.zip", "*.pdf", "sw.js"))
    doubles = {path for pattern in DOUBLES for path in cible.glob(pattern)}
    doubles |= {path for path in cible.rglob("*.html") if REDIRECTION in path.read_bytes()[:4_000]}
    for path in doubles:
        path.unlink()
    indexer_avec_pagefind(cible)


def indexer_avec_pagefind(cible: Path) -> None:
    options = ("--site", str(cible), "--root-selector", "article", "--force-language", "fr", "--quiet")
    subprocess.run([PAGEFIND, *options], check=True)
