"""What every server must say of every file, whatever the words of its configuration."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.adapters.entetes import CADRE, ENTETES, empreintes_du_site, politique
from generator.render.empreintes import FIXES

ECRIT = "Écrit par « memento deploiement » : ne pas modifier à la main."
# Folders whose every file has a name that carries its content: ours, and those of the theme.
IMMUABLES = (FIXES, "assets/javascripts/")
UN_AN = "public, max-age=31536000, immutable"
# Asked again each time, and answered by 304 when it has not changed.
REDEMANDE = "no-cache"
PERDUE = "404.html"
# What follows a url from the root, in the regular expressions of servers.
CADRES = f"^/{CADRE.pattern}$"


@dataclass(frozen=True, slots=True)
class Reponses:
    """`communs` are said of every file; one policy for the pages that others may frame, one for all else.

    `dossiers` and `pages` are what stands at the root of the site, for hosts that know no regular expression.
    """

    communs: Mapping[str, str]
    politique: str
    politique_des_cadres: str
    dossiers: tuple[str, ...]
    pages: tuple[str, ...]


def reponses_du_site(site: Path) -> Reponses:
    """The answers that the pages of a built site need."""
    hashes = empreintes_du_site(site)
    return Reponses(
        communs=ENTETES,
        politique=politique(hashes, cadre=False),
        politique_des_cadres=politique(hashes, cadre=True),
        dossiers=tuple(sorted(path.name for path in site.iterdir() if (path / "index.html").is_file())),
        pages=tuple(sorted(path.name for path in site.glob("*.html") if path.name not in ("index.html", PERDUE))),
    )
