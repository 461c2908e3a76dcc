"""The browser's evaluator, loaded as a module from the theme's own files."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

RACINE = Path(__file__).parents[2]
CALCUL = RACINE / "site_theme" / "assets" / "calcul"


class Silencieux(SimpleHTTPRequestHandler):
    """Serves without a word; an empty page stands at the root."""

    def do_GET(self) -> None:
        if self.path == "/":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>calcul</title>")
        else:
            super().do_GET()

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture(scope="session")
def vierge(navigateur: Browser) -> Iterator[Page]:
    """A blank page from which the modules of the calculators can be imported."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silencieux, directory=str(CALCUL)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = navigateur.new_page()
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    yield page
    page.close()
    server.shutdown()
    server.server_close()


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
