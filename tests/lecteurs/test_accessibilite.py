"""The whole site, each type of page and each state: what tools find by themselves, which must be nothing.

One tour serves every test here (`tournee.py`); what it covers is told on the page « Accessibilité », and no more.
"""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from essai import AUDIT, RACINE, dire, fautes_des_pages, pages, petit_site, version_attendue
from etats import AILLEURS, COUVERTURES, ETATS, JUGEMENTS, LARGE_SOMBRE, TYPES
from lecture import Lecture
from playwright.sync_api import Browser, Page, expect
from serveur import servir
from test_pages import GENRES
from tournee import SCHEMAS, Releve, juges, parcourir, tournee

from generator.model import Epreuve

GABARITS = RACINE / "generator" / "render" / "templates"
PAGE = '<!doctype html><html lang="fr"><title>T</title><main><h1>T</h1>{}</main></html>'


@pytest.fixture(scope="module")
def releve(adresse: str, tmp_path_factory: pytest.TempPathFactory) -> Releve:
    with servir(petit_site(tmp_path_factory.mktemp("petit"))) as draft:
        return tournee({"vrai": adresse, "brouillon": draft})


@pytest.fixture(scope="module")
def lues(dossier: Path) -> dict[str, Lecture]:
    return dict(pages(dossier))


@pytest.fixture
def lecture(navigateur: Browser, adresse: str) -> Iterator[Page]:
    context = navigateur.new_context(
        base_url=adresse,
        viewport={"width": 390, "height": 900},
        locale="fr-FR",
        service_workers="block",
        reduced_motion="reduce",
    )
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("epreuve", [str(one) for one in Epreuve if one is not Epreuve.PAGES])
def test_no_type_of_page_and_no_state_has_a_fault(releve: Releve, epreuve: str) -> None:
    assert releve.fautes[epreuve] == []


def test_what_the_tool_leaves_to_the_eye_was_looked_at(releve: Releve) -> None:
    assert sorted(found for found in releve.indecis if found[:2] not in JUGEMENTS) == []


def test_the_code_of_every_page_has_its_titles_names_labels_and_headers(lues: dict[str, Lecture]) -> None:
    assert len(lues) > 1000
    assert fautes_des_pages(lues) == []


def test_whoever_signs_an_attestation_may_let_the_browser_write_their_name(lues: dict[str, Lecture]) -> None:
    fields = [field for page in lues.values() for field in page.toutes("input") if field.get("id") == "nom"]
    assert [field.get("autocomplete") for field in fields] == ["name"]


def test_every_template_of_a_page_is_gone_through() -> None:
    texts = {path.stem: path.read_text(encoding="utf-8") for path in GABARITS.glob("*.html")}
    parts = {
        name for text in texts.values() for name in re.findall(r'\{%-? (?:include|import|from) "([\w-]+)\.html"', text)
    }
    seen = {one.gabarit for one in TYPES}
    assert set(texts) - parts - seen - set(AILLEURS) == set()
    assert seen - set(texts) == {"404"}
    assert set(GENRES) <= {one.url for one in TYPES} | {"structures/geiq/", "reperes/poids-de-la-modulation/"}


def test_each_width_and_each_scheme_meets_every_type_and_each_other(releve: Releve) -> None:
    widths, schemes = {390, 1280}, {"clair", "sombre"}
    seen = {tuple(re.fullmatch(r"(.*) \((\d+) pixels, (\w+)\)", vu).groups()) for vu in releve.vus["axe"]}  # type: ignore[union-attr]
    for one in TYPES:
        mine = [(int(width), scheme) for name, width, scheme in seen if name == one.nom]
        assert ({width for width, _ in mine}, {scheme for _, scheme in mine}) == (widths, schemes), one.nom
    assert {name for name, _, _ in seen} == {one.nom for one in (*TYPES, *ETATS)}
    assert len({(width, scheme) for _, width, scheme in seen}) == len(widths) * len(schemes)


def test_the_page_tells_of_this_tour_and_of_nothing_else(releve: Releve, lues: dict[str, Lecture]) -> None:
    told: dict[str, Any] = yaml.safe_load(AUDIT.read_text(encoding="utf-8"))["essai"]
    made = dire(releve, len(lues), 0, told["le"])
    # The tool may leave one thing or another to the eye, as a page scrolls: what was said of it is what counts.
    answers = {(item["cas"], item["reponse"]) for item in told.pop("indecis")}
    assert answers <= set(JUGEMENTS.values())
    assert {(item["cas"], item["reponse"]) for item in made.pop("indecis")} <= answers
    # Another browser, another page: the tour is the same.
    for essai in (told, made):
        assert essai.pop("navigateur").startswith("Chromium ")
        essai["epreuves"] = [one if one["epreuve"] != "pages" else one | {"vus": 0} for one in essai["epreuves"]]
    assert told == made
    assert told["version"] == version_attendue()


def test_a_criterion_says_it_is_watched_by_what_was_run_only() -> None:
    audit = yaml.safe_load(AUDIT.read_text(encoding="utf-8"))
    run = {one["epreuve"] for one in audit["essai"]["epreuves"]}
    assert {name for criterion in audit["a_juger"] for name in criterion.get("surveille", ())} == run


