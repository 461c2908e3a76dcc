"""What the bench asks of an engine, and how a search field is typed in."""

from pathlib import Path
from typing import Protocol

from playwright.sync_api import Page

CHRONOMETRE = Path(__file__).parent / "chronometre.js"
# Long enough for a list that fills by parts, in milliseconds.
CALME = 50
# A quick typist, in milliseconds from one key to the next.
FRAPPE = 100


class Moteur(Protocol):
    """A search engine in a page of Chromium. Times are in milliseconds."""

    nom: str
    # The beginnings of the paths that its search fetches, and of those that hold what it searches in.
    fichiers: tuple[str, ...]
    index: tuple[str, ...]

    def ouvrir(self, page: Page, adresse: str) -> None:
        """Show the page where one searches; nothing is typed yet."""

    def premier(self, page: Page, texte: str) -> float:
        """Type in a page just opened: from the first key to the first result shown."""

    def chercher(self, page: Page, texte: str) -> list[str]:
        """The addresses of the results, in order, from the root of the site."""

    def touches(self, page: Page, texte: str) -> list[float]:
        """Type from an empty field: for each key, until its results are there."""


class Champ:
    """An engine with its own field and list in the page."""

    def __init__(self, champ: str, liste: str, lien: str, *, differee: bool) -> None:
        """CSS selectors; `differee` when the list changes after the event of the key, and at every key."""
        self.champ, self.liste, self.lien, self.differee = champ, liste, lien, differee

    def armer(self, page: Page) -> None:
        page.evaluate("liste => chronometre.suivre(liste)", self.liste)

    def appeler(self, page: Page) -> None:
        """The key that shows the field, when it is not there; with it the first key has been typed."""

    def premier(self, page: Page, texte: str) -> float:
        page.evaluate("chronometre.oublier()")
        page.evaluate("lien => { globalThis.attendu = chronometre.premier(lien); }", self.lien)
        self.appeler(page)
        for lettre in texte:
            frapper(page, lettre)
            page.wait_for_timeout(FRAPPE)
        return float(page.evaluate("attendu"))

    def chercher(self, page: Page, texte: str) -> list[str]:
        self.vider(page)
        page.keyboard.insert_text(texte)
        page.keyboard.press("Shift")
        self.derniere(page)
        links = page.locator(self.lien).evaluate_all("links => links.map(({ href }) => href)")
        root = page.evaluate("location.origin + '/'")
        return [link.removeprefix(root) for link in links]

    def touches(self, page: Page, texte: str) -> list[float]:
        self.vider(page)
        times = []
        for lettre in texte:
            page.evaluate("chronometre.oublier()")
            frapper(page, lettre)
            times.append(self.derniere(page))
        return times

    def vider(self, page: Page) -> None:
        """As a reader does: all of it selected, then erased."""
        page.evaluate("chronometre.oublier()")
        if page.locator(self.champ).input_value():
            page.keyboard.press("Control+A")
            page.keyboard.press("Delete")
            self.derniere(page)
            page.evaluate("chronometre.oublier()")

    def derniere(self, page: Page) -> float:
        return float(
            page.evaluate("([calme, differee]) => chronometre.derniere(calme, differee)", [CALME, self.differee])
        )


def frapper(page: Page, lettre: str) -> None:
    """One key. A letter that no key has is inserted; a key without effect then tells those who wait for one."""
    page.keyboard.type(lettre)
    if not lettre.isascii():
        page.keyboard.press("Shift")
