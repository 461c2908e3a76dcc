"""Our search, on its page and in the dialog that opens from anywhere."""

from playwright.sync_api import Page

from bench.recherche.moteurs import Champ

PAGE = "recherche/"
CHAMP = "[data-recherche] [data-role=champ]"
# What counts the results and refines them changes with them.
LISTE = "[data-recherche]"
LIEN = "[data-recherche] [data-role=liste] > li > a"
INDEX = "assets/recherche-index.js"
TOUCHE = "/"
CHAMP_DU_DIALOGUE = "[data-chercher-boite] [role=combobox]"
LISTE_DU_DIALOGUE = "[data-chercher-boite]"
LIEN_DU_DIALOGUE = "[data-chercher-boite] [role=listbox] > a"


class Nous(Champ):
    """Its answer is there when the event of the key ends; its index is fetched when someone searches."""

    nom = "le mémento"
    fichiers: tuple[str, ...] = ("assets/recherche", "assets/fixes/recherche", "assets/fixes/lunr")
    index: tuple[str, ...] = (INDEX,)

    def __init__(self) -> None:
        super().__init__(CHAMP, LISTE, LIEN, differee=False)

    def ouvrir(self, page: Page, adresse: str) -> None:
        page.goto(f"{adresse}{PAGE}")
        self.armer(page)
        page.locator(self.champ).focus()


class Dialogue(Champ):
    """From the home page, which has fetched nothing for the search: the first key is the one that opens the dialog."""

    nom = "le mémento, dialogue"
    fichiers = Nous.fichiers
    index = Nous.index

    def __init__(self) -> None:
        super().__init__(CHAMP_DU_DIALOGUE, LISTE_DU_DIALOGUE, LIEN_DU_DIALOGUE, differee=False)

    def ouvrir(self, page: Page, adresse: str) -> None:
        page.goto(adresse)
        self.armer(page)

    def appeler(self, page: Page) -> None:
        page.keyboard.press(TOUCHE)
