"""A draft says so everywhere; a site that is not one says nothing of it."""

import io
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from petit_memento import petit_memento
from pypdf import PdfReader

from generator.adapters.brouillon import marquer_fichiers, marquer_imprime
from generator.adapters.cli import memento
from generator.adapters.composition import composer
from generator.adapters.construction import construire_dans

RACINE = Path(__file__).parents[2]
MENTION = "BROUILLON, ne fait pas foi"
NOM = '<PR 12> & "essai"'
ECRIT = "BROUILLON, ne fait pas foi\u00a0: &lt;PR 12&gt; &amp; &#34;essai&#34;"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = petit_memento(tmp_path_factory.mktemp("memento"))
    shutil.copytree(RACINE / "site_theme", found / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", found / "mkdocs.yml")
    (found / "urls.lock").write_text("ancienne/ -> regles/\n", encoding="utf-8")
    return found


@pytest.fixture(scope="module", autouse=True)
def _aujourd_hui() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        # 23 November 2026.
        patch.setenv("SOURCE_DATE_EPOCH", "1795392000")
        yield


@pytest.fixture(scope="module")
def site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site") / "site"
    construire_dans(root, folder)
    return folder


@pytest.fixture(scope="module")
def brouillon(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("brouillon") / "site"
    construire_dans(root, folder, NOM)
    return folder


def pages(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in folder.rglob("*.html")}


def test_every_page_of_a_draft_says_so_once_and_keeps_robots_out(brouillon: Path) -> None:
    found = pages(brouillon)
    embeds = {"calculateurs/calcul-modele/integrer/index.html", "ancienne/index.html", "404.html", "index.html"}
    assert embeds <= found.keys()
    assert [path for path, html in found.items() if html.count(ECRIT) != 1] == []
    whole = {path: html for path, html in found.items() if path != "memento.html"}
    assert [path for path, html in whole.items() if html.count('<meta name="robots" content="noindex">') != 1] == []


def test_a_draft_gives_no_plan_to_robots(brouillon: Path, site: Path) -> None:
    assert not list(brouillon.glob("sitemap.xml*"))
    assert len(list(site.glob("sitemap.xml*"))) == 2


def test_a_site_that_is_no_draft_says_nothing_of_it(site: Path) -> None:
    found = pages(site)
    assert [path for path, html in found.items() if "BROUILLON" in html or "m-brouillon" in html] == []
    indexed = {path for path, html in found.items() if 'content="noindex"' not in html}
    assert {"index.html", "regles/regle-modele/index.html", "404.html"} <= indexed


def texte(folder: Path, name: str) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO((folder / name).read_bytes())).pages]


def test_every_sheet_of_a_printed_draft_says_so(brouillon: Path, site: Path) -> None:
    sheets = texte(brouillon, "memento.pdf")
    assert sheets
    assert [sheet for sheet in sheets if MENTION not in sheet] == []
    assert [sheet for sheet in texte(site, "memento.pdf") if "BROUILLON" in sheet] == []
    assert len(texte(site, "memento.pdf")) == len(sheets)


def test_what_goes_on_from_one_sheet_to_the_next_is_still_whole() -> None:
    head = '#set document(title: "Essai")\n#set text(lang: "fr")\n'
    source = head + "#table(columns: 1, table.header[A], ..range(120).map(str))\n"
    sheets = PdfReader(io.BytesIO(composer(marquer_imprime(source, MENTION), date(2026, 11, 23)))).pages
    assert len(sheets) > 1
    assert all(MENTION in sheet.extract_text() for sheet in sheets)


def test_a_name_is_words_in_a_printed_draft_and_never_code() -> None:
    assert marquer_imprime("", '#panic() " \\').count('"#panic() \\" \\\\"') == 1


def lancer(root: Path, *mots: str) -> Result:
    return CliRunner().invoke(memento, ["--racine", str(root), "construire", *mots])


@pytest.mark.parametrize(
    ("mots", "attendu"),
    [(("--brouillon",), MENTION), (("--brouillon", "PR 12"), f"{MENTION}\u00a0: PR 12"), ((), None)],
)
def test_the_name_of_a_draft_may_be_left_out(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mots: tuple[str, ...], attendu: str | None
) -> None:
    built: list[object] = []
    monkeypatch.setattr("generator.adapters.construction.mkdocs_build", lambda config: built.append(config.extra))
    monkeypatch.setattr("generator.adapters.construction.controler", lambda *_: 0)
    result = lancer(root, *mots, "--sortie", str(tmp_path / "site"))
    assert result.exit_code == 0, result.output
    assert built[0].get("brouillon") == attendu  # type: ignore[attr-defined]


def test_a_site_without_the_file_that_holds_all_has_nothing_to_mark() -> None:
    assert marquer_fichiers({"a.json": b"{}"}, "BROUILLON") == {"a.json": b"{}"}
