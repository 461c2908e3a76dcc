"""A witness in the browser: what ran, what was asked elsewhere, what opened, for pages that must do none of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

import yaml
from playwright.sync_api import BrowserContext, ConsoleMessage, Dialog, Page, Request, Route

VECTEURS = Path(__file__).parent / "surete" / "vecteurs.yaml"
APPEL = "__xss("
MARQUE = "EXECUTE:"
# Said in the console, which no frame and no navigation can take back.
_GUET = f"""
window.__xss = (n = "") => console.error("{MARQUE}" + n);
for (const nom of ["alert", "confirm", "prompt"]) window[nom] = () => console.error("{MARQUE}" + nom);
"""
# The documents of the frames, which are of the same origin.
_CADRES = "[...document.querySelectorAll('iframe')].map((cadre) => cadre.contentDocument).filter(Boolean)"
_CLIQUABLES = "a[href*='script' i]:not([href^='mailto:']), area, a > text, button, summary"
_CLIQUER = f"""() => {{
  for (const cadre of {_CADRES})
    for (const element of cadre.querySelectorAll("{_CLIQUABLES}"))
      element.dispatchEvent(new MouseEvent("click", {{bubbles: true, cancelable: true}}));
}}"""
_ADRESSES = f"""() => {_CADRES}
  .flatMap((cadre) => [...cadre.querySelectorAll("[href],[src],[action],[formaction],[data]")])
  .flatMap((e) => ["href", "src", "action", "formAction", "data"].map((nom) => e.hasAttribute(nom) && e[nom]))
  .map((adresse) => adresse && (adresse.baseVal ?? adresse))
  .filter((adresse) => typeof adresse === "string" && !/^((https?|mailto|tel|blob|about):|data:,$|$)/.test(adresse))"""


def corpus() -> dict[str, list[str]]:
    """The vectors by class."""
    found: dict[str, list[str]] = yaml.safe_load(VECTEURS.read_text(encoding="utf-8"))
    return found


def numeroter(vecteurs: Sequence[str]) -> list[str]:
    """The same vectors; each tells its rank when it runs."""
    return [vector.replace(f"{APPEL})", f"{APPEL}{rank})") for rank, vector in enumerate(vecteurs)]


@dataclass
class Temoin:
    """What happened in a context since it was opened; nothing leaves for elsewhere, what tries is told."""

    contexte: BrowserContext
    origine: str
    executes: list[str] = field(default_factory=list)
    sorties: list[str] = field(default_factory=list)
    erreurs: list[str] = field(default_factory=list)
    pages: int = 0

    def __post_init__(self) -> None:
        self.contexte.add_init_script(_GUET)
        self.contexte.on("console", self._entendre)
        self.contexte.on("dialog", self._fermer)
        self.contexte.on("weberror", lambda error: self.erreurs.append(str(error.error)))
        self.contexte.on("page", self._compter)
        self.contexte.route(re.compile(rf"^(?!{re.escape(self.origine)}|data:|blob:)"), self._arreter)
        self.contexte.on("request", self._noter)

    def _entendre(self, message: ConsoleMessage) -> None:
        if message.text.startswith(MARQUE):
            self.executes.append(message.text.removeprefix(MARQUE))
        elif message.type == "error":
            self.erreurs.append(message.text)

    def _fermer(self, dialog: Dialog) -> None:
        self.executes.append(f"dialogue {dialog.message}")
        dialog.dismiss()

    def _compter(self, _: Page) -> None:
        self.pages += 1

    def _noter(self, request: Request) -> None:
        if not request.url.startswith((self.origine, "data:", "blob:")):
            self.sorties.append(request.url)

    def _arreter(self, route: Route) -> None:
        route.abort()

    def montrer(self, cadres: Sequence[str]) -> Page:
        """A page of our origin that holds these frames, each an attribute: `src="…"` or `srcdoc="…"`."""
        url = f"{self.origine}__temoin"
        html = "".join(f'<iframe width="300" height="200" {frame}></iframe>' for frame in cadres)
        page = self.contexte.new_page()
        page.route(
            url,
            lambda route: route.fulfill(
                content_type="text/html; charset=utf-8", body=f"<!doctype html><title>témoin</title>{html}"
            ),
        )
        page.goto(url)
        return page

    def cliquer(self, page: Page) -> None:
        """Click, in every frame, what runs something when it is clicked."""
        page.evaluate(_CLIQUER)

    def adresses(self, page: Page) -> list[str]:
        """The addresses, in every frame, that a browser would run."""
        found: list[str] = page.evaluate(_ADRESSES)
        return found


def document(corps: str, tete: str = "") -> str:
    """The attribute of a frame that holds a page made of this."""
    whole = f'<!doctype html><html><head><meta charset="utf-8">{tete}</head><body>{corps}</body></html>'
    return f'srcdoc="{escape(whole)}"'
