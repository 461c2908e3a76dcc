"""What a calculator decides, as a tree of words: questions, then steps, the cases of each and what each case gives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from generator.compile import Program
from generator.compile.affichage import afficher_nombre
from generator.compile.calendrier import date_longue
from generator.compile.etapes import RENVOI
from generator.compile.noeud import Arbre
from generator.compile.operations.logique import ISSUES
from generator.compile.redaction import Redaction
from generator.render.decision.montants import Montant, montant_du_jour
from generator.render.lecture import noms_des_parametres
from generator.render.libelles import LIBELLES
from generator.resolve import KnowledgeBase

# A choice inside a choice inside a choice: beyond, it is written as a formula.
PROFONDEUR = 2
INTITULES = {"sans-objet": "Sans objet", "erreur": "Pas de résultat", "avertissement": "Avertissement"}
LECTURE = "Les étapes suivent l'ordre du calcul ; dans chacune, le premier cas dont la condition est vraie l'emporte."


@dataclass(frozen=True, slots=True)
class Question:
    """`reponse` says what one may answer; `si` when it is asked, empty for always."""

    libelle: str
    reponse: str
    si: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Issue:
    """A leaf: `genre` is valeur, sans-objet, erreur or avertissement; `raison` what the reader is told with it."""

    genre: str
    mots: str
    raison: str = ""

    @property
    def intitule(self) -> str:
        """The kind in words; a value needs none."""
        return INTITULES.get(self.genre, "")


@dataclass(frozen=True, slots=True)
class Branche:
    """One case: what it asks, in clauses (nothing for « sinon »), then its issue, or cases of its own."""

    si: tuple[str, ...]
    issue: Issue | None = None
    suite: tuple["Branche", ...] = ()

    @property
    def issues(self) -> tuple[Issue, ...]:
        return (self.issue,) if self.issue else tuple(leaf for branch in self.suite for leaf in branch.issues)


@dataclass(frozen=True, slots=True)
class Palier:
    """A step. `sources` are (words, url); `est_resultat` when it is one of those that the calculator shows first."""

    libelle: str
    nature: str
    est_resultat: bool
    branches: tuple[Branche, ...]
    montants: tuple[Montant, ...]
    sources: tuple[tuple[str, str], ...]

    @property
    def etiquette(self) -> str:
        """« Droit, résultat »."""
        return LIBELLES[self.nature] + (", résultat" if self.est_resultat else "")


@dataclass(frozen=True, slots=True)
class Decision:
    """`paliers` are in the order in which they are computed: each after those that it uses."""

    titre: str
    jour: date
    questions: tuple[Question, ...]
    paliers: tuple[Palier, ...]
    avertissements: tuple[Branche, ...]

    @property
    def issues(self) -> tuple[Issue, ...]:
        return tuple(leaf for palier in self.paliers for branch in palier.branches for leaf in branch.issues)

    @property
    def compte(self) -> str:
        """« 3 questions, 6 étapes, 12 issues, 1 avertissement »."""
        counted = (
            (len(self.questions), "question"),
            (len(self.paliers), "étape"),
            (len(self.issues), "issue"),
            (len(self.avertissements), "avertissement"),
        )
        return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in counted if count)


def decision(base: KnowledgeBase, program: Program, jour: date) -> Decision:
    """The tree of a calculator, with the figures of a day."""
    words = Redaction(program.calculateur, base, program.types)
    return Decision(
        program.calculateur.titre,
        jour,
        tuple(_question(entree, words) for entree in program.json["entrees"]),
        tuple(_paliers(base, program, jour, words)),
        tuple(
            Branche(words.clauses(item["arbre"]), Issue("avertissement", words.raison(item["message"])))
            for item in program.json["avertissements"]
        ),
    )


def _paliers(base: KnowledgeBase, program: Program, jour: date, words: Redaction) -> Iterator[Palier]:
    """A figure is written where it is first used; further on, it is only said where."""
    names = noms_des_parametres(base)
    written: dict[str, int] = {}
    for rank, etape in enumerate(_ordonnees(program.json["etapes"]), 1):
        figures = []
        for name in dict.fromkeys(_noms(etape["arbre"], "parametre")):
            parametre, first = base.parametres[names[name]], written.setdefault(name, rank)
            figures.append(
                montant_du_jour(base, parametre, jour)
                if first == rank
                else Montant(parametre.id, parametre.titre, (f"voir l'étape {first}",))
            )
        yield Palier(
            etape["libelle"],
            etape["nature"],
            etape["nom"] in program.json["resultats"],
            tuple(_branches(etape["arbre"], words)),
            tuple(figures),
            tuple((source["texte"], source["url"]) for source in etape["sources"]),
        )


def _ordonnees(etapes: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """Each step after those that it uses, otherwise as the file has them; the compiler has refused cycles."""
    waiting = {etape["nom"]: etape for etape in etapes}

    def visiter(etape: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        for name in _noms(etape["arbre"], "ref"):
            if name in waiting:
                yield from visiter(waiting.pop(name))
        yield etape

    while waiting:
        yield from visiter(waiting.pop(next(iter(waiting))))


def _noms(tree: object, operation: str) -> Iterator[str]:
    """What a tree refers to: its parameters, or its inputs and steps, even in the reasons that it gives."""
    if not isinstance(tree, list) or not tree:
        return
    if tree[0] == operation:
        yield tree[1]
    elif tree[0] in ISSUES and operation == "ref":
        yield from RENVOI.findall(tree[1])
    for item in tree:
        yield from _noms(item, operation)


def _branches(tree: Arbre, words: Redaction, raison: str = "", profondeur: int = 0) -> Iterator[Branche]:
    """The cases of a step in the order in which they are tried; a formula without cases is one of its own."""
    rows = _cas(tree)
    if rows is None:
        yield Branche((), _issue(tree, raison, words))
        return
    for condition, result, because in rows:
        clauses = words.clauses(condition) if condition else ()
        reason = because or raison
        if _cas(result) is None or (clauses and profondeur == PROFONDEUR):
            yield Branche(clauses, _issue(result, reason, words))
        elif clauses:
            yield Branche(clauses, suite=tuple(_branches(result, words, reason, profondeur + 1)))
        else:
            yield from _branches(result, words, reason, profondeur)


def _cas(tree: Arbre) -> list[tuple[Arbre | None, Arbre, str | None]] | None:
    """(condition, result, reason) of each case; None for what is not a choice."""
    while tree[0] == "convertir":
        tree = tree[1]
    match tree[0]:
        case "cas":
            return [(condition, result, because) for condition, result, because in tree[1:]]
        case "si":
            return [(tree[1], tree[2], None), (None, tree[3], None)]
    return None


def _issue(result: Arbre, raison: str, words: Redaction) -> Issue:
    match result[0]:
        case "sans_objet":
            return Issue("sans-objet", words.raison(result[1]))
        case "refus":
            return Issue("erreur", words.raison(result[1]))
    return Issue("valeur", words.formule(result), words.raison(raison))


def _question(entree: Mapping[str, Any], words: Redaction) -> Question:
    default = "" if entree["defaut"] is None else f" ; {_defaut(entree)} par défaut"
    return Question(
        entree["libelle"], _reponse(entree) + default, words.clauses(entree["si"]) if entree["si"] is not None else ()
    )


def _reponse(entree: Mapping[str, Any]) -> str:
    match entree["type"]:
        case "booleen":
            return "oui ou non"
        case "date":
            return "une date"
        case "choix":
            return "un choix parmi " + ", ".join(f"« {option['libelle']} »" for option in entree["options"])
    least, most = (
        None if entree[bound] is None else afficher_nombre(Fraction(entree[bound]), entree["unite"])
        for bound in ("min", "max")
    )
    kind = "un nombre entier" if entree["entier"] else "un nombre"
    if least and most:
        return f"{kind}, de {least} à {most}"
    if least or most:
        return f"{kind}, {f'au moins {least}' if least else f'au plus {most}'}"
    return f"{kind} ({entree['unite']})" if entree["unite"] else kind


def _defaut(entree: Mapping[str, Any]) -> str:
    """The answer that counts until another is given."""
    default = entree["defaut"]
    match entree["type"]:
        case "booleen":
            return "oui" if default else "non"
        case "date":
            return date_longue(date.fromisoformat(default))
        case "choix":
            return next(f"« {option['libelle']} »" for option in entree["options"] if option["code"] == default)
    return afficher_nombre(Fraction(default), entree["unite"])
