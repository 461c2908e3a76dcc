"""The canary: other engines make the same pages as MkDocs, from the same words (ADR 0030)."""

import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote

import pytest
from click.testing import CliRunner, Result
from petit_memento import BASE, batir, modifier, petit_memento

from generator.adapters import moteurs
from generator.adapters.cli import memento
from generator.adapters.composition import Incomposable
from generator.adapters.construction import construire_dans
from generator.adapters.moteurs import MOTEURS, construire_avec
from generator.render import Page

RACINE = Path(__file__).parents[2]
TOUS_LES_GENRES = BASE.parent / "valides" / "tous-les-genres"

ARTICLE = re.compile(r'<article class="md-content__inner md-typeset">(.*)</article>', re.DOTALL)
# The templates without a shell show the page in their own frame.
SEUL = re.compile(r'<main class="md-typeset">(.*)</main>', re.DOTALL)
# What ADR 0030 admits around a page: the place where the skip link of Zensical leads, and white space.
ANCRE_DE_ZENSICAL = '<a id="__skip" tabindex="-1"></a>'
BLANCS = re.compile(r"\s+(?=<)|(?<=>)\s+")


@pytest.fixture(scope="module", autouse=True)
def _aujourd_hui() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        # 23 November 2026.
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        yield


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every kind of page, an address that has moved, a picture beside the words."""
    found = petit_memento(tmp_path_factory.mktemp("memento"), surcouche=TOUS_LES_GENRES)
    shutil.copytree(RACINE / "site_theme", found / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", found / "mkdocs.yml")
    (found / "urls.lock").write_text("ancienne/ -> regles/\n", encoding="utf-8")
    (found / "content" / "image.svg").write_text("<svg/>", encoding="utf-8")
    return found


@pytest.fixture(scope="module")
def pages(root: Path) -> dict[str, Page]:
    """The pages as they leave the compiler, by file."""
    site = batir(root).site
    assert site is not None
    return {f"{page.url}index.html": page for page in site.pages}


@pytest.fixture(scope="module")
def temoin(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that MkDocs makes."""
    folder = tmp_path_factory.mktemp("mkdocs") / "site"
    construire_dans(root, folder)
    return folder


