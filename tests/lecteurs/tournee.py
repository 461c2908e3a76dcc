"""Every type of page and every state, once: what axe-core finds, what is cut, what moves, where the keyboard goes.

One visit serves all the judges: a page is loaded once, then shown at each width, in each scheme, to each of them.
Two browsers share the visits: they spend their time computing, not waiting.
"""

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

from etats import COUVERTURES, ETATS, TYPES, Etat, Presentation, Type
from navigateur import ouvrir
from playwright.sync_api import Browser, CDPSession, Page, expect

ICI = Path(__file__).parent
NAVIGATEURS = 2
# What the theme calls the colours that a reader prefers.
SCHEMAS = {"light": "default", "dark": "slate"}
# The width of a screen of 1,280 pixels once doubled, and the narrowest that a page must fit.
ETROITES = (320, 640)
ESPACEES = (390, 1280)
# Types of page whose menus beside the text are gone through as well, on a wide screen.
MENUS = ("regle", "calculateur", "module", "404")
LIMITE = 400
# Of a longer page, the first and the last stops of the keyboard are gone through: its middle is one list.
DEBUT, FIN = 120, 40


@dataclass
class Releve:
    """What was found, a line a fault, by the name of what judged it; `vus` is what was seen, by the same name."""

    navigateur: str = ""
    fautes: dict[str, list[str]] = field(default_factory=dict)
    vus: dict[str, set[str]] = field(default_factory=dict)
    indecis: set[tuple[str, str, str]] = field(default_factory=set)

    def noter(self, epreuve: str, vu: str, fautes: Iterable[str]) -> None:
        self.vus.setdefault(epreuve, set()).add(vu)
        self.fautes.setdefault(epreuve, []).extend(f"{vu} : {faute}" for faute in fautes)


def axe() -> str:
    """The program of axe-core; it is never done without."""
    script = ICI / "axe" / "node_modules" / "axe-core" / "axe.min.js"
    if not script.is_file():
        raise RuntimeError("axe-core n'est pas installé : lancez « make axe »")
    return script.read_text(encoding="utf-8")


def juges() -> str:
    return f"{axe()}\n{(ICI / 'juges.js').read_text(encoding='utf-8')}"


def tournee(adresses: Mapping[str, str], visites: tuple[Type | Etat, ...] = (*TYPES, *ETATS)) -> Releve:
    """Every visit, shared between browsers; `adresses` gives where each site is served."""
    releve, waiting = Releve(), SimpleQueue[tuple[int, Type | Etat]]()
    for visite in enumerate(visites):
        waiting.put(visite)
    program = juges()

    def visiter() -> None:
        with ouvrir() as browser:
            releve.navigateur = f"Chromium {browser.version}"
            while True:
                try:
                    rang, visite = waiting.get_nowait()
                except Empty:
                    return
                Visite(browser, adresses[visite.site], program, releve, rang).faire(visite)

    with ThreadPoolExecutor(NAVIGATEURS) as pool:
        for done in [pool.submit(visiter) for _ in range(NAVIGATEURS)]:
            done.result()
    return releve


