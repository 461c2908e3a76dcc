"""Every threshold has its three examples: under it, at it, over it."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from generator.check.exemples import ecrire
from generator.check.promesse import Tout, promesse
from generator.compile import Program, Refusee, lire_situation
from generator.compile.noeud import Arbre
from generator.compile.rediger import rediger
from generator.compile.situation import Situation
from generator.diagnostics import Code, Diagnostic

ORDRES = ("<", "<=", ">", ">=")
COTES = {-1: "juste au-dessous", 0: "au seuil même", 1: "juste au-dessus"}


@promesse("MEM509")
def seuils_illustres(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un seuil n'a pas d'exemple de part et d'autre, ou au seuil même.

    Pourquoi : « inférieur à » et « dans la limite de » ne diffèrent qu'au seuil ; c'est là que l'on se trompe, et là
    que se perdent des droits.

    Remède : ajoutez l'exemple qui manque, calculé à la main d'après l'article, avec une valeur juste au-dessous, égale
    au seuil, ou juste au-dessus.
    """
    for program in tout.calculateurs:
        document = tout.base.document("calculateur", program.id)
        situations = tuple(_situations(program))
        for place, tree in _seuils(program):
            missing = [COTES[sign] for sign in sorted(_manquants(tree, program, situations))]
            if missing:
                written = rediger(tree, lambda leaf: str(leaf[1]))
                message = f"le seuil « {written} » n'a pas d'exemple {', ni '.join(missing)}"
                yield code.at(document.locate(*place), message)


def _seuils(program: Program) -> Iterator[tuple[tuple[str | int, ...], Arbre]]:
    """Each comparison of order once, with the step or the caution where it is first written."""
    seen: set[str] = set()
    trees = [(("etapes", index, "nom"), etape["arbre"]) for index, etape in enumerate(program.json["etapes"])]
    trees += [
        (("avertissements", index, "si"), item["arbre"]) for index, item in enumerate(program.json["avertissements"])
    ]
    for place, tree in trees:
        for comparison in comparaisons(tree):
            key = json.dumps(comparison[1:])
            if key not in seen:
                seen.add(key)
                yield place, comparison


def comparaisons(tree: object) -> Iterator[Arbre]:
    """The comparisons of order inside a tree."""
    if not isinstance(tree, list):
        return
    if tree and tree[0] in ORDRES:
        yield tree
    for item in tree:
        yield from comparaisons(item)


def _situations(program: Program) -> Iterator[Situation]:
    """The situations of the examples; one whose inputs are refused illustrates nothing."""
    for exemple in program.calculateur.exemples:
        texts = {name: ecrire(value) for name, value in exemple.entrees.items()}
        try:
            yield Situation(program, exemple.date, lire_situation(program, texts))
        except Refusee:
            continue


def _manquants(tree: Arbre, program: Program, situations: tuple[Situation, ...]) -> set[int]:
    """The sides of a threshold that no example is on, those that the bounds of the input forbid left out."""
    _, left, right = tree
    missing = set(COTES)
    for situation in situations:
        a, b = situation.evaluer(left), situation.evaluer(right)
        if isinstance(a, Fraction) and isinstance(b, Fraction):
            missing -= {(a > b) - (a < b)} | _impossibles(left, b, program) | _impossibles(right, a, program, -1)
        elif isinstance(a, date) and isinstance(b, date):
            missing.discard((a > b) - (a < b))
    return missing


def _impossibles(side: Arbre, threshold: Fraction, program: Program, sens: int = 1) -> set[int]:
    """Nothing is under a threshold that is the least a reader can type, nor over the most."""
    questions: Mapping[str, Mapping[str, str | None]] = {entree["nom"]: entree for entree in program.json["entrees"]}
    asked = questions.get(side[1]) if side[0] == "ref" else None
    if asked is None:
        return set()
    low, high = asked["min"], asked["max"]
    under = {-sens} if low is not None and Fraction(low) >= threshold else set()
    over = {sens} if high is not None and Fraction(high) <= threshold else set()
    return under | over
