"""A calculator as Publicodes rules, under the law of one day: Publicodes has no dated law."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

import yaml

from generator import VERSION
from generator.compile import Program
from generator.compile.calendrier import date_longue
from generator.compile.valeurs import Valeur
from generator.render.exports.expressions import (
    LITTERAUX,
    SANS_OBJET,
    NonExportable,
    Traduction,
    date_francaise,
    decimale,
    texte,
)
from generator.resolve import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Export:
    """`regles` are the rules by name; `omis` the steps that are not there, `reserves` what is said less well there."""

    program: Program
    jour: date
    regles: Mapping[str, Any]
    omis: Mapping[str, str]
    reserves: tuple[str, ...]

    @property
    def texte(self) -> str:
        """The file: what it leaves out first, in comments."""
        head = [
            f"{self.program.calculateur.titre}, droit au {date_longue(self.jour)}.",
            f"Exporté du mémento de l'inclusion, version {VERSION}. Résultat indicatif : seul le texte cité fait foi.",
            "Sans unité : un taux est un rapport (30 % s'écrit 0.3), une durée en mois est un nombre de mois.",
            "Publicodes calcule en nombres à virgule flottante : un seuil ou un arrondi peut en différer.",
            *(f"Étape non exportée, {name} : {reason}." for name, reason in self.omis.items()),
            *(f"Devient « non applicable », {reserve}." for reserve in self.reserves),
        ]
        rules = yaml.safe_dump(dict(self.regles), allow_unicode=True, sort_keys=False, width=10_000)
        return "".join(f"# {' '.join(line.split())}\n" for line in head) + "\n" + rules


def exporter_publicodes(base: KnowledgeBase, program: Program, jour: date) -> Export:
    """The rules of a calculator for the law of a day, and what they do not say."""
    rules: dict[str, Any] = {SANS_OBJET: {"valeur": 0, "non applicable si": "oui"}}
    omis: dict[str, str] = {}
    reserves: list[str] = []
    fragiles: set[str] = set()
    for entree in program.json["entrees"]:
        try:
            rules |= _entree(entree, Traduction(program, jour, omis, fragiles, entree["nom"]))
        except NonExportable as error:
            omis[entree["nom"]] = str(error)
    declared = {etape.nom: etape for etape in program.calculateur.etapes}
    for etape in _ordonnees(program):
        translation = Traduction(program, jour, omis, fragiles, etape["nom"])
        try:
            body, fragile = translation.regle(etape["arbre"])
        except NonExportable as error:
            omis[etape["nom"]] = str(error)
            continue
        if fragile:
            fragiles.add(etape["nom"])
        sources = {
            base.sources[ref.source].titre: base.sources[ref.source].url for ref in declared[etape["nom"]].references
        }
        rules |= translation.aides
        rules[etape["nom"]] = {
            "titre": etape["libelle"],
            **_note(etape["unite"]),
            **body,
            **({"références": found} if (found := {name: url for name, url in sources.items() if url}) else {}),
        }
        reserves += translation.reserves
    return Export(program, jour, rules, omis, tuple(dict.fromkeys(reserves)))


def situation_publicodes(valeurs: Mapping[str, Valeur]) -> dict[str, str]:
    """Checked answers as Publicodes takes them: each an expression."""
    return {name: _expression(value) for name, value in valeurs.items()}


def _expression(value: Valeur) -> str:
    match value:
        case bool():
            return "oui" if value else "non"
        case Fraction():
            return decimale(value)
        case date():
            return date_francaise(value)
    return texte(value)


def _entree(entree: Mapping[str, Any], translation: Traduction) -> dict[str, Any]:
    rule: dict[str, Any] = {"titre": entree["libelle"], "question": entree["libelle"], **_note(entree["unite"])}
    if entree["options"]:
        rule["une possibilité"] = [texte(option["code"]) for option in entree["options"]]
    if entree["si"] is not None:
        rule["applicable si"] = translation.element(entree["si"])
        translation.fragiles.add(entree["nom"])
    if entree["defaut"] is not None:
        literal = {"nombre": "nombre", "date": "date", "booleen": "booleen", "choix": "texte"}[entree["type"]]
        rule["par défaut"] = LITTERAUX[literal](entree["defaut"])
    return {**translation.aides, entree["nom"]: rule}


def _note(unite: str) -> dict[str, str]:
    """The unit, that the rule itself does not carry."""
    if not unite:
        return {}
    return {"note": "rapport : 0.3 pour 30 %" if unite == "%" else f"en {unite}"}


def _ordonnees(program: Program) -> Iterator[Mapping[str, Any]]:
    """The steps, each after those it needs: what depends on a step left out is left out too."""
    steps = {etape["nom"]: etape for etape in program.json["etapes"]}
    done: dict[str, None] = {}

    def visiter(name: str) -> Iterator[Mapping[str, Any]]:
        if name in done or name not in steps:
            return
        # No step needs itself, even by others: the compilation refuses it.
        for needed in _renvois(steps[name]["arbre"]):
            yield from visiter(needed)
        done[name] = None
        yield steps[name]

    for name in steps:
        yield from visiter(name)


def _renvois(arbre: object) -> Iterator[str]:
    if isinstance(arbre, list | tuple):
        if len(arbre) == 2 and arbre[0] == "ref":
            yield arbre[1]
        else:
            for item in arbre:
                yield from _renvois(item)
