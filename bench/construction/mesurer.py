"""Our construction and the others': the same pages, one machine, one run.

python -m bench.construction.mesurer [--pages 100,1000] [--moteurs nous,material-elague] … > tableau.md

Status 1 when a promise is not held or an engine fails; a size or an engine left out leaves its promises « non
mesurées ». With --reprendre FICHIER, what the file holds is not measured again, and what is measured is added to it:
the report is that of all the parts.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from bench.construction import servir
from bench.construction.chantier import Chantier, ouvrir
from bench.construction.mesures import Echec, Mesures, mot, passer
from bench.construction.moteurs import MOTEURS, Moteur, installer
from bench.construction.promesses import COMPARES, NOUS, promesses
from bench.construction.reprise import AutreEtat, etat, garder, reprendre
from bench.construction.tableau import tableau
from bench.recherche.nombres import decimal, entier

TAILLES = (100, 1_000, 5_000, 20_000)
# Up to this size, as many runs as PASSAGES[0], and the server; beyond, one run, and no server.
PETITE = 1_000
# Up to this size, a rule is changed: beyond, one construction is long enough.
CHANGEE = 5_000
# How many times a change is awaited from the server.
VUES = 3
# Up to PETITE, beyond, and of the two that are compared at PETITE, one after the other: no machine is as quick at one
# minute as at another.
PASSAGES = (3, 1, 7)
DELAI = 1_200


def main() -> int:
    options = _options()
    engines = [engine for engine in MOTEURS if engine.code in options.moteurs]
    mark = etat()
    try:
        kept = reprendre(options.reprendre, mark) if options.reprendre else []
    except AutreEtat as error:
        raise SystemExit(str(error)) from None
    results = {(one.moteur, one.taille): one for one in kept}
    installer()
    # On the disk of the repository: what is built may be larger than a temporary file system in memory.
    with tempfile.TemporaryDirectory(prefix="banc-construction-", dir=options.dossier) as name:
        for size in options.pages:
            todo = [engine for engine in engines if (engine.code, size) not in results]
            if not todo:
                continue
            _dire(f"{entier(size)} pages de synthèse …")
            site = ouvrir(Path(name, str(size)), size)
            for one in _mesurer(site, size, todo, options):
                results[one.moteur, size] = one
            if options.reprendre:
                garder(options.reprendre, results.values(), mark)
    told = list(promesses(results))
    measured = [engine for engine in MOTEURS if any(code == engine.code for code, _ in results)]
    print(tableau(date.today(), measured, results, told, options.passages))
    for promise in told:
        _dire(promise.phrase)
    failed = any(one.echec for one in results.values()) or any(promise.tenue is False for promise in told)
    return 1 if failed else 0


def _mesurer(chantier: Chantier, taille: int, moteurs: Sequence[Moteur], options: argparse.Namespace) -> list[Mesures]:
    """Every engine, in turn, as many times as the size deserves."""
    today = date.today().isoformat()
    held = [(engine, Mesures(engine.code, taille, chantier.pages, options.delai, jour=today)) for engine in moteurs]
    for engine, one in held:
        if engine.limite is not None and taille > engine.limite:
            one.absent = f"non lancé : {engine.raison}"
    runs = {engine.code: _passages(engine.code, taille, options.passages) for engine in moteurs}
    for turn in range(max(runs.values())):
        for engine, one in sorted(held, key=lambda pair: pair[0].code not in COMPARES):
            if one.absent or turn >= runs[engine.code]:
                continue
            try:
                passer(engine, chantier, one, changer=taille <= CHANGEE)
                told = _bref(one)
            except Echec as error:
                # The others are measured all the same: the bench fails at its end.
                one.abandonner()
                told = str(error)
            _dire(f"{engine.nom}, {entier(chantier.pages)} pages, passage {turn + 1} : {told}")
    if taille <= PETITE:
        for engine, one in held:
            # What is served does not depend on what is built.
            if engine.code == NOUS and not one.coupe and not one.absent:
                words = [mot(rank) for rank in range(VUES)]
                one.visible += servir.visible_en(chantier, words, chantier.dossier / "servir.log", options.delai)
    return [one for _, one in held]


def _passages(code: str, taille: int, passages: Sequence[int]) -> int:
    """How many times an engine is run at a size."""
    few, beyond, compared = passages
    if taille > PETITE:
        return beyond
    return compared if taille == PETITE and code in COMPARES else few


def _bref(one: Mesures) -> str:
    if one.coupe:
        return f"plus de {entier(one.delai)} s"
    cold = one.froids[-1]
    told = f"{decimal(cold.duree)} s (processeur {decimal(cold.processeur)} s, {entier(cold.memoire / 1e6)} Mo)"
    return f"{told}, puis {decimal(one.touches[-1].duree)} s pour une règle" if one.touches else told


def _dire(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _liste(de: Callable[[str], object], admis: Sequence[object] | None = None) -> Callable[[str], list[object]]:
    def lire(text: str) -> list[object]:
        values = [de(piece) for piece in text.split(",")]
        unknown = [value for value in values if admis is not None and value not in admis]
        if unknown:
            known = ", ".join(map(str, admis or ()))
            raise argparse.ArgumentTypeError(f"inconnu : {unknown[0]} ; au choix : {known}")
        return values

    return lire


def _options() -> argparse.Namespace:
    codes = [engine.code for engine in MOTEURS]
    parser = argparse.ArgumentParser(description="Mesure plusieurs constructions des mêmes pages.")
    parser.add_argument("--pages", type=_liste(int), default=list(TAILLES), help="tailles, séparées par des virgules")
    parser.add_argument("--moteurs", type=_liste(str, codes), default=codes, help=f"parmi {', '.join(codes)}")
    help = "passages jusqu’à 1 000 pages, puis au-delà, puis de ceux que la promesse compare (par défaut : 3,1,7)"
    parser.add_argument("--passages", type=_liste(int), default=list(PASSAGES), help=help)
    parser.add_argument("--delai", type=float, default=DELAI, help="secondes au bout desquelles un passage est coupé")
    help = "fichier où garder ce qui est mesuré, et qui dispense de mesurer ce qu’il contient"
    parser.add_argument("--reprendre", type=Path, metavar="FICHIER", help=help)
    parser.add_argument("--dossier", type=Path, help="où travailler (par défaut : le dossier temporaire)")
    options = parser.parse_args()
    # What is not said is as what is said first.
    options.passages = [*options.passages, *options.passages[:1] * 2][:3]
    return options


if __name__ == "__main__":
    sys.exit(main())