def test_the_presentations_are_the_schemes_of_readers(navigateur: Browser, adresse: str) -> None:
    for presentation in COUVERTURES[0]:
        context = navigateur.new_context(base_url=adresse, color_scheme=presentation.couleurs)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto("contact/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", SCHEMAS[presentation.couleurs])
        context.close()
    assert LARGE_SOMBRE.largeur == 1280


@pytest.mark.parametrize(
    ("faute", "regle"),
    [
        ("article.append(document.createElement('img'))", "image-alt"),
        ("article.querySelector('p').style.color = '#c8c8c8'", "color-contrast"),
        ("article.append(document.createElement('h5')); article.lastChild.textContent = 'saut'", "heading-order"),
    ],
)
def test_a_fault_is_found_by_axe(lecture: Page, faute: str, regle: str) -> None:
    lecture.goto("contact/")
    lecture.evaluate(juges())
    lecture.evaluate(f"() => {{ const article = document.querySelector('article'); {faute}; }}")
    found = lecture.evaluate("juges.axe_core('')")["violations"]
    assert regle in {rule for rule, _, _ in found}


@pytest.mark.parametrize(
    ("faute", "juge", "dit"),
    [
        ("p.style.width = '900px'", "coupes", "hors de l’écran"),
        ("p.style.width = '900px'", "coupes", "la page déborde"),
        ("Object.assign(p.style, { width: '80px', overflow: 'hidden', whiteSpace: 'nowrap' })", "coupes", "coupé"),
        ("p.style.setProperty('transition-duration', '1s', 'important')", "mouvements", "p."),
    ],
)
def test_a_fault_of_presentation_is_found(lecture: Page, faute: str, juge: str, dit: str) -> None:
    lecture.goto("contact/")
    lecture.evaluate(juges())
    assert lecture.evaluate(f"juges.{juge}()") == []
    lecture.evaluate(f"() => {{ const p = document.querySelector('article p'); {faute}; }}")
    assert any(dit in line for line in lecture.evaluate(f"juges.{juge}()"))


@pytest.mark.parametrize(
    ("faute", "dit"),
    [
        ("link.style.outline = 'none'", "le focus ne se voit pas"),
        (
            "const veil = document.createElement('div'); document.body.append(veil); Object.assign(veil.style,"
            " { position: 'fixed', inset: '0', zIndex: '99' })",
            "le focus est recouvert",
        ),
        ("link.tabIndex = 1", "l’ordre n’est pas celui de la page"),
        ("link.addEventListener('keydown', (event) => event.preventDefault())", "le focus ne sort pas de la page"),
    ],
)
def test_a_fault_of_the_keyboard_is_found(lecture: Page, faute: str, dit: str) -> None:
    lecture.goto("contact/")
    lecture.evaluate(juges())
    lecture.evaluate(f"() => {{ const link = document.querySelector('article a[href]:not(.md-icon)'); {faute}; }}")
    cdp = lecture.context.new_cdp_session(lecture)
    assert any(dit in line for line in parcourir(lecture, cdp, retour=False, limite=80))


@pytest.mark.parametrize(
    ("corps", "dit"),
    [
        ("<h3>x</h3>", "un titre de niveau 3 suit un titre de niveau 1"),
        ("<h1>x</h1>", "2 titres de premier niveau"),
        ("<p id=a></p><p id=a></p>", "l'identifiant « a » sert 2 fois"),
        ('<a href="x"><img src="x" alt=""></a>', "a n'a pas de nom"),
        ("<button></button>", "button n'a pas de nom"),
        ("<img src=x>", "une image n'a pas d'alternative"),
        ('<label for="z">x</label>', "for renvoie à « z », qui n'est pas dans la page"),
        ("<input type=text>", "un champ n'a pas d'étiquette"),
        ("<fieldset></fieldset>", "un groupe de champs n'a pas de légende"),
        ("<table><tr><th scope=col>x</th></tr></table>", "un tableau n'a pas de titre"),
        ("<table><caption>c</caption><tr><th>x</th></tr></table>", "un tableau n'a pas d'en-têtes, ou"),
        ("<nav aria-label=n></nav><nav aria-label=n></nav>", "2 menus se nomment « n »"),
        ("<nav></nav>", "1 menus se nomment «  »"),
        ('<a href="x">En savoir plus</a>', "un lien dit seulement « En savoir plus »"),
        ("<p tabindex=3>x</p>", "p change l'ordre du clavier"),
    ],
)
def test_a_fault_is_found_in_the_code_of_a_page(corps: str, dit: str) -> None:
    assert list(Lecture(PAGE.format("<p>x</p>")).fautes()) == []
    assert Counter(line[: len(dit)] for line in Lecture(PAGE.format(corps)).fautes())[dit] == 1


def test_two_pages_with_the_same_title_are_told() -> None:
    page = Lecture(PAGE.format(""))
    assert fautes_des_pages({"a/": page, "b/": page}) == ["b/ : le titre est celui de a/"]
