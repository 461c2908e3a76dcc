"""A published address never dies."""

from collections.abc import Collection, Iterator

from generator.check.promesse import Publie, Tout, promesse
from generator.diagnostics import Code, Diagnostic, Location
from generator.load.verrou import VERROU, Adresse, Verrou
from generator.render.adresses import adresses_des_pages
from generator.render.site import Site

# What serves the pages, and is not cited by anybody.
TECHNIQUES = ("assets/", "donnees/")


def publiees(site: Site) -> frozenset[str]:
    """The addresses that a reader may keep: pages and files; those that only send on are not counted.

    What a copy of the site does without is still published where the whole is.
    """
    pages = {page.url for page in site.pages if page.vers is None}
    files = {url for url in (*site.fichiers, *site.imprimes, *site.absents) if not url.startswith(TECHNIQUES)}
    return frozenset(pages | files) - site.rediriges


@promesse("MEM516")
def adresses_permanentes(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Une adresse publiée un jour ne mène plus à rien.

    Pourquoi : quelqu'un l'a citée dans un courrier, un rapport ou un cours ; elle doit mener au même sujet, toujours.

    Remède : rendez la page, ou écrivez dans urls.lock où elle se lit désormais (« ancienne/ -> nouvelle/ ») ;
    « memento renommer » le fait pour vous.
    """
    yield from _mortes(tout.verrou, adresses_des_pages(tout.base), code, pages=True)


@promesse("MEM518")
def fichiers_permanents(tout: Publie, code: Code) -> Iterator[Diagnostic]:
    """Un fichier publié un jour n'est plus là.

    Pourquoi : quelqu'un en a gardé l'adresse, ou un programme vient le chercher chaque jour.

    Remède : rendez le fichier, ou écrivez dans urls.lock où il se lit désormais (« ancien.csv -> nouveau.csv »).
    """
    yield from _mortes(tout.verrou, publiees(tout.site), code, pages=False)


def _mortes(verrou: Verrou, published: Collection[str], code: Code, *, pages: bool) -> Iterator[Diagnostic]:
    """The locked addresses, of pages or of files, that lead nowhere."""
    for adresse in verrou.adresses:
        is_page = not adresse.url or adresse.url.endswith("/")
        fault = _faute(adresse, verrou, published) if is_page is pages else None
        if fault:
            yield code.at(Location(VERROU, adresse.ligne, 1, max(1, len(adresse.url))), fault)


def _faute(adresse: Adresse, verrou: Verrou, published: Collection[str]) -> str | None:
    if adresse.vers is None:
        return None if adresse.url in published else f"/{adresse.url} a été publiée et ne mène plus à rien"
    if adresse.url in published:
        return f"/{adresse.url} est encore publiée : elle ne peut pas renvoyer ailleurs"
    target = verrou.finale(adresse.url)
    if target is None:
        return f"/{adresse.url} renvoie vers /{adresse.vers}, et les renvois tournent en rond"
    return None if target in published else f"/{adresse.url} renvoie vers /{target}, qui n'existe pas"
