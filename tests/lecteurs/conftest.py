"""The real site, built once as readers get it, and served on this machine."""

import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from serveur import servir

from generator.adapters.construire import construire_dans

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


class Journal:
    """What a page asked for and complained about."""

    def __init__(self, context: BrowserContext, adresse: str) -> None:
        self.adresse = adresse
        self.ailleurs: list[str] = []
        self.erreurs: list[str] = []
        context.on("request", self._requete)
        context.on("console", lambda message: message.type == "error" and self.erreurs.append(message.text))
        context.on("weberror", lambda error: self.erreurs.append(str(error.error)))

    def _requete(self, request: object) -> None:
        url = getattr(request, "url", "")
        if not url.startswith((self.adresse, "data:", "blob:")):
            self.ailleurs.append(url)


@pytest.fixture
def contexte(navigateur: Browser, adresse: str) -> Iterator[tuple[BrowserContext, Journal]]:
    """A fresh reader on a phone, whose journal must stay empty."""
    # Only the journeys without network let the site keep itself: elsewhere each reader would fetch all of it.
    context = navigateur.new_context(
        base_url=adresse, viewport={"width": 390, "height": 844}, locale="fr-FR", service_workers="block"
    )
    context.set_default_timeout(20_000)
    journal = Journal(context, adresse)
    yield context, journal
    context.close()
    assert journal.ailleurs == []
    assert journal.erreurs == []


@pytest.fixture
def page(contexte: tuple[BrowserContext, Journal]) -> Page:
    """A blank page of that reader."""
    return contexte[0].new_page()
