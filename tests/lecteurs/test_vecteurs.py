"""What an address, a file brought back or the memory of a browser could hold, on the real site: nothing runs."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext
from temoin import Temoin, corpus, numeroter

VALEURS = numeroter(corpus()["valeurs"])
PAR_LIEU = 4
# What each module keeps, under its name.
NOMS = ("structure", "formation", "masquer", "hors-ligne")
PAGES = ("", "regles/", "calculateurs/aide-au-poste/", "au/", "comparer/", "formation/ma-progression/", "recherche/")


@pytest.fixture
def temoin(navigateur: Browser, adresse: str) -> Iterator[Temoin]:
    context: BrowserContext = navigateur.new_context(service_workers="block")
    context.set_default_timeout(30_000)
    witness = Temoin(context, adresse)
    yield witness
    context.close()
    assert witness.executes == []
    assert witness.sorties == []
    assert [error for error in witness.erreurs if "Content Security Policy" in error] == []


def _montrer(temoin: Temoin, urls: list[str]) -> None:
    page = temoin.montrer([f'src="{temoin.origine}{url}"' for url in urls])
    page.wait_for_load_state("load")
    page.wait_for_timeout(400)
    temoin.cliquer(page)
    assert temoin.adresses(page) == []
    page.close()


def _ecrire(value: str) -> str:
    """A value inside the attribute of a frame: what ends it is written, all the rest is left to the browser."""
    return value.replace("&", "%26").replace('"', "%22")


@pytest.mark.parametrize(("rang", "lieu"), list(enumerate(corpus()["lieux"])))
def test_no_address_runs_anything(temoin: Temoin, rang: int, lieu: str) -> None:
    # Each place takes some of the values, and each value goes to several places.
    values = [VALEURS[(rang * 3 + step) % len(VALEURS)] for step in range(PAR_LIEU)]
    urls = [re.sub(r"\{\}", lambda _, value=value: _ecrire(value), lieu) for value in values]  # type: ignore[misc]
    _montrer(temoin, urls)


def test_the_page_of_what_is_not_found_runs_nothing(temoin: Temoin, adresse: str) -> None:
    lost = temoin.contexte.request.get(f"{adresse}404.html").text()
    temoin.contexte.route(
        f"{adresse}perdue/**", lambda route: route.fulfill(status=404, body=lost, content_type="text/html")
    )
    _montrer(temoin, [f"perdue/{_ecrire(value).replace('/', '%2F')}" for value in VALEURS[:PAR_LIEU]])


@pytest.mark.parametrize("valeur", [VALEURS[0], VALEURS[1], VALEURS[4]])
def test_nothing_that_the_browser_keeps_runs(temoin: Temoin, valeur: str, adresse: str) -> None:
    kept = {
        "siae": [valeur, "ACI"],
        "territoire": valeur,
        "date": valeur,
        "version": 1,
        "modules": {valeur: {"lu": valeur, "reponses": [valeur]}, "__proto__": {"lu": valeur}},
        "nom": valeur,
    }
    page = temoin.contexte.new_page()
    page.goto(f"{adresse}hors-ligne.json")
    page.evaluate(
        """([noms, garde, brut]) => {
          for (const nom of noms) localStorage.setItem("memento:" + nom, JSON.stringify(garde));
          for (const nom of ["__palette", "/.__palette", "/.__search"]) {
            const color = { media: brut, scheme: brut, primary: brut };
            localStorage.setItem(nom, JSON.stringify({ index: brut, color }));
          }
        }""",
        [list(NOMS), kept, valeur],
    )
    page.close()
    _montrer(temoin, list(PAGES))


def test_no_file_of_progress_runs_anything(temoin: Temoin, adresse: str) -> None:
    page = temoin.contexte.new_page()
    page.goto(f"{adresse}formation/ma-progression/")
    for value in VALEURS[:6]:
        modules = {value: {"lu": value, "reponses": {value: value}}, "constructor": {"lu": True}}
        for content in (
            json.dumps({"fichier": "memento-formation", "version": 1, "exporte_le": value, "modules": modules}),
            json.dumps({"fichier": value}),
            value,
        ):
            page.locator("#fichier").set_input_files(
                {"name": f"{value}.json", "mimeType": "application/json", "buffer": content.encode()}
            )
            page.wait_for_function("document.querySelector('[data-dit]').textContent !== ''")


def test_a_search_shows_what_is_typed_as_text(temoin: Temoin, adresse: str) -> None:
    page = temoin.contexte.new_page()
    page.goto(adresse)
    page.keyboard.press("/")
    for value in VALEURS[:6]:
        page.get_by_role("combobox").fill(f"aci {value}")
        page.wait_for_timeout(100)


def test_the_witness_sees_what_runs_on_the_site(navigateur: Browser, adresse: str) -> None:
    context = navigateur.new_context(service_workers="block")
    witness = Temoin(context, adresse)
    context.route(
        f"{adresse}trouee/**",
        lambda route: route.fulfill(
            body="<!doctype html><script>document.write(decodeURIComponent(location.hash.slice(1)))</script>",
            content_type="text/html",
        ),
    )
    page = witness.montrer([f'src="{adresse}trouee/#{_ecrire(VALEURS[0])}"'])
    page.wait_for_timeout(300)
    context.close()
    assert witness.executes == ["0"]
