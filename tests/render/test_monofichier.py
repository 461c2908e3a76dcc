"""The mémento in one file."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest
from petit_memento import batir, modifier, petit_memento

from generator.render.monofichier import MONOFICHIER

RACINE = Path(__file__).parents[2]
REGLE = "rules/regles/essai/regle-modele.yaml"
TOUS_LES_GENRES = RACINE / "tests/corpus/valides/tous-les-genres"


def preparer(dossier: Path) -> Path:
    """Every kind of subject, under the real theme."""
    root = petit_memento(dossier, surcouche=TOUS_LES_GENRES)
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    return root


def lire(root: Path) -> str:
    built = batir(root)
    assert built.site is not None, list(built.report)
    return built.site.fichiers[MONOFICHIER].decode()


def texte(html: str) -> str:
    bare = re.sub(r"<(script|style)>.*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL)
    return " ".join(unescape(bare).replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    return lire(preparer(tmp_path_factory.mktemp("memento")))


def test_a_rule_says_what_it_says_today_what_it_is_worth_and_where_it_stands(document: str) -> None:
    entry = document.split('id="regle-regle-modele"')[1].split("</article>")[0]
    shown = texte(f"<{entry}")
    answers = (
        "Règle modèle",
        "Prescriptif",
        "En vigueur",
        "depuis le 1er janvier 2020",
        "Un autre énoncé de test.",
        "Sources : art. 1",
        "Adresse permanente : /r/regle-modele/2020-01-01/",
    )
    assert [shown.find(answer) for answer in answers] == sorted(shown.find(answer) for answer in answers)
    assert all(answer in shown for answer in answers), shown


def test_a_rule_without_a_known_law_of_the_day_says_so(tmp_path: Path) -> None:
    root = preparer(tmp_path / "memento")
    modifier(root, REGLE, "  - du: 2020-01-01\n", "  - du: 2020-01-01\n    au: 2021-12-31\n")
    entry = lire(root).split('id="regle-regle-modele"')[1].split("</article>")[0]
    assert "Aucune version de cette règle n’est connue comme en vigueur au 23 novembre 2026." in texte(f"<{entry}")
    assert "m-enonce-passe" in entry
    assert '<p class="m-enonce">' not in entry


def test_every_subject_has_its_place_and_every_link_inside_leads_to_one(document: str) -> None:
    anchors = re.findall(r' id="([^"]+)"', document)
    assert len(anchors) == len(set(anchors))
    for anchor in ("regle-regle-modele", "parametre-plafond-modele", "pratique-pratique-modele", "mesure-1", "sources"):
        assert anchor in anchors
    assert [link for link in re.findall(r'href="#([^"]+)"', document) if link not in anchors] == []


def test_it_needs_no_other_file(document: str) -> None:
    assert document.startswith("<!doctype html>\n<html lang=")
    assert re.findall(r'\bsrc="', document) == []
    assert [link for link in re.findall(r'href="([^"#]+)"', document) if not link.startswith(("http", "data:"))] == []
    assert "@import" not in document
    assert "url(" not in document


def test_the_address_of_the_publisher_makes_the_permanent_links(tmp_path: Path) -> None:
    root = preparer(tmp_path / "memento")
    (root / "rules/editeur.yaml").write_text(
        "titre: Mémento de test\nadresse: https://memento.example.org/\n", encoding="utf-8"
    )
    assert '<a href="https://memento.example.org/r/regle-modele/2020-01-01/">' in lire(root)


def test_the_day_and_the_version_are_said_first(document: str) -> None:
    assert "État au 23 novembre 2026, version" in texte(document)[:400]


def test_a_text_that_looks_like_markup_stays_a_text(tmp_path: Path) -> None:
    root = preparer(tmp_path / "memento")
    modifier(root, REGLE, "titre: Règle modèle", 'titre: "</script><script>alert(1)</script>"')
    assert "<script>alert" not in lire(root)


def test_a_theme_without_its_styles_has_no_such_file(tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "memento")
    (root / "site_theme/assets/monofichier/monofichier.css").unlink()
    built = batir(root)
    assert built.site is not None
    assert MONOFICHIER not in built.site.fichiers
