"""The conformance suite as programs: what any evaluator of the language must answer (see conformite/README.md).

Run as a script, it writes every case in JSON, for an evaluator that is neither ours.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.compile import Program
from generator.compile.essai import JOUR, SOURCE, programme_d_essai
from generator.load import read_document
from generator.model import Entree, Etape, Liste, Parametre

DOSSIER = Path(__file__).parent / "conformite"
RESULTAT = "resultat"
ATTENDUS = ("exact", "affichage", "message", "etat", "questions", "raison")


@dataclass(frozen=True, slots=True)
class Cas:
    """`attendu` gives by step what its result must hold; `refus` the message when an answer cannot be taken."""

    nom: str
    programme: Program
    jour: date
    reponses: Mapping[str, str]
    attendu: Mapping[str, Mapping[str, Any]]
    refus: str | None
    avertissements: tuple[str, ...] | None

    def json(self) -> dict[str, Any]:
        return {
            "nom": self.nom,
            "programme": dict(self.programme.json),
            "date": self.jour.isoformat(),
            "reponses": dict(self.reponses),
            "attendu": {step: dict(expected) for step, expected in self.attendu.items()},
            "refus": self.refus,
            "avertissements": self.avertissements,
        }

    def ecarts(self, contenu: Mapping[str, Any]) -> list[str]:
        """What an answer has that it should not: `contenu` is the JSON of an evaluation, or `{"refus": …}`."""
        if self.refus is not None or "refus" in contenu:
            found = contenu.get("refus")
            return [] if found == self.refus else [f"refus : {found!r}, attendu {self.refus!r}"]
        found = [
            f"{step}.{key} : {contenu['resultats'][step].get(key)!r}, attendu {value!r}"
            for step, expected in self.attendu.items()
            for key, value in expected.items()
            if contenu["resultats"][step].get(key) != value
        ]
        if self.avertissements is not None and contenu["avertissements"] != list(self.avertissements):
            found.append(f"avertissements : {contenu['avertissements']!r}")
        return found


def cas() -> Iterator[Cas]:
    """Every case, in the order of the files. Raises ValueError on a case that is not right."""
    for nom, fichier, donnees in lus():
        yield compiler(nom, fichier, donnees)


def lus() -> Iterator[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Every case as it is written: its name, what its file says for all, what it says."""
    for path in sorted(DOSSIER.glob("*.yaml")):
        document = read_document(path.name, path.read_bytes())
        if document.value is None:
            raise ValueError(f"{path.name} : {document.report.diagnostics[0].message}")
        content = document.value.data
        assert isinstance(content["cas"], list)
        for number, one in enumerate(content["cas"], 1):
            yield f"{path.stem}-{number}", content, one


def compiler(nom: str, fichier: Mapping[str, Any], donnees: Mapping[str, Any]) -> Cas:
    """One case. Raises ValueError when it is not right."""
    unknown = set(donnees) - {"titre", "formule", "etapes", "reponses", "date", "refus", "avertissements", "attendu"}
    unknown -= {"note", *ATTENDUS}
    if unknown:
        raise ValueError(f"{nom} : champs inconnus, {unknown}")
    steps = donnees.get("etapes") or fichier.get("etapes")
    if "formule" in donnees:
        steps = [{"nom": RESULTAT, "formule": donnees["formule"]}]
    made = programme_d_essai(
        nom,
        [Etape.model_validate(_tuples({"libelle": step["nom"], **step})) for step in steps],
        [Entree.model_validate(_tuples({"libelle": entree["nom"], **entree})) for entree in fichier["entrees"]],
        [_parametre(parametre) for parametre in fichier.get("parametres", ())],
        [Liste.model_validate(liste) for liste in fichier.get("listes", ())],
    )
    if made.report.diagnostics:
        raise ValueError(f"{nom} : {made.report.diagnostics[0].message}")
    expected = donnees.get("attendu") or {RESULTAT: {key: donnees[key] for key in ATTENDUS if key in donnees}}
    refusal = donnees.get("refus")
    if refusal is None and not all(expected.values()):
        raise ValueError(f"{nom} : rien n'est attendu")
    warnings = donnees.get("avertissements")
    return Cas(
        nom,
        made.value[0],
        donnees.get("date", fichier["date"]),
        donnees.get("reponses", {}),
        {} if refusal is not None else expected,
        refusal,
        None if warnings is None else tuple(warnings),
    )


def _parametre(donnees: Mapping[str, Any]) -> Parametre:
    """A parameter of a file: what every one says in the mémento is left out there."""
    values = tuple({"source": (SOURCE,), **value} for value in donnees["valeurs"])
    shared = {"resume": "Un essai.", "themes": (SOURCE,), "verifie_le": JOUR, "a_reverifier_avant": JOUR}
    return Parametre.model_validate(_tuples({**shared, **donnees, "valeurs": values}))


def _tuples(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _tuples(item) for key, item in value.items()}
    return tuple(_tuples(item) for item in value) if isinstance(value, list | tuple) else value


if __name__ == "__main__":
    print(json.dumps([one.json() for one in cas()], ensure_ascii=False, indent=1))
