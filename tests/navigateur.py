"""Chromium for the tests. A browser that cannot be found fails the test, never skips it.

MEMENTO_LENTEUR=6 makes its pages compute six times slower: a test that does not wait for what it needs then fails here
first, and not one day in a hundred elsewhere (« make endurance »).
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

NOMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Chromium as root in a container, without its own traffic: tests check that pages ask nothing elsewhere.
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

LENTEUR = float(os.environ.get("MEMENTO_LENTEUR", "1"))


def chemin() -> str | None:
    """The browser named by MEMENTO_CHROMIUM, else one on the PATH, else None: Playwright's own."""
    return os.environ.get("MEMENTO_CHROMIUM") or next((found for name in NOMS if (found := shutil.which(name))), None)


@contextmanager
def ouvrir() -> Iterator[Browser]:
    """A headless browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chemin(), args=list(OPTIONS))
        if LENTEUR > 1:
            ralentir(browser)
        try:
            yield browser
        finally:
            browser.close()


def ralentir(browser: Browser) -> None:
    """Slow down every page that it opens from now on."""
    contexte, page = browser.new_context, browser.new_page

    def new_context(**options: Any) -> BrowserContext:
        opened = contexte(**options)
        opened.on("page", _ralentir)
        return opened

    def new_page(**options: Any) -> Page:
        opened = page(**options)
        _ralentir(opened)
        return opened

    browser.new_context, browser.new_page = new_context, new_page  # type: ignore[method-assign]


def _ralentir(page: Page) -> None:
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": LENTEUR})
