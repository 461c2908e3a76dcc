"""What lets the site be read without network: the worker, its manifest, the archive."""

import hashlib
import json
import re
import zipfile
import zlib
from collections.abc import Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from generator.adapters.archive import archiver, en_dossier
from generator.adapters.fichiers import Fichiers
from generator.adapters.hors_ligne import MANIFESTE, TRAVAILLEUR, a_garder, empreinte, manifeste, poser
from generator.adapters.lecture_du_site import Lecture, lire_le_site
from generator.adapters.reserve import Reserve
from generator.adapters.sommes import sommer
from generator.load import load_assets
from generator.render.site import ARCHIVE

RACINE = Path(__file__).parents[2]
JOUR = date(2026, 11, 25)
PAGE = b'<a href="../b/#x">b</a>'
FICHIERS = {
    "index.html": b"accueil",
    "404.html": b"perdu",
    "memento.html": b"tout",
    "r/a/2020-01-01/index.html": PAGE,
    "regles/a/index.html": PAGE,
    "hors-ligne/index.html": b"panneau",
    "assets/recherche.js": b"3;",
    "assets/lunr.js": b"4;",
    "assets/recherche-index.js": b"5;",
    "reperes/x.csv": b"a;b",
    "calculateurs/a/arbre.svg": b"<svg/>",
    "sitemap.xml": b"<xml/>",
    "memento.pdf": b"%PDF",
    "assets/memento.js": b"1;",
    "assets/memento.css": b"a{}",
    "assets/page/main.js": b"export const a = 1;",
    "assets/styles/memento.css": b"a {}",
    "assets/logo.svg": b"<svg/>",
    "assets/javascripts/bundle.js": b"2;",
    "assets/javascripts/bundle.js.map": b"{}",
}


def lister(contenus: Mapping[str, bytes]) -> bytes:
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in sorted(contenus.items())}
    weights = {path: len(zlib.compress(content, 1)) for path, content in contenus.items() if a_garder(path)}
    return manifeste(Lecture(sums, weights, ()), JOUR)


def zipper(contenus: Mapping[str, bytes], reserve: Reserve | None = None) -> bytes:
    whole = BytesIO()
    archiver(Fichiers(contenus), JOUR, whole, reserve)
    return whole.getvalue()


def lire() -> dict[str, object]:
    found = json.loads(lister(FICHIERS))
    assert isinstance(found, dict)
    return found


def test_the_manifest_names_pages_and_what_they_load_in_the_order_in_which_they_are_worth_keeping() -> None:
    assert list(lire()["fichiers"]) == [  # type: ignore[call-overload]
        "",
        "assets/javascripts/bundle.js",
        "assets/logo.svg",
        "assets/memento.css",
        "assets/memento.js",
        "hors-ligne/",
        "assets/lunr.js",
        "assets/recherche-index.js",
        "assets/recherche.js",
        "calculateurs/a/arbre.svg",
        "memento.html",
        "regles/a/",
        "reperes/x.csv",
        "r/a/2020-01-01/",
    ]


def test_the_shell_is_home_the_page_about_it_styles_scripts_and_images() -> None:
    assert lire()["coquille"] == list(lire()["fichiers"])[:6]  # type: ignore[call-overload]


def test_the_manifest_says_the_day_and_gives_hashes_that_a_browser_computes() -> None:
    found = lire()
    assert found["etat_au"] == "2026-11-25"
    assert found["fichiers"][""][0] == hashlib.sha256(b"accueil").hexdigest()[:16]  # type: ignore[index]


def test_what_is_told_of_a_file_is_no_less_than_what_travels(tmp_path: Path) -> None:
    # Words that repeat themselves as those of a page do.
    page = PAGE + (Path(__file__).parents[2] / "LEXIQUE.md").read_bytes()
    (tmp_path / "index.html").write_bytes(page)
    (tmp_path / "sw.js").write_bytes(b"")
    read = lire_le_site(tmp_path, a_garder)
    assert set(read.poids) == {"index.html"}
    assert len(zlib.compress(page)) <= read.poids["index.html"] <= 1.1 * len(zlib.compress(page, 1)) < len(page)


