"""Our search, Material's and Pagefind's: the same pages, the same queries, the same browser, one run.

python -m bench.recherche.mesurer [--site DOSSIER] [--requetes FICHIER] [--bref] > tableau.md

With --bref, under a minute: enough to see that it runs, not to judge; promises are not held against it.
"""

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser

from bench.recherche import nous, sites
from bench.recherche.grand import agrandir
from bench.recherche.materiel import Materiel
from bench.recherche.mesures import TAPEES, Mesures, Vitesse, mesurer, vitesse
from bench.recherche.moteurs import Moteur
from bench.recherche.pagefind import Pagefind
from bench.recherche.promesses import non_tenues
from bench.recherche.requetes import Requete, echantillon, essayer, introuvables, lire
from bench.recherche.serveur import servir
from bench.recherche.tableau import tableau
from tests.navigateur import ouvrir

REQUETES = sites.RACINE / "tests/recherche/requetes.yaml"
GRAND, GRAND_BREF, BREF = 5_000, 300, 6

# An engine and the folder of the site that it searches.
Monte = tuple[Moteur, Path]


def main() -> int:
    options = _options()
    requetes = lire(options.requetes)
    if options.bref:
        requetes = echantillon(requetes, BREF)
    with tempfile.TemporaryDirectory(prefix="banc-recherche-") as name:
        ours = options.site or _notre_site(Path(name) / "nous")
        missing = introuvables(requetes, ours)
        if missing:
            raise SystemExit(f"Le site n'a pas les pages attendues : {', '.join(missing)}")
        engines = _preparer(Path(name), ours)
        big = _preparer_le_grand(Path(name), ours, GRAND_BREF if options.bref else GRAND)
        with ouvrir() as browser:
            measured = [_mesurer(browser, engine, site, requetes) for engine, site in engines]
            typed = [requete.texte for requete in echantillon(requetes, TAPEES)]
            speeds = {one.nom: one.vitesse for one in measured}
            speeds |= _presser(browser, [(nous.Dialogue(), ours)], typed)
            bigger = _presser(browser, big, typed)
            chromium = browser.version
    tried = [essayer(requetes, one.trouvees) for one in measured]
    print(tableau(date.today(), chromium, measured, tried, speeds, bigger))
    for asked, one in zip(requetes, tried[0], strict=True):
        if one.rang is None or one.rang > one.voulu:
            _dire(f"Mal servie par le mémento : « {asked.texte} », rang {one.rang or 'au-delà de 10'}.")
    shown = (speeds[nous.Nous.nom], speeds[nous.Dialogue.nom])
    broken = list(non_tenues(tried[0], measured[0].poids.index, shown, bigger[nous.Nous.nom]))
    for promise in broken:
        _dire(promise)
    return 1 if broken and not options.bref else 0


def _notre_site(cible: Path) -> Path:
    _dire("Construction de notre site …")
    sites.construire_le_notre(cible)
    return cible


def _preparer(dossier: Path, notre: Path) -> tuple[Monte, ...]:
    """The three sites, ours first."""
    material, pagefind = dossier / "materiel", dossier / "pagefind"
    _dire("Construction du site de Material …")
    sites.construire_materiel(material)
    _dire("Index de Pagefind …")
    sites.copier_pour_pagefind(notre, pagefind)
    return (nous.Nous(), notre), (Materiel(), material), (Pagefind(), pagefind)


def _preparer_le_grand(dossier: Path, site: Path, nombre: int) -> tuple[Monte, ...]:
    """The same synthetic entries, for our index and for Pagefind."""
    _dire(f"{nombre} pages de synthèse …")
    ours, theirs = dossier / "grand-nous", dossier / "grand-pagefind"
    agrandir(nombre, site, ours, theirs)
    return (nous.Nous(), ours), (Pagefind(), theirs)


def _mesurer(navigateur: Browser, moteur: Moteur, site: Path, requetes: Sequence[Requete]) -> Mesures:
    _dire(f"{moteur.nom} …")
    with servir(site) as host:
        return mesurer(navigateur, moteur, host, requetes)


def _presser(navigateur: Browser, montes: Sequence[Monte], textes: Sequence[str]) -> Mapping[str, Vitesse]:
    speeds = {}
    for engine, site in montes:
        _dire(f"{engine.nom}, {site.name}, touche par touche …")
        with servir(site) as host:
            speeds[engine.nom] = vitesse(navigateur, engine, host, textes)
    return speeds


def _dire(text: str) -> None:
    print(text, file=sys.stderr)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Mesure trois recherches sur les mêmes pages et les mêmes requêtes.")
    parser.add_argument("--site", type=Path, help="notre site déjà construit (par défaut : construit ici)")
    parser.add_argument("--requetes", type=Path, default=REQUETES, help="requêtes et pages attendues")
    parser.add_argument("--bref", action="store_true", help="quelques requêtes, quelques pages : voir que tout marche")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
