"""The gestures by which a reader brings a page to a state."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect
from test_formation import SUIVI, garder, repondre, tout_fait


def rien(page: Page) -> None:
    """The address alone brings the page to the state."""
    page.wait_for_load_state()


def menu(page: Page) -> None:
    page.locator(".md-header [data-menu]").click()
    page.locator(".md-sidebar--primary .md-nav__link:visible").first.wait_for()


def chercher(mots: str) -> Callable[[Page], None]:
    def atteindre(page: Page) -> None:
        page.keyboard.press("/")
        page.locator("dialog[open] input").wait_for()
        if mots:
            page.keyboard.type(mots)
            page.get_by_role("status").filter(has_text="résultat").wait_for()
            page.keyboard.press("ArrowDown")

    return atteindre


def trouver(page: Page) -> None:
    page.get_by_role("status").filter(has_text="résultat").wait_for()
    page.locator("details.m-affiner").evaluate("details => details.open = true")


def chercher_dans_le_fichier(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.type("480 heures")
    page.get_by_role("status").filter(has_text="réponses").wait_for()


def survoler_un_sigle(page: Page) -> None:
    page.locator("article abbr").first.hover()
    page.locator(".md-tooltip2").wait_for()


def ma_structure(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^Ma structure")).click()
    page.get_by_role("dialog", name="Ma structure").wait_for()


def bandeau(page: Page) -> None:
    page.locator(".m-vue").first.wait_for()


def masquer(page: Page) -> None:
    page.get_by_role("button", name="Masquer le reste").click()
    expect(page.locator(".m-vue")).to_contain_text("Le reste est masqué")


def calculer(page: Page) -> None:
    page.locator("[data-resultats] .calc-valeur").first.wait_for()


def se_tromper(page: Page) -> None:
    page.locator("[name=etp]").fill("beaucoup")
    page.locator("[name=etp]").press("Tab")
    page.locator("[data-champ=etp] [data-erreur]").wait_for()


def tracer(page: Page) -> None:
    calculer(page)
    page.locator("[data-trace] > summary").click()
    page.locator("[data-etapes] > li").first.wait_for()


def arbre(page: Page) -> None:
    page.locator("details.m-decision > summary").click()


def copier(page: Page) -> None:
    calculer(page)
    page.locator("[data-copier=lien]").click()
    expect(page.locator("[data-copie]")).not_to_be_empty()


def bien_repondre(page: Page) -> None:
    catalogue = page.evaluate("JSON.parse(document.querySelector('[data-catalogue]').textContent)")
    for question in catalogue[0]["questions"]:
        repondre(page, question["numero"], question["bonne"])
    page.locator("[data-bilan]").wait_for()


def mal_repondre(page: Page) -> None:
    catalogue = page.evaluate("JSON.parse(document.querySelector('[data-catalogue]').textContent)")
    question = catalogue[0]["questions"][0]
    repondre(page, 1, 2 if question["bonne"] == 1 else 1)
    page.locator("#question-2 [data-valider]").click()


def finir(page: Page) -> None:
    """Everything learnt, as the page finds it on return."""
    retour = page.url
    page.goto(SUIVI)
    garder(page, tout_fait(page))
    page.goto(retour)


def signer(page: Page) -> None:
    finir(page)
    page.get_by_label("Votre nom").fill("Camille Exemple")


def essayer(page: Page) -> None:
    page.locator('[data-operation="ajouter_mois"]').get_by_label("debut").fill("31/02/2023")


def imprimer(page: Page) -> None:
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")


def imprimer_le_calcul(page: Page) -> None:
    calculer(page)
    imprimer(page)


def effacer(page: Page) -> None:
    page.locator("[data-memoire] button").click()
    expect(page.locator("[data-memoire] [data-liste]")).to_contain_text("Tout est effacé")


def changer_de_jour(page: Page) -> None:
    expect(page.locator("[data-annonce]")).to_contain_text("2020, pour ACI")
