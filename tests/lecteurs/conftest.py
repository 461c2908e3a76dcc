"""The real site, built once as readers get it, and served on this machine."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from journal import Journal, lectrice
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serveur import servir

from generator.adapters.construction import construire_dans

RACINE = Path(__file__).parents[2]
# A busy machine is slow, not wrong: what does not come at all still fails.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site, strictly built from the repository by the first process that needs it. No test changes it.

    MEMENTO_SITE names one that is built already.
    """
    if made := os.environ.get("MEMENTO_SITE"):
        return Path(made).resolve()
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    with (shared / "site.verrou").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site-construit").exists():
            construire_dans(RACINE, shared / "site")
            (shared / "site-construit").touch()
    return shared / "site"


@pytest.fixture(scope="session")
def adresse(dossier: Path) -> Iterator[str]:
    """Where the site is served, with a final slash."""
    with servir(dossier) as address:
        yield address


@pytest.fixture
def contexte(navigateur: Browser, adresse: str) -> Iterator[tuple[BrowserContext, Journal]]:
    """A fresh reader on a phone, whose journal must stay empty."""
    context, journal = lectrice(navigateur, adresse)
    yield context, journal
    context.close()
    assert journal.ailleurs == []
    assert journal.erreurs == []


@pytest.fixture
def page(contexte: tuple[BrowserContext, Journal]) -> Page:
    """A blank page of that reader."""
    return contexte[0].new_page()
