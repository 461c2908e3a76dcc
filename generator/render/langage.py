"""The reference page of the formula language, written from the operations themselves."""

import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from types import ModuleType
from typing import Any

from generator.compile import CODES, Program, evaluer, lire_situation
from generator.compile.affichage import afficher_nombre
from generator.compile.essai import JOUR, PARAMETRES, programme_illustre
from generator.compile.operations import (
    OPERATIONS,
    Illustration,
    Operation,
    arithmetique,
    atomes,
    comparaison,
    dates,
    logique,
)
from generator.compile.unites import ECRITURES, SYMBOLES
from generator.diagnostics.explications import adresse_du_code
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page
from generator.resolve.periodes import aplatir

URL = "contribuer/langage/"

FAMILLES: tuple[tuple[str, str, ModuleType], ...] = (
    ("valeurs", "Écrire une valeur", atomes),
    ("calculer", "Calculer", arithmetique),
    ("comparer", "Comparer", comparaison),
    ("choisir", "Oui, non, et choisir", logique),
    ("dates", "Les dates", dates),
)
TITRES = {
    "Constante": "Une valeur écrite en clair",
    "Renvoi": "Un nom",
    "Parametrage": "Un montant ou un seuil daté",
    "Addition": "Additionner : +",
    "Soustraction": "Soustraire : -",
    "Multiplication": "Multiplier : *",
    "Division": "Diviser : /",
    "Oppose": "Changer de signe : - devant une valeur",
    "Minimum": "Le plus petit : min",
    "Maximum": "Le plus grand : max",
    "Arrondi": "Arrondir : arrondi",
    "Conversion": "D’une unité à l’autre",
    "Comparaison": "L’ordre : < <= > >=",
    "Egalite": "L’égalité : = ≠",
    "Conjonction": "Les deux : et",
    "Disjonction": "L’un au moins : ou",
    "Negation": "Le contraire : non",
    "NombreVrais": "Compter des réponses : nombre_vrais",
    "Si": "L’un ou l’autre : si … alors … sinon",
    "Selon": "Une liste de cas",
    "AjouterMois": "Des mois plus tard : ajouter_mois",
    "AjouterJours": "Des jours plus tard : ajouter_jours",
    "MoisEntre": "Les mois d’une date à l’autre : mois_entre",
    "JoursEntre": "Les jours d’une date à l’autre : jours_entre",
    "Annee": "L’année d’une date : annee",
}
TROIS = ("oui", "non", "inconnu")


@dataclass(frozen=True, slots=True)
class Essai:
    """One example on the page: `code` is its formula, `champs` what is answered, `donne` what it gives."""

    nom: str
    code: str
    champs: tuple[Mapping[str, Any], ...]
    programme: Mapping[str, Any]
    donne: str


@dataclass(frozen=True, slots=True)
class Entree:
    """Operations of one kind on the page: `description` is their docstring."""

    titre: str
    description: str
    essais: tuple[Essai, ...]


def page_du_langage(atelier: Atelier) -> Page:
    """Everything that can be written in a formula, with an example of each, run when the page is made."""
    families = [(anchor, title, list(_entrees(module))) for anchor, title, module in FAMILLES]
    return atelier.page(
        "langage.html",
        URL,
        "La langue des formules",
        "Tout ce qui peut s’écrire dans une formule, avec un exemple à essayer pour chaque opération.",
        mots=("syntaxe", "écrire un calculateur", "opérateurs", "fonctions", "règles en code"),
        toc=sommaire(
            *((anchor, title) for anchor, title, _ in families),
            ("priorites", "L’ordre des opérations"),
            ("etats", "Quatre réponses possibles"),
            ("unites", "Les unités"),
            ("arrondis", "L’exactitude et les arrondis"),
            ("etapes", "Étapes et cas"),
            ("fautes", "Les fautes que le vérificateur trouve"),
        ),
        familles=families,
        jour=JOUR,
        parametres=list(_parametres()),
        tables=tuple(_tables()),
        unites=[(symbol, _egale(symbol)) for symbol in SYMBOLES if symbol not in ECRITURES],
        codes=CODES,
        adresse_du_code=adresse_du_code,
    )


def _entrees(module: ModuleType) -> Iterator[Entree]:
    """The operations that a module defines, those of one class together."""
    found = [operation for operation in OPERATIONS.values() if type(operation).__module__ == module.__name__]
    for kind, operations in groupby(found, key=type):
        yield Entree(TITRES[kind.__name__], inspect.getdoc(kind) or "", tuple(_essai(one) for one in operations))


def _essai(operation: Operation) -> Essai:
    shown = operation.exemple
    program = programme_illustre(shown)
    asked = {entree["nom"]: entree for entree in program.json["entrees"]}
    return Essai(
        operation.nom,
        shown.formule if isinstance(shown.formule, str) else _yaml(shown.formule),
        tuple({**asked[name], "reponse": answer} for name, answer in shown.reponses.items()),
        program.json,
        _donne(program, shown.reponses),
    )


def _yaml(cases: tuple[tuple[str | None, str, str], ...]) -> str:
    """The cases of a step as they are written in a file."""
    lines = ["cas:"]
    for condition, value, reason in cases:
        lines.append(f"  - si: {condition}" if condition else f"  - alors: {value}")
        if condition:
            lines.append(f"    alors: {value}")
        lines.append(f"    parce_que: {reason}")
    return "\n".join(lines)


def _parametres() -> Iterator[str]:
    """The made-up figures of the examples, as formulas write them: « montant_exemple[« ACI »] = 20 000 €/ETP/an »."""
    for parametre in PARAMETRES:
        for cell, value in aplatir(parametre.valeurs[0].valeur).items():
            index = f"[{', '.join(f'« {code} »' for code in cell)}]" if cell else ""
            shown = afficher_nombre(value / 100 if parametre.unite == "%" else value, parametre.unite)
            yield f"{parametre.nom}{index} = {shown}"


def _egale(symbol: str) -> str:
    """« 12 mois » for « an »; empty for a unit that is its own measure."""
    size, base = SYMBOLES[symbol]
    return "" if base == symbol else afficher_nombre(Fraction(size), base)


def _tables() -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """The three-valued tables of « et » and « ou », computed: (word, rows of (first operand, results))."""
    for name in ("et", "ou"):
        program = programme_illustre(Illustration(f"jeune {name} qpv", {"jeune": "", "qpv": ""}, ""))
        yield name, [(left, [_donne(program, {"jeune": left, "qpv": right}) for right in TROIS]) for left in TROIS]


def _donne(program: Program, answers: Mapping[str, str]) -> str:
    """What the only step of a program shows; « inconnu » is an answer not given."""
    given = {name: text for name, text in answers.items() if text != "inconnu"}
    result = evaluer(program, JOUR, lire_situation(program, given)).json()["resultats"]["resultat"]
    return str(result.get("affichage", "inconnu"))
