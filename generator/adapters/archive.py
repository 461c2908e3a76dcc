"""The whole site as a folder in one file: it reads from a disk, without any server."""

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import lru_cache
from io import BytesIO

from generator import VERSION
from generator.adapters.reserve import Reserve, cle
from generator.compile.calendrier import date_longue

DOSSIER = "memento"
# What only a server, a search engine or a developer's tools ask for.
ECARTES = (".map", "sitemap.xml", "sitemap.xml.gz", "404.html")
# What zlib writes around a compressed content, and what names the way of compressing.
EN_TETE, SOMME = 2, 4
DEFLATE = f"deflate {zlib.ZLIB_RUNTIME_VERSION}".encode()
# A link to a folder; an address of another site has a colon.
_LIEN = re.compile(r' href="((?:[^"#?:]*/)?(?:\.\.?)?)(?=["#?])')
# What has no sense there: the worker, and the archive itself.
_EN_LIGNE = re.compile(r' data-hors-ligne="[^"]*"|<li data-archive>.*?</li>', re.DOTALL)

NOTICE = """\
MÉMENTO DE L'INCLUSION

État au {jour}, version {version}.

Ouvrez index.html dans un navigateur. Les pages, les calculateurs et la recherche marchent sans réseau.

Ce dossier ne se met pas à jour : vérifiez sa date avant de vous y appuyer.
Document indépendant, non officiel : seul le texte cité fait foi.

Règles et textes : Licence Ouverte 2.0. Logiciel : licence MIT.
"""


def archiver(fichiers: Mapping[str, bytes], jour: date, reserve: Reserve | None = None) -> bytes:
    """A ZIP of the files by path. The same files on the same day give the same bytes.

    What was compressed for an earlier archive is not compressed again.
    """
    kept = reserve or Reserve()
    with ThreadPoolExecutor() as pool:
        pieces = pool.map(lambda item: (*item, comprimer(item[1], kept)), _contenu(fichiers, jour))
        whole = BytesIO()
        with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
            for path, content, compressed in pieces:
                entry = zipfile.ZipInfo(f"{DOSSIER}/{path}", (jour.year, jour.month, jour.day, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.create_system, entry.external_attr = 3, 0o100644 << 16
                entry.CRC, entry.file_size, entry.compress_size = zlib.crc32(content), len(content), len(compressed)
                # `writestr` would compress: what is already compressed is laid down as it would have been.
                entry.header_offset = whole.tell()
                whole.write(entry.FileHeader(zip64=False))
                whole.write(compressed)
                archive.filelist.append(entry)
            archive.start_dir = whole.tell()
    return whole.getvalue()


def comprimer(content: bytes, reserve: Reserve) -> bytes:
    """A content as an archive holds it."""
    return reserve.obtenir(cle(DEFLATE, content), lambda: zlib.compress(content)[EN_TETE:-SOMME])


def _contenu(fichiers: Mapping[str, bytes], jour: date) -> Iterator[tuple[str, bytes]]:
    # Windows reads a text file with its own ends of line, and knows UTF-8 by its mark.
    notice = NOTICE.format(jour=date_longue(jour), version=VERSION).replace("\n", "\r\n").encode("utf-8-sig")
    yield "LISEZ-MOI.txt", notice
    for path in sorted(fichiers):
        if not path.endswith(ECARTES):
            yield path, en_dossier(fichiers[path].decode()).encode() if path.endswith(".html") else fichiers[path]


def en_dossier(html: str) -> str:
    """A page whose links name files: `../x/#y` → `../x/index.html#y`. It looks for no worker, offers no archive."""
    return _LIEN.sub(lambda match: f' href="{_nommer(match[1])}', _EN_LIGNE.sub("", html))


@lru_cache(maxsize=4096)
def _nommer(path: str) -> str:
    """The page that a server would give for a folder; an absolute path is left as it is."""
    if not path or path.startswith("/"):
        return path
    return f"{path}index.html" if path.endswith("/") else f"{path}/index.html"
