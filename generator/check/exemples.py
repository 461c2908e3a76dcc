"""The worked examples are what the calculators answer."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from generator.check.promesse import Tout, promesse
from generator.compile import Program, Refusee, etats, lire_situation, refus
from generator.compile.valeurs import Etat, exact, nom_de_l_etat, presente
from generator.diagnostics import Code, Diagnostic
from generator.model import Exemple, Scalaire

EXEMPLES_MIN = 8
NOMBRE = re.compile(r"-?[0-9]+(?:\.[0-9]+|/0*[1-9][0-9]*)?")


@promesse("MEM501")
def exemples_calcules(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Le résultat calculé d'un exemple n'est pas celui qui est attendu.

    Pourquoi : l'exemple est fait à la main d'après le texte ; si le calcul n'y arrive pas, l'un des deux trompe le
    lecteur.

    Remède : refaites l'exemple d'après l'article cité, puis corrigez la formule, le paramètre ou l'exemple.
    """
    for program in tout.calculateurs:
        document = tout.base.document("calculateur", program.id)
        for index, exemple in enumerate(program.calculateur.exemples):
            for path, message in ecarts(program, exemple):
                yield code.at(document.locate("exemples", index, *path), f"« {exemple.titre} » : {message}")


@promesse("MEM502")
def exemples_en_nombre(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un calculateur a moins de huit exemples.

    Pourquoi : chaque seuil demande un exemple au seuil, un juste au-dessous et un juste au-dessus, et chaque changement
    du droit un exemple de part et d'autre.

    Remède : ajoutez des exemples, chacun avec son calcul à la main dans « note ».
    """
    for program in tout.calculateurs:
        count = len(program.calculateur.exemples)
        if count < EXEMPLES_MIN:
            location = tout.base.document("calculateur", program.id).locate_key("exemples")
            yield code.at(location, f"{count} exemple(s) : il en faut au moins {EXEMPLES_MIN}")


def ecarts(program: Program, exemple: Exemple) -> Iterator[tuple[tuple[str, ...], str]]:
    """What an example expects and does not get, with its place in the example."""
    try:
        situation = lire_situation(program, {name: ecrire(value) for name, value in exemple.entrees.items()})
    except Refusee as error:
        if exemple.refus is None or exemple.refus not in error.message:
            yield ("entrees", error.nom), f"entrée refusée : {error.message}"
        return
    states, warnings = etats(program, exemple.date, situation)
    yield from _refus(program, states, exemple)
    yield from _avertissements(warnings, exemple)
    for name, expected in exemple.attendu.items():
        state = states[name]
        if not presente(state):
            yield ("attendu", name), f"{name} devrait valoir {ecrire(expected)}, il est {nom_de_l_etat(state)}"
        elif not meme_valeur(expected, exact(state)):
            yield ("attendu", name), f"{name} devrait valoir {ecrire(expected)}, le calcul donne {exact(state)}"
    for name, wanted in exemple.etats.items():
        state = states[name]
        found = f"calculé : {exact(state)}" if presente(state) else nom_de_l_etat(state)
        if found != wanted.value:
            yield ("etats", name), f"{name} devrait être {wanted.value}, il est {found}"


def _refus(program: Program, states: Mapping[str, Etat], exemple: Exemple) -> Iterator[tuple[tuple[str, ...], str]]:
    refused = refus(program, states)
    if exemple.refus is not None and (refused is None or exemple.refus not in refused):
        yield ("refus",), f"un refus était attendu, le calcul répond {refused or 'normalement'}"
    elif exemple.refus is None and refused and not exemple.etats:
        yield (), f"le calcul est refusé : {refused}"


def _avertissements(warnings: tuple[str, ...], exemple: Exemple) -> Iterator[tuple[tuple[str, ...], str]]:
    if exemple.sans_avertissement and warnings:
        yield ("sans_avertissement",), f"aucun avertissement attendu, le calcul donne : {warnings[0]}"
    if exemple.avertissement is not None and not any(exemple.avertissement in warning for warning in warnings):
        yield ("avertissement",), f"avertissement attendu, le calcul donne : {' ; '.join(warnings) or 'aucun'}"


def ecrire(value: Scalaire) -> str:
    """A value of an example as one would type it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def meme_valeur(expected: Scalaire, found: str | bool) -> bool:
    """Exactly the same: `0.3` and `3/10` are, « 0,3333 » and `1/3` are not."""
    if isinstance(expected, bool) or isinstance(found, bool):
        return expected is found
    if isinstance(expected, int | Decimal):
        return Fraction(expected) == _nombre(found)
    written = ecrire(expected)
    return written == found or (_nombre(written) is not None and _nombre(written) == _nombre(found))


def _nombre(text: str) -> Fraction | None:
    """`27/88`, `-2.5`; None for a code, a date, and what is no number: `1/0`, `1e999999999`."""
    return Fraction(text) if NOMBRE.fullmatch(text) else None
