"""What a finished site must hold before it is published: its pages, what they link to, its sums."""

from collections.abc import Iterator
from pathlib import Path

from generator.adapters.fabrication import FABRICATION, lire_fabrication
from generator.adapters.lecture_du_site import Lecture, existe, lire_le_site
from generator.adapters.sommes import SOMMES, ecarts, fichiers

# More sentences than that say nothing more.
MONTRES = 5


class Incomplet(Exception):
    """A site that must not be published: why, in French."""


def controler(site: Path, lecture: Lecture | None = None) -> int:
    """The number of pages of a site that is whole. Raises Incomplet.

    What it holds is read again, unless `lecture` is what was read of it as it was sealed.
    """
    read = lecture or lire_le_site(site)
    found = frozenset(fichiers(site))
    sums = {path: read.sommes.get(path, "") for path in sorted(found - {SOMMES})}
    lost = [lost for lost in read.perdus if not existe(lost.cible, found)]
    links = (f"{page} mène à {link}, qui n'existe pas" for page, link, _ in lost)
    faults = [*_pages(site, found), *links, *ecarts(site, sums)]
    if faults:
        more = [f"et {len(faults) - MONTRES} autres"] if len(faults) > MONTRES else []
        raise Incomplet(" ; ".join([*faults[:MONTRES], *more]))
    return sum(path.endswith(".html") for path in found)


def _pages(site: Path, found: frozenset[str]) -> Iterator[str]:
    fait = lire_fabrication(site)
    if fait is None:
        yield f"{FABRICATION} manque ou ne se lit pas"
        return
    pages = sum(path.rpartition("/")[2] == "index.html" for path in found)
    if pages != fait["pages"]:
        yield f"{pages} pages sont écrites, {fait['pages']} étaient faites"
