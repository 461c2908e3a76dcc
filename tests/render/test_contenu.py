"""Every kind of page of words and figures, from the little mémento that holds one of each."""

import re
from datetime import date
from pathlib import Path

import pytest
from petit_memento import AUJOURD_HUI, batir, modifier, petit_memento

from generator.pipeline import Build, build
from generator.render import Page
from generator.render.exports.tableur import ecrire_csv

TOUS = Path(__file__).parents[1] / "corpus" / "valides" / "tous-les-genres"


@pytest.fixture(scope="module")
def bati(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return batir(petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS))


@pytest.fixture(scope="module")
def pages(bati: Build) -> dict[str, Page]:
    assert bati.site is not None
    return {page.url: page for page in bati.site.pages}


def texte(page: Page) -> str:
    """The words of a page, on one line, with ordinary spaces."""
    words = re.sub(r"<script.*?</script>|<[^>]+>", " ", page.html, flags=re.DOTALL)
    return re.sub(r"[\s\u00a0\u202f]+", " ", words)


def test_every_page_has_one_title_and_anchors_for_its_contents(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert page.html.count("<h1") == 1, page.url
        # The page of a code shows how a reference is written.
        signs = ("None", "Undefined") if page.kind == "code" else ("{{", "[[", "None", "Undefined")
        assert not any(sign in texte(page) for sign in signs), page.url
        anchors = re.findall(r'\bid="([^"]+)"', page.html)
        assert len(anchors) == len(set(anchors)), page.url
        assert {entry.ancre for entry in page.toc} <= set(anchors), page.url


def test_every_kind_has_its_address(pages: dict[str, Page]) -> None:
    assert {
        "pacte/engagements/1/",
        "parcours/",
        "parcours/accueil/",
        "parcours/matrice/",
        "pratiques/",
        "pratiques/pratique-modele/",
        "avis/",
        "avis/2020-001/",
        "formation/",
        "formation/module-modele/",
        "formation/publics/public-modele/",
        "outils/",
        "outils/fiche-modele/",
        "reperes/",
        "reperes/tableau-modele/",
        "reperes/serie-modele/",
        "reperes/chiffres-du-pacte/",
        "couverture/",
        "structures/voisin/",
    } <= set(pages)


def test_references_and_figures_resolve_inside_headers(pages: dict[str, Page]) -> None:
    step = pages["parcours/accueil/"]
    assert '<a href="../../regles/regle-modele/">Règle modèle</a>' in step.html
    assert '<a href="../../parametres/plafond-modele/" title="depuis le 1er janvier 2010">30' in step.html
    assert "Une étape de test, voir la Règle modèle." in step.description


def test_a_wrong_reference_in_a_header_is_told_at_its_place(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    modifier(root, "content/parcours/accueil.md", "{{ plafond_modele }}", "{{ plafon_modele }}")
    told = [(str(item.location), item.code) for item in batir(root).report]
    assert told == [("content/parcours/accueil.md:15:26", "MEM404")]


def test_a_practice_says_what_it_is_worth_and_who_says_so(pages: dict[str, Page]) -> None:
    words = texte(pages["pratiques/pratique-modele/"])
    assert "Indicatif : qui le dit" in words
    assert "Aucun texte n’oblige." in words
    assert "Contestée : par qui" in words


def test_an_opinion_shows_on_the_rule_and_on_the_practice_that_it_is_about(pages: dict[str, Page]) -> None:
    for url in ("regles/regle-modele/", "pratiques/pratique-modele/"):
        assert '<a href="../../avis/2020-001/">Avis n°' in pages[url].html
        assert "Avis rendu" in texte(pages[url])
    assert "Le texte dit oui." in texte(pages["avis/2020-001/"])


def test_an_empty_register_says_that_it_is_empty(tmp_path: Path) -> None:
    root = petit_memento(tmp_path, surcouche=TOUS)
    (root / "content/avis/2020-001.md").unlink()
    (root / "rules/couverture.yaml").unlink()
    built = batir(root)
    assert built.site is not None
    register = next(page for page in built.site.pages if page.url == "avis/")
    assert "Le registre est vide au 23 novembre 2026" in texte(register)


def test_a_module_explains_each_answer_by_a_rule(pages: dict[str, Page]) -> None:
    html = pages["formation/module-modele/"].html
    assert html.count("<fieldset") == 8
    assert texte(pages["formation/module-modele/"]).count("Règle : Règle modèle ■ Prescriptif") == 8
    assert re.findall(r"Réponse ([AB])\.</strong>", html) == ["B", "A"] * 4


def test_a_tool_has_a_labelled_control_for_each_field(pages: dict[str, Page]) -> None:
    html = pages["outils/fiche-modele/"].html
    controls = re.findall(r'<(?:input|textarea) id="([^"]+)"', html)
    assert controls == re.findall(r'<label for="([^"]+)"', html) == [f"champ-1-{rank}" for rank in range(1, 5)]
    assert html.count('type="radio"') == 2
    assert html.count('type="checkbox"') == 2
    assert "<form" not in html


def test_the_matrix_crosses_every_step_and_every_structure(bati: Build, pages: dict[str, Page]) -> None:
    assert texte(pages["parcours/matrice/"]).count("=Rien de propre, voir la Règle modèle .") == 2
    assert bati.site is not None
    lines = bati.site.fichiers["parcours/matrice.csv"].decode("utf-8-sig").splitlines()
    assert lines[0] == "étape;structure;ce que cela permet;portée;règles;sources"
    assert lines[1] == "Accueil modèle;ACI;'=Rien de propre, voir la Règle modèle.;Indicatif;regle-modele;art. 1"
    assert len(lines) == 3


def test_a_figure_is_read_with_its_source(bati: Build, pages: dict[str, Page]) -> None:
    assert "environ 140 000 personnes" in texte(pages["structures/voisin/"])
    words = texte(pages["reperes/chiffres-du-pacte/"])
    assert "10 à 12,5 %" in words
    table = pages["reperes/tableau-modele/"]
    assert table.html.count("<rect") == 2 + 4
    assert "Seconde 20 % —" in texte(table)
    assert bati.site is not None
    assert bati.site.fichiers["reperes/tableau-modele.csv"].decode("utf-8-sig").splitlines() == [
        "en %;ACI;AI",
        "Première;10;12,5",
        "Seconde;20;",
    ]


def test_a_measure_shows_its_figures_and_what_came_of_it(pages: dict[str, Page]) -> None:
    words = texte(pages["pacte/mesures/01-modele/"])
    assert "Personnes : environ 140 000 personnes (2019)" in words
    for kind in ("Règle Règle modèle", "Pratique Pratique modèle", "Outil Fiche modèle", "Repère Tableau de repères"):
        assert kind in words
    assert "Budget Le Pacte ne le dit pas." in words


def test_a_structure_tells_what_binds_from_what_guides(pages: dict[str, Page]) -> None:
    words = texte(pages["structures/aci/"])
    assert words.index("Ce qui oblige") < words.index("Règle modèle") < words.index("Ce qui guide")
    assert "Rien n’est décrit." in words


def test_what_changed_less_than_a_year_ago_is_told(tmp_path: Path) -> None:
    built = build(petit_memento(tmp_path), date(2020, 6, 1))
    assert built.site is not None
    structure = next(page for page in built.site.pages if page.url == "structures/aci/")
    assert "Depuis un an, et ce qui vient." in texte(structure)
    assert "Un mot change." in texte(structure)
    later = build(tmp_path, AUJOURD_HUI)
    assert later.site is not None
    structure = next(page for page in later.site.pages if page.url == "structures/aci/")
    assert "Aucun changement connu du mémento depuis un an" in texte(structure)


@pytest.mark.parametrize("text", ["=1+1", "+1+1", "-1+1", "@x", "\t=1", "=CMD|' /C calc'!A0"])
def test_a_cell_is_never_run_by_a_spreadsheet(text: str) -> None:
    assert ecrire_csv([[text]]).decode("utf-8-sig").lstrip('"').startswith("'")


@pytest.mark.parametrize("text", ["-12,5", "12", "-3 %", "mot", ""])
def test_a_number_stays_a_number(text: str) -> None:
    assert ecrire_csv([[text, "x"]]).decode("utf-8-sig") == f"{text};x\r\n"
