"""Pagefind by its own programming interface, as its default interface calls it: one search, then the first results."""

import json

from playwright.sync_api import Page

from bench.recherche.notes import LUES
from bench.recherche.sites import ICI

# The module is asked for with the first search, its index and its pages by the searches.
CHERCHER = """
async ([texte, combien]) => {
  const debut = performance.now();
  globalThis.pagefind ??= await import("/pagefind/pagefind.js");
  const { results } = await pagefind.search(texte);
  const pages = await Promise.all(results.slice(0, combien).map((result) => result.data()));
  return [pages.map(({ url }) => url), performance.now() - debut];
}
"""


class Pagefind:
    """Nothing is shown: what a list costs to draw is not counted, nor the 300 ms that its interface waits after a key.

    The first search is that of the whole text, as its interface makes it for those who type without a pause.
    """

    nom = "Pagefind"
    fichiers: tuple[str, ...] = ("pagefind/",)
    index: tuple[str, ...] = ("pagefind/index/", "pagefind/fragment/", "pagefind/pagefind.fr")

    def ouvrir(self, page: Page, adresse: str) -> None:
        page.goto(adresse)

    def premier(self, page: Page, texte: str) -> float:
        return self._chercher(page, texte)[1]

    def chercher(self, page: Page, texte: str) -> list[str]:
        return self._chercher(page, texte)[0]

    def touches(self, page: Page, texte: str) -> list[float]:
        return [self._chercher(page, texte[: end + 1])[1] for end in range(len(texte))]

    def _chercher(self, page: Page, texte: str) -> tuple[list[str], float]:
        urls, time = page.evaluate(CHERCHER, [texte, LUES])
        return [url.removeprefix("/") for url in urls], time


def version() -> str:
    return str(json.loads((ICI / "node_modules/pagefind/package.json").read_text(encoding="utf-8"))["version"])
