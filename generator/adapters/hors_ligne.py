"""What lets the site be read without network, made once all of it is written: the worker, its manifest, the archive."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator import VERSION
from generator.adapters.archive import archiver
from generator.adapters.fichiers import Fichiers
from generator.adapters.lecture_du_site import Lecture, lire_le_site
from generator.adapters.reserve import Reserve
from generator.render.empreintes import FIXES, sans_empreinte
from generator.render.script import joindre, minifier, modules
from generator.render.site import ARCHIVE, INDEX, LUNR
from generator.render.styles import FEUILLE

TRAVAILLEUR, MANIFESTE, ENTREE = "sw.js", "hors-ligne.json", "hors_ligne/main"
# What a page shows besides its words.
FORMES = (".css", ".js", ".svg", ".png", ".jpg", ".webp")
# What the search loads when a reader searches: heavy, and no page needs it to be read.
RECHERCHE = (INDEX, LUNR, "assets/recherche.js")
ACCUEIL, PANNEAU = "", "hors-ligne/"
# Enough signs of SHA-256 to tell a content from another.
EMPREINTE = 16


def poser(
    site: Path,
    jour: date,
    reserve: Reserve | None = None,
    *,
    archive: bool = True,
    lecture: Lecture | None = None,
) -> Lecture:
    """Add to a whole site what depends on all of it; nothing to a site whose theme has no worker.

    `lecture` is what was read of the site, when it has been; what it becomes is given back.
    """
    kept, read = reserve or Reserve(), lecture or lire_le_site(site, a_garder)
    fichiers = Fichiers.de(site, read.sommes.keys() - {TRAVAILLEUR, MANIFESTE, ARCHIVE})
    found = modules({path: fichiers[path] for path in fichiers if path.endswith(".js") and path.startswith("assets/")})
    if ENTREE not in found:
        return read
    listed = manifeste(read, jour)
    added = {MANIFESTE: listed, TRAVAILLEUR: travailleur(found, empreinte(listed), fichiers)}
    for path, content in added.items():
        (site / path).write_bytes(content)
    sums = {path: hashlib.sha256(content).hexdigest() for path, content in added.items()}
    if archive:
        with (site / ARCHIVE).open("w+b") as file:
            archiver(fichiers, jour, file, kept)
            file.seek(0)
            sums[ARCHIVE] = hashlib.file_digest(file, "sha256").hexdigest()
    kept.ranger()
    return replace(read, sommes=dict(sorted({**read.sommes, **sums}.items())))


def manifeste(lecture: Lecture, jour: date) -> bytes:
    """The files to keep by url, `regles/x/` for a page, each with its hash and its size once compressed.

    They are in the order in which they are worth keeping: the shell, the search, the pages, the versions of the past.
    """
    paths = {_url(path): path for path in lecture.poids}
    kept = sorted(paths, key=_rang)
    listed = {
        "version": VERSION,
        "etat_au": jour.isoformat(),
        "coquille": [url for url in kept if est_de_la_coquille(url)],
        "fichiers": {url: (lecture.sommes[paths[url]][:EMPREINTE], lecture.poids[paths[url]]) for url in kept},
    }
    return json.dumps(listed, separators=(",", ":")).encode()


def a_garder(path: str) -> bool:
    """True for a page, for what pages load, and for the tables that they give; not for the readable modules."""
    if path.endswith(".html"):
        return path != "404.html"
    if path.endswith((".js", ".css")):
        return path.count("/") == 1 or path.startswith((FIXES, "assets/javascripts/", "assets/stylesheets/"))
    return path.endswith((*FORMES, ".csv"))


def est_de_la_coquille(url: str) -> bool:
    """True for what every page needs to look like itself, and for the pages where one goes back to."""
    if url in (ACCUEIL, PANNEAU):
        return True
    # A drawing that stands beside one page is kept with it.
    return url.startswith("assets/") and url.endswith(FORMES) and sans_empreinte(url) not in RECHERCHE


def empreinte(content: bytes) -> str:
    """Enough of SHA-256 to tell a content from another: the browser computes the same."""
    return hashlib.sha256(content).hexdigest()[:EMPREINTE]


def travailleur(found: Mapping[str, str], version: str, fichiers: Iterable[str]) -> bytes:
    """The worker; the hash of its manifest is in it, so that it changes whenever anything does.

    It also says where the styles are, for the one page that it writes.
    """
    sheet = next((path for path in fichiers if sans_empreinte(path) == FEUILLE), FEUILLE)
    known = f'export const VERSION = "{version}";\nexport const FEUILLE = "{sheet}";\n'
    whole = joindre({**found, "hors_ligne/version": known}, ENTREE)
    return f"/* Sources lisibles : assets/hors_ligne/ */\n{minifier(whole)}\n".encode()


def _url(path: str) -> str:
    return path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path


def _rang(url: str) -> tuple[int, str]:
    ranks: Iterable[bool] = (
        est_de_la_coquille(url),
        sans_empreinte(url) in RECHERCHE,
        not url.startswith("r/") and not url.endswith("/integrer/"),
    )
    return next((rank for rank, found in enumerate(ranks) if found), 3), url