def test_the_same_files_give_the_same_manifest_and_one_more_byte_another() -> None:
    assert lister(FICHIERS) == lister(dict(reversed(FICHIERS.items())))
    assert lister(FICHIERS) != lister({**FICHIERS, "regles/a/index.html": PAGE + b" "})


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for path, content in {**FICHIERS, **load_assets(RACINE)}.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return tmp_path


def test_the_worker_changes_with_any_page_and_with_nothing_else(site: Path) -> None:
    poser(site, JOUR)
    first = {name: (site / name).read_bytes() for name in (TRAVAILLEUR, MANIFESTE, ARCHIVE)}
    assert empreinte(first[MANIFESTE]).encode() in first[TRAVAILLEUR]
    poser(site, JOUR)
    assert {name: (site / name).read_bytes() for name in first} == first
    (site / "regles/a/index.html").write_bytes(b"autre")
    poser(site, JOUR)
    assert all((site / name).read_bytes() != content for name, content in first.items())


def test_what_was_read_of_a_site_is_completed_with_what_is_added_to_it(site: Path) -> None:
    read = poser(site, JOUR, lecture=lire_le_site(site, a_garder))
    assert {TRAVAILLEUR, MANIFESTE, ARCHIVE} <= set(read.sommes)
    assert list(read.sommes.items()) == list(sommer(site).items())


def test_a_site_without_a_worker_in_its_theme_gets_nothing(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"accueil")
    poser(tmp_path, JOUR)
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


@pytest.mark.parametrize(
    ("lien", "fichier"),
    [
        ("../b/", "../b/index.html"),
        ("../b/#x", "../b/index.html#x"),
        ("b/?a=1#x", "b/index.html?a=1#x"),
        ("../..", "../../index.html"),
        (".", "./index.html"),
        ("./", "./index.html"),
        ("../..#x", "../../index.html#x"),
        ("#x", "#x"),
        ("x.csv", "x.csv"),
        ("/a/", "/a/"),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_a_link_of_the_archive_names_a_file(lien: str, fichier: str) -> None:
    assert en_dossier(f'<a class="m" href="{lien}">') == f'<a class="m" href="{fichier}">'


def test_a_page_of_the_archive_looks_for_no_worker() -> None:
    assert en_dossier('<p role="status" data-hors-ligne="../../sw.js"></p>') == '<p role="status"></p>'


def test_the_archive_is_the_site_with_a_notice_and_the_same_bytes_each_time() -> None:
    first = zipper(FICHIERS)
    assert first == zipper(dict(reversed(FICHIERS.items())))
    with zipfile.ZipFile(BytesIO(first)) as archive:
        names = archive.namelist()
        notice = archive.read("memento/LISEZ-MOI.txt").decode("utf-8-sig")
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 25, 0, 0, 0)}
    left_out = {"404.html", "sitemap.xml", "assets/javascripts/bundle.js.map"}
    assert set(names) == {f"memento/{path}" for path in ({*FICHIERS, "LISEZ-MOI.txt"} - left_out)}
    for words in ("État au 25 novembre 2026", "Licence Ouverte 2.0", "Ouvrez index.html"):
        assert words in notice


def test_a_link_of_the_archive_follows_the_folder_of_its_page() -> None:
    with zipfile.ZipFile(BytesIO(zipper(FICHIERS))) as archive:
        html = archive.read("memento/regles/a/index.html").decode()
    found = re.findall(r'href="([^"#]+)', html)
    assert [normpath(join(dirname("regles/a/index.html"), link)) for link in found] == ["regles/b/index.html"]


def test_the_archive_is_the_one_that_zipfile_would_write_whatever_was_kept(tmp_path: Path) -> None:
    cold = zipper(FICHIERS)
    reserve = Reserve(tmp_path / "reserve")
    assert zipper(FICHIERS, reserve) == cold
    reserve.ranger()
    assert zipper(FICHIERS, Reserve(tmp_path / "reserve")) == cold
    whole = BytesIO()
    with zipfile.ZipFile(BytesIO(cold)) as read, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as written:
        assert read.testzip() is None
        for entry in read.infolist():
            again = zipfile.ZipInfo(entry.filename, entry.date_time)
            again.compress_type, again.create_system, again.external_attr = zipfile.ZIP_DEFLATED, 3, entry.external_attr
            written.writestr(again, read.read(entry))
    assert whole.getvalue() == cold