class Visite:
    """A reader who asked for no motion, on a page of their own."""

    def __init__(self, browser: Browser, adresse: str, program: str, releve: Releve, rang: int) -> None:
        self.context = browser.new_context(
            base_url=adresse,
            viewport={"width": 390, "height": 900},
            locale="fr-FR",
            reduced_motion="reduce",
            service_workers="block",
            permissions=["clipboard-write"],
        )
        self.context.set_default_timeout(20_000)
        self.context.on("weberror", lambda error: releve.noter("axe", "erreur", [str(error.error)]))
        self.page, self.program, self.releve = self.context.new_page(), program, releve
        self.presentations = COUVERTURES[rang % len(COUVERTURES)]

    def faire(self, visite: Type | Etat) -> None:
        try:
            if isinstance(visite, Type):
                self.type(visite)
            else:
                self.etat(visite)
        except Exception as error:
            error.add_note(f"en visitant « {visite.nom} », {visite.url}")
            raise
        finally:
            self.context.close()

    def type(self, visite: Type) -> None:
        """Closed first, then with everything that unfolds unfolded: it holds all that was there before, and more."""
        page, (first, second) = self.page, self.presentations
        self.presenter(first)
        page.goto(visite.url)
        page.evaluate(self.program)
        self.juger(visite.nom, first)
        self.releve.noter("mouvement", visite.nom, page.evaluate("juges.mouvements()"))
        self.clavier(visite)
        page.evaluate("juges.ouvrir()")
        self.tenir(visite.nom)
        self.presenter(second)
        self.juger(visite.nom, second)

    def etat(self, etat: Etat) -> None:
        self.presenter(next(one for one in self.presentations if one.largeur in etat.largeurs))
        self.page.goto(etat.url)
        etat.atteindre(self.page)
        self.page.evaluate(self.program)
        for presentation in self.presentations:
            if presentation.largeur in etat.largeurs:
                self.presenter(presentation)
                self.juger(etat.nom, presentation, etat.partie)
        self.tenir(etat.nom, etat.largeurs)

    def presenter(self, presentation: Presentation) -> None:
        self.page.set_viewport_size({"width": presentation.largeur, "height": 900})
        # The theme reads the colours of the reader once; a page without its switch has styles that follow them.
        self.page.emulate_media(color_scheme=presentation.couleurs)  # type: ignore[arg-type]
        self.page.evaluate(
            "(scheme) => { if (document.querySelector('[data-md-component=palette]'))"
            " document.body.dataset.mdColorScheme = scheme; }",
            SCHEMAS[presentation.couleurs],
        )

    def juger(self, nom: str, presentation: Presentation, partie: str = "") -> None:
        found: dict[str, Any] = self.page.evaluate("(partie) => juges.axe_core(partie)", partie)
        seen = f"{nom} ({presentation.nom})"
        self.releve.noter("axe", seen, (" ".join(line) for line in found["violations"]))
        self.releve.indecis |= {(rule, reason, html) for rule, reason, html in found["incomplete"]}

    def tenir(self, nom: str, largeurs: tuple[int, ...] = ESPACEES) -> None:
        """Nothing is cut where there is little room, nor when the reader spaces the text, at the widths that exist."""
        page = self.page
        for width in ETROITES:
            page.set_viewport_size({"width": width, "height": 900})
            self.releve.noter("etroit", f"{nom} ({width} pixels)", page.evaluate("juges.coupes()"))
        page.evaluate("juges.espacer(true)")
        for width in (width for width in ESPACEES if width in largeurs):
            page.set_viewport_size({"width": width, "height": 900})
            self.releve.noter("espacement", f"{nom} ({width} pixels)", page.evaluate("juges.coupes()"))
        page.evaluate("juges.espacer(false)")

    def clavier(self, visite: Type) -> None:
        """To the end and back: the way back in the colours that the reader imposes."""
        page, cdp = self.page, self.context.new_cdp_session(self.page)
        for width in (390, 1280) if visite.gabarit in MENUS else (390,):
            page.set_viewport_size({"width": width, "height": 900})
            nom = f"{visite.nom} ({width} pixels)"
            there = parcourir(page, cdp, retour=False)
            page.evaluate("juges.retenir()")
            page.emulate_media(forced_colors="active")
            back = parcourir(page, cdp, retour=True)
            page.emulate_media(forced_colors="none")
            self.releve.noter("clavier", nom, [*there, *back, *page.evaluate("juges.differences()")])
        cdp.detach()
        # What the focus made appear goes with it, a moment later.
        expect(page.locator(".md-tooltip2")).to_have_count(0)


def parcourir(page: Page, cdp: CDPSession, *, retour: bool, limite: int = LIMITE) -> list[str]:
    """Press Tab, or Shift and Tab, until the focus leaves the page; what was wrong on the way."""
    key = {
        "type": "rawKeyDown",
        "key": "Tab",
        "code": "Tab",
        "windowsVirtualKeyCode": 9,
        "modifiers": 8 if retour else 0,
    }
    page.evaluate("(retour) => juges.suivre(retour)", retour)
    for rank in range(limite):
        cdp.send("Input.dispatchKeyEvent", key)
        if rank % 8 == 7 and page.evaluate("juges.sorti()"):
            break
        if rank + 1 == (FIN if retour else DEBUT):
            page.evaluate("([debut, fin, retour]) => juges.sauter(debut, fin, retour)", [DEBUT, FIN, retour])
    found: dict[str, Any] = page.evaluate("(retour) => juges.parcours(retour)", retour)
    wrong: list[str] = found["fautes"]
    if not found["sorti"]:
        wrong.append(f"le focus ne sort pas de la page, même après {limite} touches")
    return wrong
