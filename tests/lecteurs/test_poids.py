"""What pages weigh: requests and compressed bytes by kind of page, on a first visit and from one page to the next."""

import gzip
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from posixpath import join, normpath

import pytest
from playwright.sync_api import Browser

REGLE = "regles/ai-480-heures/"
# What a kind of page may cost: requests, then bytes once compressed, on a first visit and when one comes from home.
# Measured, plus a tenth: who goes over looks for what has grown before raising the number.
BUDGETS = {
    "": (8, 85_000, 9_000),
    "regles/": (8, 91_000, 15_500),
    REGLE: (12, 90_000, 12_000),
    "r/aide-au-poste-montant/2022-06-23/": (12, 90_000, 12_000),
    "calculateurs/cdi-inclusion/": (10, 114_000, 38_000),
    "calculateurs/cdi-inclusion/integrer/": (5, 30_000, 20_000),
    "recherche/": (9, 96_000, 20_000),
    "parametres/aide-au-poste-socle/": (8, 89_000, 13_000),
    "sources/pacte-2019/": (8, 93_000, 16_500),
    "pratiques/": (8, 87_000, 10_500),
    "formation/": (9, 102_000, 25_500),
    "structures/aci/": (8, 103_000, 27_000),
    "pacte/mesures/01-mobiliser-tous-les-formats-de-parcours/": (8, 89_000, 12_500),
    "au/": (10, 173_000, 97_000),
    "glossaire/": (8, 89_000, 13_000),
}


class Chargements(HTMLParser):
    """What a page asks for, by its attributes; `bloquants` are the scripts that hold back what follows them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cibles: list[str] = []
        self.bloquants: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        link = values.get("src") if tag in ("script", "img", "iframe") else None
        if tag == "link" and (values.get("rel") or "") in ("stylesheet", "icon", "preload", "modulepreload"):
            link = values.get("href")
        if link:
            self.cibles.append(link)
        if tag == "script" and link and not {"defer", "async"} & set(values) and values.get("type") != "module":
            self.bloquants.append(link)


@dataclass(frozen=True)
class Poids:
    """The weights of a site."""

    site: Path

    @cached_property
    def _tailles(self) -> dict[str, int]:
        return {}

    def taille(self, path: str) -> int:
        """Compressed as a server sends it."""
        if path not in self._tailles:
            content = (self.site / path).read_bytes()
            self._tailles[path] = min(len(content), len(gzip.compress(content, 9)))
        return self._tailles[path]

    def fichiers(self, url: str) -> tuple[str, ...]:
        """The page, then each file that it asks for, once."""
        page = Chargements((self.site / url / "index.html").read_text(encoding="utf-8"))
        paths = (normpath(join(url, link.partition("#")[0])) for link in page.cibles if not link.startswith("data:"))
        return tuple(dict.fromkeys((f"{url}index.html", *paths)))

    def premiere(self, url: str) -> tuple[int, int]:
        """Requests and bytes of a first visit."""
        files = self.fichiers(url)
        return len(files), sum(map(self.taille, files))

    def suivante(self, url: str) -> int:
        """Bytes of this page when home was read before: what has a hash is not asked again."""
        known = set(self.fichiers("")) if url else set(self.fichiers(REGLE))
        return sum(self.taille(path) for path in self.fichiers(url) if path not in known)


@pytest.fixture(scope="module")
def poids(dossier: Path) -> Poids:
    return Poids(dossier)


@pytest.mark.parametrize("url", BUDGETS)
def test_a_kind_of_page_keeps_to_its_budget(poids: Poids, url: str) -> None:
    requests, first, next_ = BUDGETS[url]
    asked, weight = poids.premiere(url)
    assert asked <= requests
    assert weight <= first
    assert poids.suivante(url) <= next_


def test_every_rule_and_every_version_costs_less_than_twelve_kilobytes_once_the_site_is_known(
    dossier: Path, poids: Poids
) -> None:
    urls = [path.parent.relative_to(dossier).as_posix() + "/" for path in dossier.glob("regles/*/index.html")]
    urls += [path.parent.relative_to(dossier).as_posix() + "/" for path in dossier.glob("r/*/*/index.html")]
    assert len(urls) > 400
    assert [(url, poids.taille(f"{url}index.html")) for url in urls if poids.taille(f"{url}index.html") > 12_000] == []


def test_no_script_holds_a_page_back(dossier: Path) -> None:
    for url in BUDGETS:
        page = Chargements((dossier / url / "index.html").read_text(encoding="utf-8"))
        # The theme's own is the last thing of its page.
        assert [link for link in page.bloquants if "/javascripts/" not in link] == [], url


def test_pages_weigh_less_than_sixty_kilobytes_on_average(dossier: Path) -> None:
    sizes = [path.stat().st_size for path in dossier.rglob("*.html")]
    assert sum(sizes) / len(sizes) <= 60_000


@pytest.fixture
def demandes(navigateur: Browser, adresse: str) -> Callable[[str], dict[str, int]]:
    """What Chromium asks for on a first visit, by path, with how many times; and nothing of another site."""

    def visiter(url: str) -> dict[str, int]:
        context = navigateur.new_context(base_url=adresse, service_workers="block")
        asked: dict[str, int] = defaultdict(int)

        def noter(request: object) -> None:
            address = re.sub(r"[?#].*", "", getattr(request, "url", ""))
            assert address.startswith(adresse)
            asked[address.removeprefix(adresse)] += 1

        context.on("request", noter)
        page = context.new_page()
        page.goto(url, wait_until="networkidle")
        context.close()
        return dict(asked)

    return visiter


def test_chromium_asks_for_what_is_counted_here_and_nothing_more(
    demandes: Callable[[str], dict[str, int]], poids: Poids
) -> None:
    asked = demandes(REGLE)
    counted = {path.removesuffix("index.html") for path in poids.fichiers(REGLE)}
    # Without a window, Chromium shows no icon.
    assert set(asked) <= counted
    assert len(counted - set(asked)) <= 1
    assert sum(asked.values()) <= 12
