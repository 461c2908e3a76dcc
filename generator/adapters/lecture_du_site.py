"""A site read from end to end, once: to be read without network, sealed, and controlled."""

import os
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import brotli

from generator.adapters.a_plusieurs import a_plusieurs
from generator.adapters.sommes import SOMMES, fichiers

# The links of a page as minified or not, without query or fragment; an address of another site has a colon.
LIEN = re.compile(rb'<(?:a|link|script|img|iframe|source)\s[^<>]*?(?<=\s)(?:href|src)="?([^"#?:\s<>]+)(?=["#?\s>])')
# The least of brotli, in a third of the time that it takes gzip: the whole travels lighter than what is told.
NIVEAU = 0


class Perdu(NamedTuple):
    """A link of a page to what was not there when it was read."""

    page: str
    lien: str
    cible: str


@dataclass(frozen=True, slots=True)
class Lecture:
    """The SHA-256 of each file by path, sorted; how much those that were weighed are once compressed."""

    sommes: Mapping[str, str]
    poids: Mapping[str, int]
    perdus: tuple[Perdu, ...]


def lire_le_site(site: Path, a_peser: Callable[[str], bool] = lambda _: False) -> Lecture:
    """What a folder holds, but for the list of its sums."""
    found = frozenset(fichiers(site)) - {SOMMES}
    paths = sorted(found)
    read = list(zip(paths, a_plusieurs(partial(_lire, site, found, a_peser), paths), strict=True))
    return Lecture(
        {path: value for path, (value, _, _) in read},
        {path: weight for path, (_, weight, _) in read if weight is not None},
        tuple(lost for _, (_, _, links) in read for lost in links),
    )


def existe(cible: str, found: frozenset[str]) -> bool:
    """True for a file, and for a folder that has a page."""
    return cible in found or f"{cible}/index.html".lstrip("/") in found


def _lire(
    site: Path, found: frozenset[str], a_peser: Callable[[str], bool], path: str
) -> tuple[str, int | None, list[Perdu]]:
    with open(os.path.join(site, path), "rb") as file:
        content = file.read()
    weight = len(brotli.compress(content, quality=NIVEAU)) if a_peser(path) else None
    lost = list(_perdus(path, content, found)) if path.endswith(".html") else []
    return sha256(content).hexdigest(), weight, lost


def _perdus(path: str, content: bytes, found: frozenset[str]) -> Iterator[Perdu]:
    """The promises of the build hold for the words of each page; here, its shell, and the files as they stand."""
    base = path.split("/")[:-1]
    for link in sorted(set(LIEN.findall(content))):
        target = _cible(base, link.decode())
        if target is not None and not existe(target, found):
            yield Perdu(path, link.decode(), target)


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
