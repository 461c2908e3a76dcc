"""A compiled calculator as the JSON that its page carries."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from generator.compile.etapes import EtapeCompilee
from generator.compile.noeud import Arbre
from generator.compile.redaction import Redaction
from generator.compile.types import Type, TypeBooleen, TypeDate, TypeNombre, TypeTexte
from generator.model import Calculateur, Entree, Parametre, Reference, TypeEntree
from generator.resolve import KnowledgeBase
from generator.resolve.periodes import Periode, cellules

SCHEMA = 1


def contenu(
    calculateur: Calculateur,
    base: KnowledgeBase,
    named: Mapping[str, Parametre],
    types: Mapping[str, Type],
    conditions: Sequence[Arbre | None],
    steps: Sequence[EtapeCompilee],
    warnings: Sequence[Mapping[str, Any]],
) -> dict[str, Any]:
    """The program: numbers are `"num/den"`, dates ISO, trees arrays.

    `named` are the parameters by their names in formulas, `conditions` those of the inputs, in order.
    """
    writer = Redaction(calculateur, base, types)
    trees = [*conditions, *(step.arbre for step in steps), *(item["arbre"] for item in warnings)]
    read = frozenset(_employes(trees))
    content = {
        "schema": SCHEMA,
        "id": calculateur.id,
        "titre": calculateur.titre,
        "entrees": [
            _entree(entree, base, condition) for entree, condition in zip(calculateur.entrees, conditions, strict=True)
        ],
        "parametres": {name: _parametre(parametre, base) for name, parametre in named.items() if name in read},
        "etapes": [_etape(step, base, writer) for step in steps],
        "resultats": list(calculateur.resultats),
        "avertissements": list(warnings),
        "changements": [day.isoformat() for day in calculateur.changements],
        "non_modelise": list(calculateur.non_modelise),
    }
    return {**content, "empreinte": _empreinte(content)}


def options(entree: Entree, base: KnowledgeBase) -> dict[str, str]:
    """Code → label, from its own options or from a list, narrowed to `seulement`."""
    listed = base.listes[entree.liste].options if entree.liste else {item.code: item.libelle for item in entree.options}
    return {code: label for code, label in listed.items() if not entree.seulement or code in entree.seulement}


def _entree(entree: Entree, base: KnowledgeBase, si: Arbre | None) -> dict[str, Any]:
    return {
        "nom": entree.nom,
        "libelle": entree.libelle,
        "court": entree.court or entree.libelle,
        "aide": entree.aide,
        "type": entree.type.value,
        "unite": entree.unite or "",
        "min": _quantite(entree.min, entree.unite),
        "max": _quantite(entree.max, entree.unite),
        "entier": entree.entier,
        "defaut": _defaut(entree),
        "options": [{"code": code, "libelle": label} for code, label in options(entree, base).items()]
        if entree.type is TypeEntree.CHOIX
        else [],
        "si": si,
    }


def _quantite(value: int | Decimal | None, unite: str | None) -> str | None:
    """A percentage is written in hundredths and stored as its ratio."""
    if value is None:
        return None
    return str(Fraction(value) / 100 if unite == "%" else Fraction(value))


def _defaut(entree: Entree) -> str | bool | None:
    match entree.defaut:
        case bool() as answer:
            return answer
        case date() as day:
            return day.isoformat()
        case int() | Decimal() as number:
            return _quantite(number, entree.unite)
    return entree.defaut


def _parametre(parametre: Parametre, base: KnowledgeBase) -> dict[str, Any]:
    return {
        "titre": parametre.titre,
        "unite": parametre.unite,
        "url": f"parametres/{parametre.id}/",
        "verifie_le": parametre.verifie_le.isoformat(),
        "cellules": {
            "/".join(cell): [_periode(period, parametre, base) for period in periods]
            for cell, periods in cellules(parametre).items()
        },
    }


def _periode(period: Periode, parametre: Parametre, base: KnowledgeBase) -> dict[str, Any]:
    value = None if period.valeur is None else period.valeur / 100 if parametre.unite == "%" else period.valeur
    return {
        "du": period.du.isoformat(),
        "au": period.au.isoformat() if period.au else None,
        "valeur": None if value is None else str(value),
        "motif": period.motif,
        "rappel_apres": period.rappel_apres.isoformat() if period.rappel_apres else None,
        "sources": [{"texte": base.sources[name].titre, "url": f"sources/{name}/"} for name in period.sources],
    }


def _employes(tree: object) -> Iterator[str]:
    """The parameters that a tree reads."""
    if isinstance(tree, list):
        if tree[:1] == ["parametre"]:
            yield tree[1]
        for item in tree:
            yield from _employes(item)


def _etape(step: EtapeCompilee, base: KnowledgeBase, writer: Redaction) -> dict[str, Any]:
    etape = step.etape
    rule = base.regles[etape.regle] if etape.regle else None
    kind = {TypeNombre: "nombre", TypeTexte: "texte", TypeDate: "date", TypeBooleen: "booleen"}[type(step.type)]
    return {
        "nom": etape.nom,
        "libelle": etape.libelle,
        "type": kind,
        "unite": etape.unite or "",
        "nature": etape.nature.value,
        "formule": writer.phrase(writer.formule(step.arbre)),
        "arbre": step.arbre,
        "sources": [_reference(reference, base) for reference in etape.references],
        "regle": {"titre": rule.titre, "url": f"regles/{rule.id}/"} if rule else None,
        "libelles": dict(step.type.libelles) if isinstance(step.type, TypeTexte) else {},
    }


def _reference(reference: Reference, base: KnowledgeBase) -> dict[str, str]:
    source = base.sources[reference.source]
    text = f"{source.titre}, {reference.precision}" if reference.precision else source.titre
    return {"texte": text, "url": f"sources/{source.id}/"}


def _empreinte(content: dict[str, Any]) -> str:
    """What identifies the computation: trees, inputs and values, not the words around them. 16 hexadecimal digits."""
    essence = {
        "entrees": [
            [entree[key] for key in ("nom", "type", "unite", "min", "max", "entier", "defaut", "si")]
            + [option["code"] for option in entree["options"]]
            for entree in content["entrees"]
        ],
        "parametres": {
            name: {
                cell: [[period[key] for key in ("du", "au", "valeur")] for period in periods]
                for cell, periods in parametre["cellules"].items()
            }
            for name, parametre in content["parametres"].items()
        },
        "etapes": [[etape["nom"], etape["unite"], etape["arbre"]] for etape in content["etapes"]],
    }
    canonical = json.dumps(essence, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:16]
