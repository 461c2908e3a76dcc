"""Every threshold moved by one unit, every day on which a threshold changes moved by one: an example must fail.

    python tests/preuve/mutations.py [CALCULATEUR …]

Amounts that are only multiplied or shown, first days known and signs of comparisons (`<` for `<=`) are moved too, for
the record: a sign can be turned without any result changing, when both sides give the same at the threshold.
"""

import copy
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from pathlib import Path
from typing import Any

from generator.check.exemples import ecarts
from generator.compile import Program
from generator.pipeline import compile_rules

RACINE = Path(__file__).parents[2]
COMPARAISONS = ("<", "<=", ">", ">=", "=", "≠")
CONTRAIRES = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
SEUIL, JOUR, MONTANT, DEBUT, SIGNE = "seuil", "changement", "montant", "début", "signe"
OBLIGATOIRES = (SEUIL, JOUR)

Json = dict[str, Any]


@dataclass(frozen=True)
class Mutation:
    """One change of a program: `genre` says whether an example has to notice it."""

    genre: str
    libelle: str
    programme: Program


def mutations(program: Program) -> Iterator[Mutation]:
    """Every mutation of a program."""
    yield from _des_comparaisons(program)
    thresholds = parametres_des_seuils(program)
    for name, parametre in program.json["parametres"].items():
        step = Fraction(1, 100) if parametre["unite"] == "%" else Fraction(1)
        for cell, periods in parametre["cellules"].items():
            before: str | None = None
            for ranks in _paliers(periods):
                start, value = periods[ranks[0]]["du"], periods[ranks[0]]["valeur"]
                place = f"{name}[{cell}] du {start}"
                if value is not None:
                    kind = SEUIL if name in thresholds else MONTANT
                    for sign in (1, -1):
                        moved = str(Fraction(value) + sign * step)
                        yield Mutation(kind, f"{place} : {moved}", _valeur(program, name, cell, ranks, moved))
                changed = None not in (value, before) and name in thresholds
                for days in (1, -1):
                    kind = JOUR if changed else DEBUT
                    yield Mutation(kind, f"{place} : {days:+d} jour", _decaler(program, name, cell, ranks[0], days))
                before = value


def _paliers(periods: list[Json]) -> Iterator[list[int]]:
    """The ranks of the periods that follow one another with the same value."""
    for _, group in groupby(range(len(periods)), key=lambda rank: periods[rank]["valeur"]):
        yield list(group)


def parametres_des_seuils(program: Program) -> set[str]:
    """The parameters that a comparison reads, by itself or through the steps it names."""
    steps = {etape["nom"]: etape["arbre"] for etape in program.json["etapes"]}
    found: set[str] = set()
    pending = [tree for root in _arbres(program.json) for tree in _noeuds(root) if tree[0] in COMPARAISONS]
    seen: set[str] = set()
    while pending:
        for node in _noeuds(pending.pop()):
            if node[0] == "parametre":
                found.add(node[1])
            elif node[0] == "ref" and node[1] in steps and node[1] not in seen:
                seen.add(node[1])
                pending.append(steps[node[1]])
    return found


def survit(mutation: Mutation) -> bool:
    """True when every example still passes."""
    return not any(
        True for exemple in mutation.programme.calculateur.exemples for _ in ecarts(mutation.programme, exemple)
    )


def _arbres(content: Json) -> list[Any]:
    return [*(etape["arbre"] for etape in content["etapes"]), *(item["arbre"] for item in content["avertissements"])]


def _noeuds(tree: Any) -> Iterator[Any]:
    """Every node of a tree, cases included."""
    if isinstance(tree, list):
        if tree and isinstance(tree[0], str):
            yield tree
        for item in tree:
            yield from _noeuds(item)


def _changer(program: Program, change: Callable[[Json], None]) -> Program:
    content = copy.deepcopy(dict(program.json))
    change(content)
    return replace(program, json=content)


def _des_comparaisons(program: Program) -> Iterator[Mutation]:
    """Each number or date compared, wherever it is compared with the same thing; then the sign of each comparison."""
    trees = [node for root in _arbres(dict(program.json)) for node in _noeuds(root)]
    places: dict[str, list[tuple[int, int]]] = {}
    for number, tree in enumerate(trees):
        for side in (1, 2) if tree[0] in COMPARAISONS else ():
            if tree[side][0] in ("nombre", "date"):
                places.setdefault(json.dumps([tree[3 - side], tree[side]]), []).append((number, side))
    for key, found in places.items():
        other, literal = json.loads(key)
        for moved in _voisins(literal):
            yield Mutation(
                SEUIL, f"{other[1]} et {literal[1]} : {moved[1]}", _changer(program, _aux_noeuds(found, moved))
            )
    for number, tree in enumerate(trees):
        if tree[0] in CONTRAIRES:
            sign = CONTRAIRES[tree[0]]
            yield Mutation(SIGNE, f"{tree} : {sign}", _changer(program, _aux_noeuds([(number, 0)], sign)))


def _voisins(literal: Any) -> Iterator[list[Any]]:
    """A literal one unit above and one below; nothing for what is no number and no date."""
    if literal[0] == "nombre":
        step = Fraction(1, 100) if literal[2:] == ["%"] else Fraction(1)
        for sign in (1, -1):
            yield [literal[0], str(Fraction(literal[1]) + sign * step), *literal[2:]]
    elif literal[0] == "date":
        for days in (1, -1):
            yield [literal[0], (date.fromisoformat(literal[1]) + timedelta(days=days)).isoformat()]


def _aux_noeuds(places: list[tuple[int, int]], moved: object) -> Callable[[Json], None]:
    """Replace one operand, or the sign, of some nodes by rank."""

    def change(content: Json) -> None:
        nodes = [node for root in _arbres(content) for node in _noeuds(root)]
        for number, side in places:
            nodes[number][side] = moved

    return change


def _valeur(program: Program, name: str, cell: str, ranks: list[int], value: str) -> Program:
    def change(content: Json) -> None:
        for rank in ranks:
            content["parametres"][name]["cellules"][cell][rank]["valeur"] = value

    return _changer(program, change)


def _decaler(program: Program, name: str, cell: str, rank: int, days: int) -> Program:
    """A period that begins a day later or earlier, the one before it ending accordingly."""

    def change(content: Json) -> None:
        periods = content["parametres"][name]["cellules"][cell]
        start = date.fromisoformat(periods[rank]["du"]) + timedelta(days=days)
        periods[rank]["du"] = start.isoformat()
        if rank and periods[rank - 1]["au"] is not None:
            periods[rank - 1]["au"] = (start - timedelta(days=1)).isoformat()

    return _changer(program, change)


def main(names: list[str]) -> int:
    """Print what was tried and what survived; status 1 when a threshold or a day of change did."""
    alive = 0
    for program in compile_rules(RACINE).programs:
        if names and program.id not in names:
            continue
        counts = {kind: [0, 0] for kind in (*OBLIGATOIRES, MONTANT, DEBUT, SIGNE)}
        for mutation in mutations(program):
            counts[mutation.genre][1] += 1
            if not survit(mutation):
                counts[mutation.genre][0] += 1
            elif mutation.genre in OBLIGATOIRES:
                alive += 1
                print(f"{program.id} : {mutation.genre} que nul exemple ne remarque, {mutation.libelle}")
        told = ", ".join(f"{kind} {seen}/{every}" for kind, (seen, every) in counts.items() if every)
        print(f"{program.id} : {told or 'rien à changer'}")
    print(f"{alive} changement(s) sans exemple." if alive else "Chaque changement fait échouer un exemple.")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
