"""What a finished site must hold before it is published: its pages, what they link to, its sums."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

from generator.adapters.a_plusieurs import a_plusieurs
from generator.adapters.fabrication import FABRICATION, lire_fabrication
from generator.adapters.sommes import SOMMES, ecarts, fichiers

# The links of a page as minified or not, without query or fragment; an address of another site has a colon.
LIEN = re.compile(rb'<(?:a|link|script|img|iframe|source)\s(?:[^<>]*?\s)?(?:href|src)="?([^"#?:\s<>]+)(?=["#?\s>])')
# More sentences than that say nothing more.
MONTRES = 5


class Incomplet(Exception):
    """A site that must not be published: why, in French."""


@dataclass(frozen=True, slots=True)
class Lecture:
    """A site read from end to end: the SHA-256 of each file by path, sorted, and what leads to nothing, in French."""

    sommes: Mapping[str, str]
    perdus: tuple[str, ...]


def lire_le_site(site: Path) -> Lecture:
    """What a site holds, sealed or not."""
    found = frozenset(fichiers(site))
    paths = sorted(found - {SOMMES})
    known = found | {FABRICATION, SOMMES}
    read = dict(zip(paths, a_plusieurs(partial(_lire, site, known), paths), strict=True))
    lost = (f"{path} mène à {link}, qui n'existe pas" for path, (_, links) in read.items() for link in links)
    return Lecture({path: value for path, (value, _) in read.items()}, tuple(lost))


def controler(site: Path, lecture: Lecture | None = None) -> int:
    """The number of pages of a site that is whole. Raises Incomplet.

    What it holds is read again, unless `lecture` is what was read of it as it was sealed.
    """
    read = lecture or lire_le_site(site)
    found = frozenset(fichiers(site))
    sums = {path: read.sommes.get(path, "") for path in sorted(found - {SOMMES})}
    faults = [*_pages(site, found), *read.perdus, *ecarts(site, sums)]
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


def _lire(site: Path, found: frozenset[str], path: str) -> tuple[str, list[str]]:
    """The SHA-256 of a file, and those of its links that lead to nothing.

    The promises of the build hold for the words of each page; here, its shell, and the files as they stand.
    """
    content = (site / path).read_bytes()
    return sha256(content).hexdigest(), list(_perdus(path, content, found)) if path.endswith(".html") else []


def _perdus(path: str, content: bytes, found: frozenset[str]) -> Iterator[str]:
    base = path.split("/")[:-1]
    for link in sorted(set(LIEN.findall(content))):
        target = _cible(base, link.decode())
        if target is not None and target not in found and f"{target}/index.html".lstrip("/") not in found:
            yield link.decode()


def _cible(base: list[str], link: str) -> str | None:
    """The path that a link leads to, without final slash; `..` above the site; None for one from the root of a host."""
    if link.startswith("/"):
        return None
    parts = list(base)
    for part in (unquote(link) if "%" in link else link).split("/"):
        if part == "..":
            if not parts:
                return ".."
            parts.pop()
        elif part not in ("", "."):
            parts.append(part)
    return "/".join(parts)
