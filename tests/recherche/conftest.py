"""The index of the real mémento, on a day, in Python and in the browser."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from petit_memento import AUJOURD_HUI, vrai_memento
from playwright.sync_api import Browser, Page
from serveur import servir

from generator.adapters.recherche import fichiers_de_recherche, indexer_le_site
from generator.render.recherche import Analyseur, IndexDeRecherche, Trouves, chercher
from generator.render.recherche.bibliotheque import lunr
from generator.render.site import LUNR

RACINE = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def analyseur() -> Analyseur:
    return Analyseur()


@pytest.fixture(scope="session")
def index() -> IndexDeRecherche:
    """What readers find on the day of the tests."""
    built = vrai_memento()
    assert built.site is not None
    return indexer_le_site(built.base, built.programs, built.site, AUJOURD_HUI)


@pytest.fixture(scope="session")
def trouver(index: IndexDeRecherche) -> Callable[[str], Trouves]:
    """What each request gives, looked for once."""

    @cache
    def trouver(texte: str) -> Trouves:
        return chercher(index, texte)

    return trouver


@pytest.fixture(scope="session")
def vierge(navigateur: Browser, index: IndexDeRecherche, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A blank page that holds the index, and from which the modules of the search can be imported."""
    folder = tmp_path_factory.mktemp("recherche")
    for url, content in {**fichiers_de_recherche(vrai_memento().base, index), LUNR: lunr()}.items():
        (folder / url).parent.mkdir(exist_ok=True)
        (folder / url).write_bytes(content)
    for module in (RACINE / "site_theme/assets/recherche").glob("*.js"):
        (folder / module.name).write_bytes(module.read_bytes())
    with servir(folder) as address:
        page = navigateur.new_page()
        page.goto(address)
        yield page
        page.close()


@pytest.fixture
def dans_le_navigateur(vierge: Page) -> Any:
    """Evaluate a JavaScript expression in which `moteur` is the engine and `a` what is given."""

    def evaluate(expression: str, argument: object = None) -> Any:
        # Written by the page: hundreds of thousands of values would be handed over one by one.
        script = f"""async (a) => {{
          const {{ charger }} = await import("/moteur.js");
          const moteur = await charger("/", "/assets/lunr.js");
          return JSON.stringify({expression});
        }}"""
        return json.loads(vierge.evaluate(script, argument))

    return evaluate
