"""build.json: what a site was made from, so that it can be made again and compared; nothing of the machine."""

import hashlib
import json
import os
import platform
import stat
import subprocess
import zlib
from collections.abc import Mapping
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator import VERSION
from generator.adapters.sommes import SOMMES, en_lignes, sommer
from generator.pipeline import Build
from generator.render.site import FABRICATION

__all__ = ["FABRICATION", "GENERATEUR", "fabrication", "lire_fabrication", "resceller", "sceller"]

GENERATEUR = "memento-inclusion"
# What a site is made from: the words, the law, the look, the published addresses, the settings of the engine.
SOURCES = ("content", "mkdocs.yml", "rules", "site_theme", "urls.lock")
# What changes the bytes of a site when it changes.
OUTILS = ("brotli", "markdown", "mkdocs", "mkdocs-material", "typst")
COMPTES = ("regles", "parametres", "calculateurs", "sources", "mesures", "pratiques")
# A published site is read by all, and written by who made it, whatever the mask of the process.
MODE_DE_DOSSIER, MODE_DE_FICHIER = 0o755, 0o644


def fabrication(built: Build, root: Path, jour: date, brouillon: str | None = None) -> dict[str, Any]:
    """What is known of a site before it is written."""
    commit = _git(root, "rev-parse", "--verify", "HEAD")
    state = None if commit is None else _git(root, "status", "--porcelain", "--", ".")
    return {
        "generateur": GENERATEUR,
        "version": VERSION,
        "commit": commit,
        "modifie": None if state is None else bool(state),
        "etat_au": jour.isoformat(),
        "brouillon": brouillon,
        "documents": not (built.site and built.site.absents),
        "pages": len(built.site.pages) if built.site else 0,
        "contenu": {name: len(getattr(built.base, name)) for name in COMPTES},
        "outils": {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
        | {name: version(name) for name in OUTILS},
        "sources_sha256": hashlib.sha256(en_lignes(_sources(root))).hexdigest(),
    }


def sceller(site: Path, fait: Mapping[str, Any], sommes: Mapping[str, str] | None = None) -> Mapping[str, str]:
    """Once a site is written to the last file: its modes, its build.json, its SHA256SUMS. Nothing may follow.

    The sum of the whole is that of the lines of SHA256SUMS without the line of build.json, which holds it. `sommes` are
    those of its files, when they are known; all of them are given back.
    """
    (site / FABRICATION).unlink(missing_ok=True)
    sums = {path: value for path, value in (sommes or sommer(site)).items() if path != FABRICATION}
    whole = {
        **fait,
        "fichiers": len(sums),
        "octets": sum(os.stat(os.path.join(site, path)).st_size for path in sums),
        "site_sha256": hashlib.sha256(en_lignes(sums)).hexdigest(),
    }
    content = f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n".encode()
    (site / FABRICATION).write_bytes(content)
    sums[FABRICATION] = hashlib.sha256(content).hexdigest()
    sums = dict(sorted(sums.items()))
    (site / SOMMES).write_bytes(en_lignes(sums))
    _moder(site)
    return sums


def resceller(site: Path) -> None:
    """Seal again a site to which files were added since; what it was made from stays as it was said."""
    sceller(site, lire_fabrication(site) or {})


def lire_fabrication(site: Path) -> Mapping[str, Any] | None:
    """What a folder says that it was made from; None when it was not made by us."""
    try:
        found = json.loads((site / FABRICATION).read_bytes())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and found.get("generateur") == GENERATEUR else None


def _sources(root: Path) -> dict[str, str]:
    """The sums of what a site is made from, by path; hidden files, which nothing reads, left out."""
    sums: dict[str, str] = {}
    for name in SOURCES:
        place = root / name
        if place.is_dir():
            found = sommer(place)
            sums |= {f"{name}/{path}": value for path, value in found.items() if not _cache(path)}
        elif place.is_file():
            sums[name] = hashlib.sha256(place.read_bytes()).hexdigest()
    return dict(sorted(sums.items()))


def _cache(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))


def _git(root: Path, *words: str) -> str | None:
    """What git answers of the repository that `root` is in; None when it is in none, or when there is no git."""
    # A hook names its own repository to the processes that it starts: it may be another one. Nothing is written in it.
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own["GIT_OPTIONAL_LOCKS"] = "0"
    try:
        done = subprocess.run(
            ("git", "-C", str(root), *words), capture_output=True, text=True, check=False, env=own, timeout=60
        )
    except (FileNotFoundError, PermissionError):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _moder(site: Path) -> None:
    """Give every folder and every file its mode, where it has another."""
    for folder, _, names in os.walk(site):
        for place in (folder, *(os.path.join(folder, name) for name in names)):
            found = os.lstat(place).st_mode
            wanted = MODE_DE_DOSSIER if stat.S_ISDIR(found) else MODE_DE_FICHIER
            if not stat.S_ISLNK(found) and stat.S_IMODE(found) != wanted:
                os.chmod(place, wanted)
