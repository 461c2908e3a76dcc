"""The real site behind nginx, as it is shipped: what every answer says, and what a reader gets."""

import gzip
import http.client
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli
import pytest
import serveur_nginx
from playwright.sync_api import Browser, expect
from serveur import servir

from generator.adapters.compression import comprimer
from generator.adapters.entetes import ENTETES
from generator.adapters.serveurs import fichiers_de_deploiement, reponses_du_site
from generator.adapters.serveurs.reponses import IMMUABLES

RACINE = Path(__file__).parents[2]
REGLE = "regles/ai-480-heures/"
CALCUL = "calculateurs/aci-taux-commercialisation/"
CADRE = f"{CALCUL}integrer/"
# What the tests ask for: compressing the whole site would be most of their time.
SERVIS = ("assets/fixes", "assets/javascripts", REGLE, CALCUL, "flux", "api/v1/schemas")
SEULS = ("index.html", "404.html", "regles/index.html", "sw.js", "hors-ligne.json", "calendrier.ics", "memento.pdf")
UN_AN = "public, max-age=31536000, immutable"


@pytest.fixture(scope="module")
def publie(dossier: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A part of the site, compressed as it is when it is published."""
    site = tmp_path_factory.mktemp("publie")
    for path in SERVIS:
        shutil.copytree(dossier / path, site / path, copy_function=os.link)
    for path in SEULS:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        os.link(dossier / path, site / path)
    (site / "donnees").mkdir()
    (site / "donnees/x.csv").write_text("a;b\n", encoding="utf-8")
    (site / ".cache").write_text("caché", encoding="utf-8")
    comprimer(site, tmp_path_factory.mktemp("reserve"))
    return site


@pytest.fixture(scope="module")
def nginx(publie: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serveur_nginx.lancer(tmp_path_factory.mktemp("nginx"), publie) as address:
        yield address


@dataclass(frozen=True)
class Reponse:
    statut: int
    entetes: dict[str, str]
    corps: bytes


def demander(adresse: str, chemin: str, methode: str = "GET", **entetes: str) -> Reponse:
    """Exactly this path, which no library has made tidy; names of headers are written with `_`."""
    connection = http.client.HTTPConnection(adresse.removeprefix("http://").rstrip("/"), timeout=10)
    try:
        connection.putrequest(methode, f"/{chemin}", skip_accept_encoding=True)
        for name, value in entetes.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        answer = connection.getresponse()
        return Reponse(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
    finally:
        connection.close()


def fixe(publie: Path, fin: str) -> str:
    """The url of one of our own assets."""
    return next(
        path.relative_to(publie).as_posix() for path in sorted((publie / "assets/fixes").glob(f"memento.*{fin}"))
    )


def test_the_shipped_configurations_are_those_of_the_site(dossier: Path) -> None:
    made = fichiers_de_deploiement(reponses_du_site(dossier))
    stale = [path for path, text in made.items() if (RACINE / path).read_text(encoding="utf-8") != text]
    assert stale == [], "lancez « memento construire » puis « memento deploiement »"


def test_a_folder_said_immutable_holds_only_names_that_carry_a_hash(dossier: Path) -> None:
    import re

    named = re.compile(r"\.[0-9a-f]{8}\.(?:min\.)?(?:js|css|svg)")
    for folder in IMMUABLES:
        held = [path for path in (dossier / folder).rglob("*") if path.is_file()]
        assert held
        assert [path.name for path in held if not named.search(path.name)] == []


def test_the_site_holds_no_link_of_the_file_system(dossier: Path) -> None:
    assert [path for path in dossier.rglob("*") if path.is_symlink()] == []


def test_nginx_has_nothing_to_say_of_the_configuration(publie: Path, tmp_path: Path) -> None:
    tried = serveur_nginx.essayer(serveur_nginx.preparer(tmp_path, publie, serveur_nginx.port_libre()))
    assert tried.returncode == 0, tried.stderr
    assert "warn" not in tried.stderr


@pytest.mark.parametrize(
    ("chemin", "genre"),
    [
        ("", "text/html; charset=utf-8"),
        (REGLE, "text/html; charset=utf-8"),
        (CADRE, "text/html; charset=utf-8"),
        ("sw.js", "text/javascript; charset=utf-8"),
        ("hors-ligne.json", "application/json; charset=utf-8"),
        ("calendrier.ics", "text/calendar; charset=utf-8"),
        ("flux/tout.xml", "application/xml; charset=utf-8"),
        ("donnees/x.csv", "text/csv; charset=utf-8"),
        ("memento.pdf", "application/pdf"),
        ("introuvable/", "text/html; charset=utf-8"),
    ],
)
@pytest.mark.parametrize("codage", ["", "gzip", "br"])
def test_every_answer_names_its_kind_protects_itself_and_is_asked_again(
    nginx: str, chemin: str, genre: str, codage: str
) -> None:
    answer = demander(nginx, chemin, Accept_Encoding=codage)
    assert answer.entetes["content-type"] == genre
    assert {name: answer.entetes.get(name.lower()) for name in ENTETES} == dict(ENTETES)
    assert "script-src 'self'" in answer.entetes["content-security-policy"]
    assert "unsafe" not in answer.entetes["content-security-policy"]
    assert answer.entetes["cache-control"] == "no-cache"
    assert "nginx/" not in answer.entetes["server"]


@pytest.mark.parametrize(("codage", "defaire"), [("gzip", gzip.decompress), ("br, gzip", brotli.decompress)])
def test_what_was_compressed_is_sent_as_it_is(nginx: str, publie: Path, codage: str, defaire: object) -> None:
    for url, path in ((REGLE, f"{REGLE}index.html"), (fixe(publie, ".css"), fixe(publie, ".css"))):
        answer = demander(nginx, url, Accept_Encoding=codage)
        used = answer.entetes["content-encoding"]
        assert used == codage.partition(",")[0]
        assert answer.corps == (publie / f"{path}.{'gz' if used == 'gzip' else used}").read_bytes()
        assert defaire(answer.corps) == (publie / path).read_bytes()  # type: ignore[operator]
        assert "Accept-Encoding" in answer.entetes["vary"]


def test_who_knows_no_compression_reads_the_page_as_it_is(nginx: str, publie: Path) -> None:
    answer = demander(nginx, REGLE)
    assert "content-encoding" not in answer.entetes
    assert answer.corps == (publie / REGLE / "index.html").read_bytes()


@pytest.mark.parametrize("codage", ["", "gzip", "br"])
def test_what_has_not_changed_is_not_sent_again(nginx: str, codage: str) -> None:
    first = demander(nginx, REGLE, Accept_Encoding=codage)
    again = demander(nginx, REGLE, Accept_Encoding=codage, If_None_Match=first.entetes["etag"])
    assert (again.statut, again.corps) == (304, b"")
    assert again.entetes["cache-control"] == "no-cache"
    assert demander(nginx, REGLE, Accept_Encoding=codage, If_None_Match='"autre"').statut == 200


def test_a_name_that_carries_its_content_is_kept_for_a_year_and_one_that_is_gone_is_not(
    nginx: str, publie: Path
) -> None:
    bundle = next((publie / "assets/javascripts").glob("bundle.*.js")).relative_to(publie).as_posix()
    for url in (fixe(publie, ".css"), fixe(publie, ".js"), bundle):
        for encoding in ("", "gzip", "br"):
            assert demander(nginx, url, Accept_Encoding=encoding).entetes["cache-control"] == UN_AN
    gone = demander(nginx, "assets/fixes/memento.00000000.css")
    assert (gone.statut, gone.entetes["cache-control"]) == (404, "no-cache")


@pytest.mark.parametrize("chemin", ["introuvable/", "assets/", "assets/fixes/", ".cache", "404.html"])
def test_what_is_not_to_be_read_is_a_page_that_does_not_exist(nginx: str, publie: Path, chemin: str) -> None:
    answer = demander(nginx, chemin)
    assert answer.statut == 404
    assert answer.corps == (publie / "404.html").read_bytes()


@pytest.mark.parametrize(
    "chemin", ["../../etc/passwd", "regles/../../../etc/passwd", "%2e%2e/%2e%2e/etc/passwd", "..%2f..%2fetc%2fpasswd"]
)
def test_no_path_leaves_the_site(nginx: str, chemin: str) -> None:
    answer = demander(nginx, chemin)
    assert answer.statut in (400, 404)
    assert b"root:" not in answer.corps


def test_an_address_without_its_slash_leads_to_the_page_without_naming_the_server(nginx: str) -> None:
    answer = demander(nginx, REGLE.rstrip("/"))
    assert (answer.statut, answer.entetes["location"]) == (301, f"/{REGLE}")


def test_a_head_has_the_headers_and_no_body(nginx: str) -> None:
    head, whole = demander(nginx, REGLE, "HEAD"), demander(nginx, REGLE)
    assert (head.statut, head.corps) == (200, b"")
    for name in ("content-length", "etag", "content-type", "cache-control"):
        assert head.entetes[name] == whole.entetes[name]


def test_a_part_of_a_document_can_be_asked_for(nginx: str, publie: Path) -> None:
    answer = demander(nginx, "memento.pdf", Range="bytes=10-19")
    assert (answer.statut, answer.corps) == (206, (publie / "memento.pdf").read_bytes()[10:20])


def test_nothing_can_be_sent_to_the_site(nginx: str) -> None:
    assert {demander(nginx, "", method).statut for method in ("POST", "PUT", "DELETE")} == {405}


def test_pages_to_frame_alone_can_be_framed(nginx: str) -> None:
    framed = demander(nginx, CADRE).entetes
    assert framed["content-security-policy"].endswith("frame-ancestors *")
    assert "x-frame-options" not in framed
    for chemin in ("", REGLE, CALCUL, f"{CALCUL}autre/integrer/", "memento.pdf"):
        closed = demander(nginx, chemin).entetes
        assert closed["content-security-policy"].endswith("frame-ancestors 'none'"), chemin
        assert closed["x-frame-options"] == "DENY"


def test_another_site_shows_a_calculator_in_its_page_and_nothing_else(
    navigateur: Browser, nginx: str, tmp_path: Path
) -> None:
    frames = "".join(
        f'<iframe name="{name}" src="{nginx}{url}"></iframe>' for name, url in (("a", CADRE), ("b", CALCUL))
    )
    (tmp_path / "index.html").write_text(f"<!doctype html>{frames}", encoding="utf-8")
    with servir(tmp_path) as elsewhere:
        context = navigateur.new_context(service_workers="block")
        page = context.new_page()
        page.goto(elsewhere)
        expect(page.frame_locator("[name=a]").locator("form")).to_be_visible()
        expect(page.frame_locator("[name=b]").locator("form")).to_have_count(0)
        context.close()


def test_a_reader_gets_a_rule_and_a_calculator_without_a_complaint_of_the_browser(
    navigateur: Browser, nginx: str
) -> None:
    context = navigateur.new_context(base_url=nginx, viewport={"width": 1280, "height": 900}, service_workers="block")
    said: list[str] = []
    context.on("console", lambda message: message.type == "error" and said.append(message.text))
    context.on("weberror", lambda error: said.append(str(error.error)))
    page = context.new_page()
    page.goto(REGLE)
    expect(page.locator("h1")).to_contain_text("480 heures")
    # The styles and the scripts are there: a frame drawn by the sheet, a shortcut shown by the script.
    assert page.locator(".m-enonce").evaluate("one => getComputedStyle(one).borderLeftStyle") == "solid"
    expect(page.locator("a.m-chercher kbd")).to_be_visible()
    page.goto(CALCUL)
    page.locator("[name=recettes]").fill("300")
    expect(page.locator("[data-resultats]")).not_to_be_empty()
    context.close()
    assert said == []


def test_caddy_accepts_its_configuration(publie: Path) -> None:
    command = [serveur_nginx.programme("caddy"), "validate", "--adapter", "caddyfile", "--config"]
    file = str(RACINE / "deploiement/Caddyfile")
    environment = {**os.environ, "MEMENTO_RACINE": str(publie), "MEMENTO_ADRESSE": ":0"}
    tried = subprocess.run([*command, file], capture_output=True, text=True, timeout=20, check=False, env=environment)
    assert tried.returncode == 0, tried.stderr
