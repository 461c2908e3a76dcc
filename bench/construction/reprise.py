"""What was measured, kept in a file: a bench of several hours is run in parts, and one that was stopped goes on."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from bench.construction.chantier import RACINE
from bench.construction.mesures import Mesures
from bench.construction.poids import Poids
from bench.construction.processus import Passage

# What the figures depend on; those of another state of the repository are not ours.
MESURE = ("bench/construction", "generator", "site_theme", "mkdocs.yml")


class AutreEtat(ValueError):
    """The file was written from another state of the repository."""


def etat(racine: Path = RACINE) -> str:
    """What tells this state of the repository from another, for what is measured."""
    digest = hashlib.sha256()
    for name in MESURE:
        place = racine / name
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            kept = "__pycache__" not in path.parts and "node_modules" not in path.parts
            if kept and path.is_file():
                digest.update(f"{path.relative_to(racine).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def garder(fichier: Path, mesures: Iterable[Mesures], marque: str) -> None:
    """Write all that was measured until now; what broke is to be measured again."""
    held = [dataclasses.asdict(one) for one in mesures if not one.echec]
    draft = fichier.with_name(f"{fichier.name}.neuf")
    draft.write_text(json.dumps({"etat": marque, "mesures": held}, indent=1, ensure_ascii=False), encoding="utf-8")
    draft.replace(fichier)


def reprendre(fichier: Path, marque: str) -> list[Mesures]:
    """What was kept; nothing when there is no file. Raises AutreEtat."""
    if not fichier.is_file():
        return []
    found = json.loads(fichier.read_text(encoding="utf-8"))
    if found["etat"] != marque:
        raise AutreEtat(f"{fichier} a été mesuré sur un autre état du dépôt : effacez-le pour recommencer.")
    return [_mesures(one) for one in found["mesures"]]


def _mesures(kept: dict[str, object]) -> Mesures:
    one = Mesures(**kept)  # type: ignore[arg-type]
    one.froids, one.touches = ([Passage(**run) for run in runs] for runs in (one.froids, one.touches))  # type: ignore[arg-type]
    one.poids = Poids(**one.poids) if isinstance(one.poids, dict) else None
    return one
