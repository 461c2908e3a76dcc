"""What the bench of the calculators runs: our programs, the same rules for publicodes, and the same situations.

Written in JSON on the standard output: situations are drawn from a fixed seed, complete, within the declared bounds.
"""

import gzip
import json
import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

import minify

from generator.compile import Program, lire_situation
from generator.compile.essai import programme_d_essai
from generator.load import load_assets
from generator.model import Entree, Etape, TypeEntree
from generator.pipeline import compile_rules
from generator.render.exports import exporter_publicodes
from generator.render.exports.publicodes import situation_publicodes
from generator.render.script import SCRIPT, scripts
from generator.resolve import KnowledgeBase

RACINE = Path(__file__).parents[2]
PUBLICODES = RACINE / "tests/exports/publicodes/node_modules/publicodes/dist/index.js"
JOUR = date(2024, 12, 1)
CALCULATEURS = ("cdi-inclusion", "aide-au-poste", "aci-taux-commercialisation")
SITUATIONS, GRAINE, GRAND = 2_000, 20_260_821, 10_000_000


def main() -> None:
    built = compile_rules(RACINE)
    programs = {program.id: program for program in built.programs}
    seuil = _essai("seuil", "recettes / (charges + amortissements) < 30 %", ("recettes", "charges", "amortissements"))
    arrondi = _essai("arrondi", "arrondi(montant * taux, 0,01 €)", ("montant",), ("taux",))
    json.dump(
        {
            "jour": JOUR.isoformat(),
            "poids": _poids(),
            "calculateurs": [_dossier(built.base, programs[name]) for name in CALCULATEURS],
            "seuil": {"programme": dict(seuil.json), "texte": _texte(seuil)},
            "arrondi": {"programme": dict(arrondi.json), "texte": _texte(arrondi)},
        },
        sys.stdout,
    )


def _poids() -> dict[str, int]:
    """Bytes gzipped of what a page loads: our runtime with its form; publicodes, without any form, minified alike."""
    theirs = minify.string("application/javascript", PUBLICODES.read_text(encoding="utf-8")).encode()
    return {
        "nous": len(gzip.compress(scripts(load_assets(RACINE))[SCRIPT], 9)),
        "publicodes": len(gzip.compress(theirs, 9)),
    }


def _dossier(base: KnowledgeBase, program: Program) -> dict[str, Any]:
    made = exporter_publicodes(base, program, JOUR)
    if made.omis:
        raise SystemExit(f"{program.id} ne s'exporte pas en entier : {made.omis}")
    draw = random.Random(GRAINE)
    situations = [_situation(program, draw) for _ in range(SITUATIONS)]
    return {
        "id": program.id,
        "programme": dict(program.json),
        "texte": made.texte,
        "situations": situations,
        "situations_publicodes": [situation_publicodes(lire_situation(program, one)) for one in situations],
    }


def _situation(program: Program, draw: random.Random) -> dict[str, str]:
    return {entree["nom"]: _reponse(entree, draw) for entree in program.json["entrees"]}


def _reponse(entree: dict[str, Any], draw: random.Random) -> str:
    """One answer as it is typed."""
    match entree["type"]:
        case "booleen":
            return draw.choice(("oui", "non"))
        case "choix":
            return str(draw.choice(entree["options"])["code"])
        case "date":
            return f"{draw.randint(2019, 2026)}-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}"
    scale = 100 if entree["unite"] == "%" else 1
    low, high = (float(_fraction(entree[key], default)) * scale for key, default in (("min", 0), ("max", GRAND)))
    value = draw.randint(int(low), int(high)) if entree["entier"] else round(draw.uniform(low, high), 2)
    return str(value).replace(".", ",")


def _fraction(text: str | None, default: int) -> float:
    if text is None:
        return default
    top, _, bottom = text.partition("/")
    return int(top) / int(bottom or 1)


def _essai(name: str, formule: str, euros: tuple[str, ...], taux: tuple[str, ...] = ()) -> Program:
    entrees = [Entree(nom=one, libelle=one, type=TypeEntree.NOMBRE, unite="€") for one in euros]
    entrees += [Entree(nom=one, libelle=one, type=TypeEntree.NOMBRE, unite="%") for one in taux]
    return programme_d_essai(name, [Etape(nom="resultat", libelle="Résultat", formule=formule)], entrees).value[0]


def _texte(program: Program) -> str:
    return exporter_publicodes(KnowledgeBase(), program, JOUR).texte


if __name__ == "__main__":
    main()
