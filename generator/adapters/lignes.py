"""One line of a batch: what is read of it, what is computed, how it is written."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from generator.compile import Program, Refusee, lire_situation
from generator.compile.evaluate import avertir
from generator.compile.saisie import lire_date
from generator.compile.situation import Situation
from generator.compile.trace import Trace
from generator.compile.valeurs import Etat, Inconnu, Refus, SansObjet, exact
from generator.render.exports.tableur import neutraliser

DECIMALES = 10


@dataclass(frozen=True, slots=True)
class Format:
    """The columns of a file, its separator (`;` goes with the decimal comma), the day when no column gives it."""

    colonnes: tuple[str, ...]
    separateur: str
    jour: date


@dataclass(frozen=True, slots=True)
class Ligne:
    """The cells written, in order; `refus` says why the line could not be computed."""

    numero: int
    cellules: tuple[str, ...]
    refus: str | None = None


def entetes(program: Program) -> Iterator[str]:
    """The columns added: a value a result, its exact fraction when it is a number, its message when it is a verdict."""
    yield "etat"
    for etape in _resultats(program):
        yield etape["nom"]
        if etape["type"] == "nombre":
            yield f"{etape['nom']}_exact"
        elif etape["type"] == "texte":
            yield f"{etape['nom']}_message"
    yield "avertissements"


def _resultats(program: Program) -> list[dict[str, str]]:
    steps = {etape["nom"]: etape for etape in program.json["etapes"]}
    return [steps[name] for name in program.json["resultats"]]


def calculer_ligne(program: Program, form: Format, numero: int, ligne: list[str]) -> Ligne:
    """Compute one line. What is wrong with it is in its `etat` and in `refus`; nothing is raised."""
    kept = tuple(neutraliser(cell) for cell in ligne)
    try:
        if len(ligne) != len(form.colonnes):
            quote = " (un guillemet n'est pas fermé ?)" if any("\n" in cell for cell in ligne) else ""
            raise Refusee("cellules", f"il y en a {len(ligne)}, il en faut {len(form.colonnes)}{quote}")
        asked = {entree["nom"] for entree in program.json["entrees"]}
        given = dict(zip(form.colonnes, ligne, strict=True))
        day = lire_date("date", given["date"]) if given.get("date", "").strip() else form.jour
        situation = Situation(program, day, lire_situation(program, {k: v for k, v in given.items() if k in asked}))
    except Refusee as error:
        reason = f"{error.nom} : {error.message}"
        empty = len(tuple(entetes(program))) - 1
        padded = (kept + ("",) * len(form.colonnes))[: max(len(form.colonnes), len(kept))]
        return Ligne(numero, (*padded, f"refusé : {reason}", *("",) * empty), reason)
    states = {name: situation.renvoi(name) for name in program.json["resultats"]}
    cells = [cell for etape in _resultats(program) for cell in _cellules(situation, etape["nom"], states, form)]
    avertir(situation)
    refused = next((state.message for state in states.values() if isinstance(state, Refus)), None)
    written = (*kept, _etat(states), *cells, " ; ".join(situation.avertissements))
    return Ligne(numero, written, refused)


def _etat(states: dict[str, Etat]) -> str:
    """« calculé », or what is missing, or why there is no result."""
    refused = [state.message for state in states.values() if isinstance(state, Refus)]
    if refused:
        return f"refusé : {refused[0]}"
    asked = dict.fromkeys(name for state in states.values() if isinstance(state, Inconnu) for name in state.questions)
    return f"incomplet : il manque {', '.join(asked)}" if asked else "calculé"


def _cellules(situation: Situation, nom: str, states: dict[str, Etat], form: Format) -> Iterator[str]:
    state, kind = states[nom], situation.lignes[nom]["type"]
    match state:
        case Inconnu() | Refus():
            value = ""
        case SansObjet():
            value = "sans objet"
        case bool():
            value = "oui" if state else "non"
        case Fraction():
            shown = state * 100 if situation.lignes[nom]["unite"] == "%" else state
            value = decimal(shown, "," if form.separateur == ";" else ".")
        case _:
            value = str(exact(state))
    yield value
    if kind == "nombre":
        yield str(state) if isinstance(state, Fraction) else ""
    elif kind == "texte":
        yield str(Trace(situation).resultat(nom).get("message") or "") if isinstance(state, str) else _raison(state)


def _raison(state: Etat) -> str:
    return state.raison if isinstance(state, SansObjet) else ""


def decimal(value: Fraction, virgule: str) -> str:
    """The number in decimals: exact when ten of them are enough, else rounded half away from zero at the tenth."""
    scaled = abs(value) * 10**DECIMALES
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    units, rest = divmod(whole, 10**DECIMALES)
    decimals = f"{rest:0{DECIMALES}d}".rstrip("0")
    return f"{'-' if value < 0 and whole else ''}{units}{virgule + decimals if decimals else ''}"
