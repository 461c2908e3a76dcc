"""Material's own search, in the shell that it comes with."""

from playwright.sync_api import Page

from bench.recherche.moteurs import Champ

CHAMP = "[data-md-component=search-query]"
# The line that counts the results changes at every answer, even when there is none.
LISTE = "[data-md-component=search-result]"
LIEN = ".md-search-result__list a.md-search-result__link"


class Materiel(Champ):
    """Its index is fetched by each page, searched or not."""

    nom = "Material"
    fichiers: tuple[str, ...] = ("search/", "assets/javascripts/workers/", "assets/javascripts/lunr/")
    index: tuple[str, ...] = ("search/",)

    def __init__(self) -> None:
        super().__init__(CHAMP, LISTE, LIEN, differee=True)

    def ouvrir(self, page: Page, adresse: str) -> None:
        page.goto(adresse)
        self.armer(page)
        page.locator(self.champ).focus()
