"""The results of a tour, as the page « Accessibilité » tells them: the end of `rules/audit.yaml`, never typed by hand.

python tests/lecteurs/essai.py        (« make accessibilite »)
"""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

ICI = Path(__file__).parent
RACINE = ICI.parents[1]
if __name__ == "__main__":
    sys.path[:0] = [str(ICI), str(ICI.parent), str(RACINE)]

import yaml  # noqa: E402
from etats import COUVERTURES, ETATS, JUGEMENTS, TYPES  # noqa: E402
from lecture import Lecture  # noqa: E402
from petit_memento import petit_memento  # noqa: E402
from serveur import servir  # noqa: E402
from tournee import Releve, tournee  # noqa: E402

from generator.adapters.construction import construire_dans  # noqa: E402
from generator.model import Epreuve  # noqa: E402

AUDIT = RACINE / "rules" / "audit.yaml"
MARQUE = "# À partir d’ici, écrit par « make accessibilite » après un essai : rien ne s’y change à la main.\n"


def petit_site(folder: Path) -> Path:
    """A small draft, with a page of each kind of content: it shows what the real site does not have."""
    root = petit_memento(folder / "memento", surcouche=ICI.parent / "corpus/valides/tous-les-genres")
    shutil.copytree(RACINE / "site_theme", root / "site_theme", dirs_exist_ok=True)
    shutil.copy(RACINE / "mkdocs.yml", root / "mkdocs.yml")
    construire_dans(root, folder / "site", "essai")
    return folder / "site"


def pages(dossier: Path) -> Iterator[tuple[str, Lecture]]:
    """Every page of the built site, read."""
    for path in sorted(dossier.rglob("*.html")):
        yield path.relative_to(dossier).as_posix(), Lecture(path.read_text(encoding="utf-8"))


def fautes_des_pages(lues: Mapping[str, Lecture]) -> list[str]:
    """What is wrong in the code of the pages; two pages never have the same title."""
    found = [f"{url} : {faute}" for url, page in lues.items() for faute in page.fautes()]
    titles: dict[str, str] = {}
    for url, page in lues.items():
        # A page that sends elsewhere bears the title of the page where it sends.
        if any("data-vers" in attributes for attributes in page.toutes("script")):
            continue
        if page.titre in titles:
            found.append(f"{url} : le titre est celui de {titles[page.titre]}")
        titles[page.titre] = url
    return found


def dire(releve: Releve, nombre_de_pages: int, fautes: int, jour: date) -> dict[str, Any]:
    """The field `essai` of the file."""
    epreuves = [
        {"epreuve": name, "vus": len(releve.vus[name]), "defauts": len(releve.fautes[name])}
        for name in map(str, Epreuve)
        if name in releve.vus
    ]
    return {
        "outil": "axe-core",
        "version": version_attendue(),
        "navigateur": releve.navigateur,
        "le": jour,
        "types": [one.nom for one in TYPES],
        "etats": [one.nom for one in ETATS],
        "presentations": [one.nom for pair in COUVERTURES for one in pair],
        "epreuves": [*epreuves, {"epreuve": "pages", "vus": nombre_de_pages, "defauts": fautes}],
        "indecis": [
            {"cas": JUGEMENTS[key][0], "reponse": JUGEMENTS[key][1]}
            for key in JUGEMENTS
            if key in {(rule, reason) for rule, reason, _ in releve.indecis}
        ],
    }


def version_attendue() -> str:
    package = json.loads((ICI / "axe" / "package.json").read_text(encoding="utf-8"))
    return str(package["dependencies"]["axe-core"])


def ecrire(essai: dict[str, Any]) -> None:
    kept = AUDIT.read_text(encoding="utf-8").partition(MARQUE)[0]
    text = yaml.safe_dump({"essai": essai}, allow_unicode=True, sort_keys=False, width=110)
    AUDIT.write_text(kept + MARQUE + text, encoding="utf-8")


def faire() -> int:
    """Build, go round, write; status 1 when something is wrong, which is told and not written."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        construire_dans(RACINE, folder / "vrai")
        small = petit_site(folder / "petit")
        with servir(folder / "vrai") as real, servir(small) as draft:
            releve = tournee({"vrai": real, "brouillon": draft})
        lues = dict(pages(folder / "vrai"))
    wrong = [*fautes_des_pages(lues), *(line for lines in releve.fautes.values() for line in lines)]
    wrong += [f"à juger : {line}" for line in sorted(releve.indecis) if line[:2] not in JUGEMENTS]
    if wrong:
        print("\n".join(wrong), file=sys.stderr)
        return 1
    ecrire(dire(releve, len(lues), 0, date.today()))
    print(f"{AUDIT} dit l’essai du jour.")
    return 0


if __name__ == "__main__":
    sys.exit(faire())
