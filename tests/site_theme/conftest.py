"""The browser's evaluator, loaded as a module from the theme's own files."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from serveur import servir

RACINE = Path(__file__).parents[2]
CALCUL = RACINE / "site_theme" / "assets" / "calcul"


@pytest.fixture(scope="session")
def vierge(navigateur: Browser) -> Iterator[Page]:
    """A blank page from which the modules of the calculators can be imported."""
    with servir(CALCUL) as address:
        page = navigateur.new_page()
        page.goto(address)
        yield page
        page.close()


class Module:
    """One module of the theme, whose functions are called with JSON."""

    def __init__(self, page: Page, name: str) -> None:
        self.page, self.name = page, name

    def __call__(self, expression: str, *arguments: object) -> Any:
        """Evaluate a JavaScript expression in which `m` is the module and `a` the arguments."""
        script = f"async (a) => {{ const m = await import('/{self.name}.js'); return {expression}; }}"
        return self.page.evaluate(script, list(arguments))


@pytest.fixture
def module(vierge: Page) -> Any:
    """Give a module by its name."""
    return lambda name: Module(vierge, name)
