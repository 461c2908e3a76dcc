"""What a calculator answers in two states of the mémento, on every worked example of both."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from generator.compile import Program, Refusee, evaluer, lire_situation
from generator.model import Exemple
from generator.render.filters import taper

REFUSEE = "situation refusée"


class Montre(NamedTuple):
    """What a result is called, what it shows, and its exact value: two values may show the same."""

    libelle: str
    affichage: str
    exact: str

    @property
    def valeur(self) -> tuple[str, str]:
        return self.affichage, self.exact


@dataclass(frozen=True, slots=True)
class Ligne:
    """One step, or one result, by its label: what it showed, what it shows; None where there is no such step."""

    nom: str
    libelle: str
    avant: str | None
    apres: str | None


@dataclass(frozen=True, slots=True)
class ExempleChange:
    """A situation that is not answered as it was. `etapes` are in the order in which they are computed."""

    titre: str
    date: date
    resultats: tuple[Ligne, ...]
    etapes: tuple[Ligne, ...]
    avertissements_perdus: tuple[str, ...] = ()
    avertissements_gagnes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CalculChange:
    """`calcul` is true when trees, inputs or amounts differ, and not the words alone; `refaits` counts the examples."""

    id: str
    titre: str
    calcul: bool
    refaits: int
    exemples: tuple[ExempleChange, ...]


def calculs(avant: Iterable[Program], apres: Iterable[Program]) -> tuple[CalculChange, ...]:
    """The calculators of both states that do not compute the same, or do not answer the same."""
    old = {program.id: program for program in avant}
    return tuple(found for new in apres if new.id in old if (found := _calcul(old[new.id], new)))


def _calcul(old: Program, new: Program) -> CalculChange | None:
    if old.json == new.json and old.calculateur.exemples == new.calculateur.exemples:
        return None
    situations = tuple(_situations(old, new))
    moved = tuple(found for exemple in situations if (found := _exemple(old, new, exemple)))
    computes = old.json["empreinte"] != new.json["empreinte"]
    if not computes and not moved:
        return None
    return CalculChange(new.id, new.calculateur.titre, computes, len(situations), moved)


def _situations(old: Program, new: Program) -> Iterator[Exemple]:
    """The examples of both, each situation once: those of today first."""
    seen = []
    for exemple in (*new.calculateur.exemples, *old.calculateur.exemples):
        situation = (exemple.date, exemple.entrees)
        if situation not in seen:
            seen.append(situation)
            yield exemple


def _exemple(old: Program, new: Program, exemple: Exemple) -> ExempleChange | None:
    before, after = _repondre(old, exemple), _repondre(new, exemple)
    results = tuple(_lignes(_resultats(old, before), _resultats(new, after)))
    steps = tuple(_lignes(_etapes(before), _etapes(after)))
    told, tells = before.get("avertissements", ()), after.get("avertissements", ())
    lost = tuple(text for text in told if text not in tells)
    gained = tuple(text for text in tells if text not in told)
    if not (results or steps or lost or gained):
        return None
    return ExempleChange(exemple.titre, exemple.date, results, steps, lost, gained)


def _repondre(program: Program, exemple: Exemple) -> Mapping[str, Any]:
    """The answer as the page gives it; a situation that the program does not take is an answer too."""
    try:
        situation = lire_situation(program, {name: taper(value) for name, value in exemple.entrees.items()})
    except Refusee as error:
        return {"refusee": f"{error.nom} : {error.message}"}
    return evaluer(program, exemple.date, situation).json()


def _resultats(program: Program, answer: Mapping[str, Any]) -> dict[str, Montre]:
    """The results by name."""
    if "refusee" in answer:
        return {REFUSEE: Montre(REFUSEE, answer["refusee"], "")}
    labels = {step["nom"]: step["libelle"] for step in program.json["etapes"]}
    return {name: montrer(labels[name], result) for name, result in answer["resultats"].items()}


def _etapes(answer: Mapping[str, Any]) -> dict[str, Montre]:
    return {step["id"]: montrer(step["libelle"], step) for step in answer.get("etapes", ())}


def _lignes(before: Mapping[str, Montre], after: Mapping[str, Montre]) -> Iterator[Ligne]:
    """What is not the same on both sides; a label alone is words, told with the fields of the file."""
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if was and now and was.valeur != now.valeur and was.affichage == now.affichage:
            yield Ligne(name, now.libelle, *(f"{side.affichage} ({side.exact})" for side in (was, now)))
        elif was is None or now is None or was.valeur != now.valeur:
            label = (now or was or Montre("", "", "")).libelle
            yield Ligne(name, label, was and was.affichage, now and now.affichage)


def montrer(libelle: str, result: Mapping[str, Any]) -> Montre:
    """A result in words."""
    match result.get("etat"):
        case "inconnu":
            return Montre(libelle, f"à compléter ({', '.join(result['questions'])})", "")
        case "sans-objet":
            return Montre(libelle, f"sans objet ({result['raison']})", "")
        case "erreur":
            return Montre(libelle, f"pas de résultat ({result['message']})", "")
    return Montre(libelle, str(result["affichage"]), str(result["exact"]))
