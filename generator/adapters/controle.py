"""What a finished site must hold before it is published: its pages, what they link to, its sums."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from generator.adapters.fabrication import FABRICATION, lire_fabrication
from generator.adapters.sommes import ecarts, fichiers

# The links of a page as minified or not, without query or fragment; an address of another site has a colon.
LIEN = re.compile(rb'<(?:a|link|script|img|iframe|source)\s(?:[^<>]*?\s)?(?:href|src)="?([^"#?:\s<>]+)(?=["#?\s>])')
# More sentences than that say nothing more.
MONTRES = 5


class Incomplet(Exception):
    """A site that must not be published: why, in French."""


def controler(site: Path) -> int:
    """The number of pages of a site that is whole. Raises Incomplet."""
    found = frozenset(fichiers(site))
    faults = [*_pages(site, found), *_liens(site, found), *ecarts(site)]
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


def _liens(site: Path, found: frozenset[str]) -> Iterator[str]:
    """The promises of the build hold for the words of each page; here, its shell, and the files as they stand."""
    for path in sorted(found):
        if path.endswith(".html"):
            base = path.split("/")[:-1]
            for link in sorted(set(LIEN.findall((site / path).read_bytes()))):
                target = _cible(base, link.decode())
                if target is not None and target not in found and f"{target}/index.html".lstrip("/") not in found:
                    yield f"{path} mène à {link.decode()}, qui n'existe pas"


def _cible(base: list[str], link: str) -> str | None:
    """The path that a link leads to, without final slash; `..` above the site; None for one from the root of a host."""
    if link.startswith("/"):
        return None
    parts = list(base)
    for part in unquote(link).split("/") if "%" in link else link.split("/"):
        if part == "..":
            if not parts:
                return ".."
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
