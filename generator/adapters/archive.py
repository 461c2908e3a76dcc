"""The whole site as a folder in one file: it reads from a disk, without any server."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from functools import lru_cache, partial
from importlib.resources import files
from itertools import chain
from typing import IO

from generator import VERSION
from generator.adapters.fichiers import Fichiers, au_fil
from generator.adapters.reserve import Reserve, cle
from generator.compile.calendrier import date_longue

DOSSIER = "memento"
# What only a server, a search engine or a developer's tools ask for.
ECARTES = (".map", "sitemap.xml", "sitemap.xml.gz", "404.html")
# What zlib writes around a compressed content, and what names the way of compressing.
EN_TETE, SOMME = 2, 4
DEFLATE = f"deflate {zlib.ZLIB_RUNTIME_VERSION}".encode()
# What is kept of a file: its sum, its size, then what it becomes once compressed.
ENTREE = struct.Struct(">IQ")
# A link to a folder; an address of another site has a colon.
_LIEN = re.compile(r' href="((?:[^"#?:]*/)?(?:\.\.?)?)(?=["#?])')
# What has no sense there: the worker, and the archive itself.
_EN_LIGNE = re.compile(r' data-hors-ligne="[^"]*"|<li data-archive>.*?</li>', re.DOTALL)
# What a page of the archive is made with: another way makes another page.
FACON = files("generator.adapters").joinpath("archive.py").read_bytes() + DEFLATE

NOTICE = """\
MÉMENTO DE L'INCLUSION

État au {jour}, version {version}.

Ouvrez index.html dans un navigateur. Les pages, les calculateurs et la recherche marchent sans réseau.

Ce dossier ne se met pas à jour : vérifiez sa date avant de vous y appuyer.
Document indépendant, non officiel : seul le texte cité fait foi.

Règles et textes : Licence Ouverte 2.0. Logiciel : licence MIT.
"""


def archiver(fichiers: Fichiers, jour: date, vers: IO[bytes], reserve: Reserve | None = None) -> None:
    """Write in `vers` a ZIP of the files. The same files on the same day give the same bytes.

    What was compressed for an earlier archive is not compressed again, nor read. One file at a time is in memory.
    """
    kept = reserve or Reserve()
    with zipfile.ZipFile(vers, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, member in chain([_notice(jour)], au_fil(partial(_membre, fichiers, kept), _gardes(fichiers))):
            entry = zipfile.ZipInfo(f"{DOSSIER}/{path}", (jour.year, jour.month, jour.day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.CRC, entry.file_size = ENTREE.unpack_from(member)
            entry.compress_size = len(member) - ENTREE.size
            # `writestr` would compress: what is already compressed is laid down as it would have been.
            entry.header_offset = vers.tell()
            vers.write(entry.FileHeader(zip64=False))
            vers.write(memoryview(member)[ENTREE.size :])
            archive.filelist.append(entry)
        archive.start_dir = vers.tell()


def _gardes(fichiers: Fichiers) -> Iterator[str]:
    return (path for path in fichiers if not path.endswith(ECARTES))


def _membre(fichiers: Fichiers, reserve: Reserve, path: str) -> tuple[str, bytes]:
    """A file as an archive holds it, its sum and its size before it."""
    page = path.endswith(".html")
    key = cle(FACON, b"page" if page else b"", fichiers.sha256(path))

    def faire() -> bytes:
        return _comprimer(en_dossier(fichiers[path].decode()).encode() if page else fichiers[path])

    return path, reserve.obtenir(key, faire)


def _comprimer(content: bytes) -> bytes:
    return ENTREE.pack(zlib.crc32(content), len(content)) + zlib.compress(content)[EN_TETE:-SOMME]


def _notice(jour: date) -> tuple[str, bytes]:
    # Windows reads a text file with its own ends of line, and knows UTF-8 by its mark.
    notice = NOTICE.format(jour=date_longue(jour), version=VERSION).replace("\n", "\r\n")
    return "LISEZ-MOI.txt", _comprimer(notice.encode("utf-8-sig"))


def en_dossier(html: str) -> str:
    """A page whose links name files: `../x/#y` → `../x/index.html#y`. It looks for no worker, offers no archive."""
    return _LIEN.sub(lambda match: f' href="{_nommer(match[1])}', _EN_LIGNE.sub("", html))


@lru_cache(maxsize=4096)
def _nommer(path: str) -> str:
    """The page that a server would give for a folder; an absolute path is left as it is."""
    if not path or path.startswith("/"):
        return path
    return f"{path}index.html" if path.endswith("/") else f"{path}/index.html"
