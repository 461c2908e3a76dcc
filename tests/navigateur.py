"""Chromium for the tests. A browser that cannot be found fails the test, never skips it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

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


def chemin() -> str | None:
    """The browser named by MEMENTO_CHROMIUM, else one on the PATH, else None: Playwright's own."""
    return os.environ.get("MEMENTO_CHROMIUM") or next((found for name in NOMS if (found := shutil.which(name))), None)


@contextmanager
def ouvrir() -> Iterator[Browser]:
    """A headless browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chemin(), args=list(OPTIONS))
        try:
            yield browser
        finally:
            browser.close()