@pytest.fixture(scope="module", params=tuple(MOTEURS))
def site(request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same one, made by another engine."""
    folder = tmp_path_factory.mktemp(request.param)
    construire_avec(MOTEURS[request.param], root, folder)
    return folder


def fichiers(site: Path) -> set[str]:
    """What a site holds, but what its theme brings and what the plans say of it."""
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    themes = ("assets/javascripts/", "assets/stylesheets/", "assets/images/", "assets/fixes/theme.")
    return {path for path in found if not path.startswith((*themes, "sitemap.xml"))}


def article(site: Path, path: str) -> str:
    """The inside of the one article of a page; of `<main>` when it has no shell."""
    html = (site / path).read_text(encoding="utf-8")
    found = ARTICLE.findall(html) or SEUL.findall(html)
    assert len(found) == 1, path
    return str(found[0])


def autour(site: Path, path: str, page: Page) -> str:
    """What the shell adds to a page inside its article, without what the ADR admits."""
    before, ours, after = article(site, path).partition(page.html.strip())
    assert ours, path
    return BLANCS.sub("", before.replace(ANCRE_DE_ZENSICAL, "") + after).strip()


def test_another_engine_makes_the_same_files(site: Path, temoin: Path) -> None:
    assert fichiers(site) == fichiers(temoin)
    assert {"regles/regle-modele/index.html", "image.svg", "404.html", "sw.js", "ancienne/index.html"} <= fichiers(site)


def test_every_article_holds_our_html_byte_for_byte_and_nothing_else_than_with_mkdocs(
    site: Path, temoin: Path, pages: dict[str, Page]
) -> None:
    assert len(pages) > 100
    for path, page in pages.items():
        assert autour(site, path, page) == autour(temoin, path, page), path


def test_every_other_file_is_the_same_but_those_that_list_the_others(site: Path, temoin: Path) -> None:
    listing = {"hors-ligne.json", "sw.js", "memento.zip", "build.json", "SHA256SUMS"}
    for path in sorted(fichiers(site) - listing):
        if not path.endswith(".html") or path == "memento.html":
            assert (site / path).read_bytes() == (temoin / path).read_bytes(), path


@pytest.mark.parametrize("pattern", [r"<title>.*?</title>", r'<meta name="description" content="[^"]*">'])
def test_every_head_says_the_same_of_the_page(site: Path, temoin: Path, pages: dict[str, Page], pattern: str) -> None:
    for path in (*pages, "404.html"):
        found = [re.findall(pattern, (one / path).read_text(encoding="utf-8"), re.DOTALL) for one in (site, temoin)]
        assert found[0] == found[1], path


def test_every_table_of_contents_leads_to_the_headings_of_the_page(site: Path, pages: dict[str, Page]) -> None:
    seen = 0
    for path, page in pages.items():
        html = (site / path).read_text(encoding="utf-8")
        table = re.search(r'<nav class="md-nav md-nav--secondary".*?</nav>\s*</div>', html, re.DOTALL)
        if page.toc and table:
            seen += 1
            anchors = [unquote(anchor) for anchor in re.findall(r'<a href="#([^"]+)" class="md-nav__link">', table[0])]
            assert anchors == [entry.ancre for entry in page.toc if entry.niveau <= 6], path
    assert seen > 20


def test_our_templates_serve_each_engine(site: Path) -> None:
    rule = (site / "regles/regle-modele/index.html").read_text(encoding="utf-8")
    assert "Site indépendant, non officiel" in rule
    assert 'class="m-chercher" href="../../recherche/" data-chercher data-racine="../../"' in rule
    assert '/rules/regles/essai/regle-modele.yaml" title=' in rule
    assert 'data-hors-ligne="../../sw.js"' in rule
    lost = (site / "404.html").read_text(encoding="utf-8")
    assert '<a href="/">accueil</a>' in lost
    assert 'class="m-chercher" href="/recherche/"' in lost
    moved = (site / "ancienne/index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="../regles/">' in moved


def test_no_engine_asks_anything_of_another_site(site: Path) -> None:
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        assert 'src="http' not in html, page
        assert 'rel="stylesheet" href="http' not in html, page


def test_no_search_and_no_look_that_are_not_ours_are_published(site: Path) -> None:
    assert not (site / "search.json").exists()
    assert not (site / "search").exists()
    assert not (site / "assets/javascripts/workers").exists()
    assert not (site / "assets/stylesheets/modern").exists()


def test_a_draft_of_another_engine_says_so_everywhere_and_gives_no_plan(tmp_path: Path) -> None:
    root = petit_memento(tmp_path / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    folder = tmp_path / "site"
    folder.mkdir()
    construire_avec(MOTEURS["zensical"], root, folder, "PR 12")
    pages = {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}
    assert {"index.html", "404.html", "memento.html", "calculateurs/calcul-modele/integrer/index.html"} <= pages.keys()
    assert [path for path, html in pages.items() if html.count("BROUILLON, ne fait pas foi\u00a0: PR 12") != 1] == []
    assert not list(folder.glob("sitemap.xml*"))


@pytest.fixture
def publie(tmp_path: Path) -> Path:
    """A small mémento whose site is already published."""
    root = petit_memento(tmp_path / "memento")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("l'ancien site", encoding="utf-8")
    return root


def lancer(root: Path, moteur: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "construire", "--moteur", moteur])


def intact(root: Path) -> bool:
    """True when the old site is there, whole and alone."""
    names = sorted(path.name for path in root.iterdir() if path.name.startswith("site"))
    return names == ["site", "site_theme"] and (root / "site/index.html").read_text(encoding="utf-8") == "l'ancien site"


def test_a_missing_engine_is_told_with_what_to_install(publie: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(moteurs, "find_spec", lambda name: None if name == "zensical" else find_spec(name))
    result = lancer(publie, "zensical")
    assert result.exit_code == 1
    assert "Zensical n'est pas installé. Lancez : pip install 'memento-inclusion[zensical]'" in result.output
    assert intact(publie)


def test_an_engine_that_fails_is_heard_and_the_old_site_stays(publie: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # A module that refuses these arguments stands for an engine that refuses the pages.
    monkeypatch.setitem(MOTEURS, "zensical", replace(MOTEURS["zensical"], module="json.tool"))
    result = lancer(publie, "zensical")
    assert result.exit_code == 1
    assert "usage: python -m json.tool" in result.output
    assert "Zensical n'a pas construit le site." in result.output
    assert intact(publie)


def test_an_engine_that_stops_for_ever_is_left(publie: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dormeur.py").write_text("import time\ntime.sleep(60)\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setattr(moteurs, "PATIENCE", 0.2)
    monkeypatch.setitem(MOTEURS, "zensical", replace(MOTEURS["zensical"], module="dormeur"))
    result = lancer(publie, "zensical")
    assert result.exit_code == 1
    assert "Zensical n'a rien rendu" in result.output
    assert intact(publie)


def test_an_error_of_the_memento_stops_before_the_engine(publie: Path) -> None:
    modifier(publie, "content/index.md", "regle-modele", "regle-modle")
    result = lancer(publie, "properdocs")
    assert result.exit_code == 1
    assert "content/index.md:8:9: MEM403" in result.output
    assert "le mémento contient des erreurs" in result.output
    assert intact(publie)


def test_what_cannot_be_printed_is_told_before_the_engine_starts(publie: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuser(*_: object, **__: object) -> None:
        raise Incomposable("un signe sans police")

    monkeypatch.setattr("generator.adapters.dossier.ecrire", refuser)
    result = lancer(publie, "properdocs")
    assert (result.exit_code, "un signe sans police" in result.stderr) == (1, True)
    assert intact(publie)
