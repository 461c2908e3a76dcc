"""What is looked at on a finished site before it is published."""

import gzip
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from petit_memento import petit_memento

from generator.adapters.cli import memento
from generator.adapters.controle import MONTRES, Incomplet, controler
from generator.adapters.fabrication import GENERATEUR, sceller
from generator.adapters.lecture_du_site import lire_le_site
from generator.adapters.sommes import lire_sommes, sommer

PAGE = (
    '<link rel="stylesheet" href="../assets/x.css"><p><a href="../" class="m">Accueil</a> <a href=../b%C3%A9/#ici>B</a>'
)


def site(tmp_path: Path, pages: int = 2, **autres: str) -> Path:
    """Two pages that lead to each other and to a style; others by name, `__` for a slash."""
    files = {
        "index.html": "<a href=bé/?q=1>B</a>",
        "bé/index.html": PAGE,
        "assets/x.css": "",
        "404.html": "<a href=/x/>",
    }
    for name, content in {**files, **{name.replace("__", "/"): text for name, text in autres.items()}}.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    sceller(tmp_path, {"generateur": GENERATEUR, "pages": pages})
    return tmp_path


def refus(folder: Path) -> str:
    with pytest.raises(Incomplet) as refused:
        controler(folder)
    return str(refused.value)


def test_a_whole_site_passes_and_its_pages_are_counted(tmp_path: Path) -> None:
    assert controler(site(tmp_path)) == 3


@pytest.mark.parametrize(
    "fautive",
    [
        '<a href="rien/">',
        "<a class=m href=rien/>",
        '<img alt="" src="rien/">',
        '<script src="rien/" defer></script>',
        '<a title="un &gt; deux" href="rien/#ici">',
        '<link\nrel="icon" href="rien/?x">',
    ],
)
def test_a_link_or_an_asset_that_is_missing_is_told(tmp_path: Path, fautive: str) -> None:
    assert refus(site(tmp_path, 3, c__index__html="", **{"c__index.html": fautive})).startswith(
        "c/index.html mène à rien/"
    )


@pytest.mark.parametrize(
    "autre",
    [
        '<a href="https://example.org/rien/">',
        '<a href="mailto:a@example.org">',
        '<a href="#rien">',
        '<a href="/rien/">',
        '<script type="application/json">{"html": "\\u003ca href=rien/>"}</script>',
        '<a data-href="rien/">',
        '<a href="./">',
    ],
)
def test_what_leads_out_of_the_folder_is_not_judged(tmp_path: Path, autre: str) -> None:
    assert controler(site(tmp_path, 3, **{"c__index.html": autre})) == 4


def test_a_link_above_the_site_leads_nowhere(tmp_path: Path) -> None:
    assert "index.html mène à ../../bé/" in refus(site(tmp_path, 3, **{"c__index.html": '<a href="../../bé/">'}))


def test_a_page_too_few_is_told(tmp_path: Path) -> None:
    assert refus(site(tmp_path, 3)) == "2 pages sont écrites, 3 étaient faites"


def test_a_file_written_after_the_sums_is_told(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "assets" / "x.css").write_text("changé", encoding="utf-8")
    assert refus(folder) == "assets/x.css n'est pas tel qu'il a été fait"


def test_a_site_without_its_seal_is_refused(tmp_path: Path) -> None:
    folder = site(tmp_path)
    (folder / "build.json").unlink()
    assert refus(folder) == "build.json manque ou ne se lit pas ; build.json manque"


def test_a_few_faults_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    many = "".join(f"<a href=rien{rank}/>" for rank in range(MONTRES + 2))
    assert refus(site(tmp_path, 3, **{"c__index.html": many})).endswith(" ; et 2 autres")


def test_a_link_to_a_file_that_comes_after_the_reading_is_no_fault(tmp_path: Path) -> None:
    folder = site(tmp_path, 3, **{"c__index.html": '<a href="../apres.txt">'})
    read = lire_le_site(folder)
    assert [lost.cible for lost in read.perdus] == ["apres.txt"]
    (folder / "apres.txt").write_bytes(b"")
    sceller(folder, {"generateur": GENERATEUR, "pages": 3})
    with pytest.raises(Incomplet, match=r"^apres\.txt n'est pas tel qu'il a été fait$"):
        controler(folder, replace(read, sommes={**read.sommes, **sommer(folder), "apres.txt": "autre"}))
    assert controler(folder, replace(read, sommes=sommer(folder))) == 4


def test_a_file_that_comes_after_the_sealing_is_a_fault(tmp_path: Path) -> None:
    folder = site(tmp_path)
    read = lire_le_site(folder)
    assert controler(folder, read) == 3
    (folder / "apres.txt").write_bytes(b"")
    with pytest.raises(Incomplet, match=r"apres\.txt n'est pas dans SHA256SUMS"):
        controler(folder, read)
    (folder / "apres.txt").unlink()
    (folder / "assets/x.css").unlink()
    with pytest.raises(Incomplet, match=r"assets/x\.css manque"):
        controler(folder, read)


def test_a_site_is_compressed_then_sealed_again_then_controlled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "Une association intermédiaire. " * 200

    def construire_dans(_: Path, draft: Path, *__: object, **___: object) -> None:
        site(draft, pages=3, **{"encore__index.html": words})

    monkeypatch.setattr("generator.adapters.construction.construire_dans", construire_dans)
    root = petit_memento(tmp_path)
    result = CliRunner().invoke(memento, ["--racine", str(root), "construire", "--comprimer"])
    assert result.exit_code == 0, result.output
    page = root / "site/encore/index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes() == words.encode()
    assert "encore/index.html.br" in (lire_sommes(root / "site") or {})
