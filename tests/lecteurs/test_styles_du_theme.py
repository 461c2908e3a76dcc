"""Pages look the same with the styles that are published as with all those of the theme."""

from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser

from generator.adapters.feuille_du_theme import COQUILLE, DOSSIER, FEUILLES, classes, elaguer
from generator.render.empreintes import sans_empreinte

PAGES = ("regles/ai-480-heures/", "calculateurs/aci-taux-commercialisation/")
ECRANS = {"un téléphone": (390, "light"), "un écran large, en sombre": (1280, "dark")}
# What looks otherwise once the published sheet holds all the rules of the theme: every element, what is written before
# and after it, at rest and with the menu open. In one go: nothing moves meanwhile.
COMPARER = """(entiere) => {
  const suivies = ["display", "position", "visibility", "opacity", "color", "backgroundColor", "backgroundImage",
    "fontSize", "fontFamily", "fontWeight", "lineHeight", "margin", "padding", "border", "outline", "width", "height",
    "top", "left", "transform", "overflow", "float", "flex", "maskImage", "content", "textDecoration", "boxShadow",
    "zIndex", "cursor", "pointerEvents", "whiteSpace", "listStyle", "textAlign", "verticalAlign"];
  const parties = [null, "::before", "::after"];
  const allures = () => [...document.querySelectorAll("*")].flatMap((un) => parties.map((quoi) => {
    const allure = getComputedStyle(un, quoi);
    return `${un.tagName}.${un.className} ${quoi ?? ""} ${suivies.map((nom) => allure[nom]).join("|")}`;
  }));
  const menu = document.querySelector("#__drawer");
  const etats = () => [false, true].map((ouvert) => {
    menu.checked = ouvert;
    return allures();
  });
  const feuille = [...document.styleSheets].find(({ href }) => href?.includes("/theme."));
  const immobile = "*, ::before, ::after { transition: none !important; animation: none !important }";
  const remplir = (regles) => {
    while (feuille.cssRules.length) feuille.deleteRule(0);
    for (const regle of [...regles, immobile]) feuille.insertRule(regle, feuille.cssRules.length);
  };
  const publiees = [...feuille.cssRules].map(({ cssText }) => cssText);
  const lue = new CSSStyleSheet();
  lue.replaceSync(entiere);
  const toutes = [...lue.cssRules].map(({ cssText }) => cssText);
  remplir(publiees);
  const avant = etats();
  remplir(toutes);
  const apres = etats();
  const differences = avant.flatMap((etat, rang) => etat.flatMap((allure, place) =>
    allure === apres[rang][place] ? [] : [[allure, apres[rang][place]]]));
  remplir(publiees);
  return { regles: [publiees.length, toutes.length], vus: avant[0].length, differences: differences.slice(0, 3) };
}"""


@pytest.fixture(scope="module")
def entiere() -> str:
    """All the styles of the theme."""
    folder = Path(material.__file__).parent / "templates" / DOSSIER
    return "\n".join(next(folder.glob(name)).read_text(encoding="utf-8") for name in FEUILLES)


def publiee(dossier: Path) -> Path:
    return next(path for path in (dossier / "assets/fixes").iterdir() if path.name.startswith("theme."))


@pytest.mark.parametrize("ecran", ECRANS)
def test_every_element_looks_the_same_with_all_the_styles_of_the_theme(
    navigateur: Browser, adresse: str, entiere: str, ecran: str
) -> None:
    width, scheme = ECRANS[ecran]
    context = navigateur.new_context(
        base_url=adresse, viewport={"width": width, "height": 900}, color_scheme=scheme, service_workers="block"
    )
    context.set_default_timeout(20_000)
    page = context.new_page()
    for url in PAGES:
        page.goto(url)
        for media in ("screen", "print"):
            page.emulate_media(media=media)
            found = page.evaluate(COMPARER, entiere)
            assert found["differences"] == [], (url, media)
            assert found["regles"][0] < found["regles"][1]
            assert found["vus"] > 500
    context.close()


def test_every_class_of_the_shell_is_known_and_keeps_its_styles(dossier: Path, entiere: str) -> None:
    pages = [path for path in dossier.rglob("index.html") if path.relative_to(dossier).parts[0] not in ("r", "sources")]
    held = classes(path.read_text(encoding="utf-8").partition("<article")[0] for path in pages)
    held |= classes(path.read_text(encoding="utf-8").rpartition("</article>")[2] for path in pages)
    # Ours begin with « m- » and the theme has no style for them.
    assert {name for name in held if name.startswith("md-")} - COQUILLE == set()
    # Were only these classes known, nothing would be kept that is not.
    kept = publiee(dossier).read_text(encoding="utf-8")
    assert elaguer(kept, held) == elaguer(entiere, held)


def test_a_third_of_the_styles_of_the_theme_is_not_published(dossier: Path, entiere: str) -> None:
    assert sans_empreinte(publiee(dossier).relative_to(dossier).as_posix()) == "assets/theme.css"
    assert publiee(dossier).stat().st_size < 0.67 * len(entiere.encode())
    assert not list(dossier.glob("assets/stylesheets/*"))
