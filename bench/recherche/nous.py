"""Our search, on its page and in the dialog that opens from anywhere."""

from playwright.sync_api import Page

from bench.recherche.moteurs import Champ

PAGE = "recherche/"
CHAMP = "[data-champ-recherche]"
LISTE = "[data-resultats]"
LIEN = "[data-resultat] a"
INDEX = "assets/recherche-index.js"


class Nous(Champ):
    """Its answer is there when the event of the key ends; its index is fetched when someone searches."""

    nom = "le mémento"
    fichiers: tuple[str, ...] = ("assets/recherche", "assets/lunr")
    index: tuple[str, ...] = (INDEX,)

    def __init__(self) -> None:
        super().__init__(CHAMP, LISTE, LIEN, differee=False)

    def ouvrir(self, page: Page, adresse: str) -> None:
        page.goto(f"{adresse}{PAGE}")
        self.armer(page)
