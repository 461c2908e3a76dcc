"""How to re-use the mémento: files, feeds, commands, calculators to embed; every example is drawn from the data."""

import json
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from typing import Any

from generator.compile import Program
from generator.model import Exemple, Regle
from generator.render import jsonld
from generator.render.atelier import Atelier, sommaire
from generator.render.evenements import NOUVEAUTES
from generator.render.exports import agenda
from generator.render.exports.api import LICENCE, LICENCE_URL, MODELES, RACINE, contenu
from generator.render.exports.api.parametres import parametres_publies
from generator.render.exports.api.regles import regles_publiees
from generator.render.exports.flux import flux
from generator.render.exports.schemas import PUBLIES
from generator.render.filters import taper
from generator.render.parcours import CSV as MATRICE
from generator.render.site import FABRICATION, SOMMES, Page

REUTILISER = "reutiliser/"
TABLES = {
    f"{RACINE}regles.csv": "Les règles pour un tableur, une ligne par version.",
    f"{RACINE}parametres.csv": "Les montants et seuils pour un tableur, une ligne par case et par période.",
}
LIRE_LES_REGLES = """\
import json
from pathlib import Path

fichier = json.loads(Path("regles.json").read_text(encoding="utf-8"))
for regle in fichier["regles"]:
    for version in regle["versions"]:
        if version["statut"] != "propose" and version["du"] == regle["en_vigueur"]:
            print(regle["id"], version["portee"], version["enonce"])
"""
LIRE_LES_MONTANTS = """\
import json
from fractions import Fraction
from pathlib import Path

fichier = json.loads(Path("parametres.json").read_text(encoding="utf-8"))
for parametre in fichier["parametres"]:
    for case in parametre["cases"]:
        periode = case["periodes"][-1]
        if periode["valeur"]:
            print(parametre["id"], case["codes"], Fraction(periode["valeur"]), parametre["unite"])
"""
VERIFIER_UNE_COPIE = f"""\
sha256sum --check --quiet {SOMMES}
grep -v '  {FABRICATION}$' {SOMMES} | sha256sum
"""
REFAIRE = f"""\
SOURCE_DATE_EPOCH=$(date -u -d AAAA-MM-JJ +%s) memento construire --sortie copie
cmp copie/{SOMMES} {SOMMES}
"""


@dataclass(frozen=True, slots=True)
class Calcul:
    """A situation of a calculator, as one types it in a terminal, in Python, and in the page of another site."""

    program: Program
    commande: str
    export: str
    python: str
    cadre: str


def page_de_reutilisation(atelier: Atelier) -> Page:
    """The page, with its examples made from the rules of the day."""
    files = {f"{RACINE}{name}.json": contenu(model) for name, model in MODELES.items() if name != "regle"}
    return atelier.page(
        "reutiliser.html",
        REUTILISER,
        "Réutiliser le mémento",
        "Télécharger les règles et les montants, les suivre, les calculer, les placer dans un autre site.",
        mots=(
            "API",
            "JSON",
            "CSV",
            "tableur Excel",
            "données ouvertes",
            "open data",
            "intégrer un calculateur",
            "iframe",
            "flux RSS",
            "licence",
            "vérifier une copie",
            "SHA-256",
        ),
        toc=sommaire(
            ("licence", "La licence"),
            ("fichiers", "Les fichiers"),
            ("regle", "Une règle"),
            ("montant", "Un montant"),
            ("tableur", "Pour un tableur"),
            ("schemas", "Les schémas"),
            ("promesse", "Ce qui ne changera pas"),
            ("suivre", "Flux et calendrier"),
            ("commande", "En ligne de commande"),
            ("python", "En Python"),
            ("integrer", "Placer un calculateur"),
            ("pages", "Ce que disent les pages"),
            ("copie", "Vérifier une copie"),
        ),
        fichiers=files,
        tables={**TABLES, **({MATRICE: "La matrice des étapes et des structures."} if atelier.base.matrice else {})},
        schemas={name: f"{RACINE}schemas/{name}.json" for name in MODELES},
        schemas_des_fichiers=PUBLIES,
        licence=LICENCE,
        licence_url=LICENCE_URL,
        racine=RACINE,
        exemple=_regle(atelier),
        montant=_montant(atelier),
        lire_les_regles=LIRE_LES_REGLES,
        lire_les_montants=LIRE_LES_MONTANTS,
        verifier_une_copie=VERIFIER_UNE_COPIE,
        refaire=REFAIRE,
        sommes=SOMMES,
        fabrication=FABRICATION,
        calcul=next(_calculs(atelier), None),
        flux=flux(atelier),
        calendrier=agenda.URL,
        nouveautes=NOUVEAUTES,
        adresse=atelier.absolue(""),
        donnees_liees=jsonld.donnees(atelier, REUTILISER, {**files, **TABLES}),
    )


def _regle(atelier: Atelier) -> Mapping[str, str] | None:
    """The rule with the longest history: its identifier, and an excerpt of its file."""
    rules: list[Regle] = sorted(atelier.base.regles.values(), key=lambda regle: (-len(regle.droit), regle.id))
    if not rules:
        return None
    published = next(rule for rule in regles_publiees(atelier) if rule.id == rules[0].id).model_dump(mode="json")
    kept = ("id", "titre", "url", "siae", "themes", "en_vigueur", "verifie_le", "confiance")
    last = published["versions"][-1]
    version = {key: last[key] for key in ("du", "au", "statut", "portee", "enonce", "references", "url")}
    return {"id": rules[0].id, "extrait": _json({**{key: published[key] for key in kept}, "versions": [version]})}


def _montant(atelier: Atelier) -> Mapping[str, str] | None:
    """The parameter with the most cells, and the last period of its first one."""
    published = sorted(parametres_publies(atelier), key=lambda parametre: (-len(parametre.cases), parametre.id))
    if not published:
        return None
    found = published[0].model_dump(mode="json")
    kept = {key: found[key] for key in ("id", "titre", "unite", "par")}
    case = {"codes": found["cases"][0]["codes"], "periodes": found["cases"][0]["periodes"][-1:]}
    return {"id": found["id"], "extrait": _json({**kept, "cases": [case]})}


def _calculs(atelier: Atelier) -> Iterator[Calcul]:
    """The first example of a calculator that has an expected value."""
    for program in atelier.programs:
        for exemple in program.calculateur.exemples:
            if exemple.attendu and exemple.entrees:
                yield _calcul(program, exemple, atelier.absolue(""))


def _calcul(program: Program, exemple: Exemple, adresse: str) -> Calcul:
    typed = {name: taper(value) for name, value in exemple.entrees.items()}
    words = [shlex.quote(f"{name}={value}") for name, value in typed.items()]
    arguments = "".join(f'    {name}="{value}",\n' for name, value in typed.items())
    result = next(iter(exemple.attendu))
    return Calcul(
        program,
        f"memento calculer {program.id} {' '.join(words)} --date {exemple.date} --format json",
        f"memento exporter publicodes {program.id} --date {exemple.date}",
        f"""\
from generator.api import Memento

memento = Memento.lire(".")
reponse = memento.calculer(
    "{program.id}",
    "{exemple.date}",
{arguments})
print(reponse["resultats"]["{result}"]["affichage"])
""",
        f'<iframe src="{adresse}calculateurs/{program.id}/integrer/" title="{escape(program.calculateur.titre)}" '
        'width="100%" height="900" loading="lazy"></iframe>',
    )


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
