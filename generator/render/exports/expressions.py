"""A formula in the words of Publicodes: expressions for what they hold, mechanisms for the rest (ADR 0009).

Numbers keep their base form, without unit: 30 % is 0.3, since Publicodes would convert units in its own way.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product
from typing import Any

from generator.compile import Program
from generator.compile.noeud import Arbre
from generator.compile.portee import DATE_REFERENCE
from generator.compile.situation import Situation
from generator.compile.valeurs import Refus

Valeur = str | dict[str, Any]

SANS_OBJET = "sans objet"
"""The rule that is never applicable: what stands for « sans objet », a refusal or a gap."""

SOI = ""
"""Among the fragile rules that a formula uses: the formula itself, which may be non applicable as it stands."""

COMPARAISONS = {"<": "<", "<=": "<=", ">": ">", ">=": ">=", "=": "=", "≠": "!="}


class NonExportable(Exception):
    """What Publicodes has no word for; the message says what."""


@dataclass
class Traduction:
    """The formulas of one step, under the law of a day.

    `aides` are the rules that operands had to become. `fragiles` are the rules that may be non applicable: Publicodes
    would take them for false or leave them out of a sum, so whatever uses one is guarded (`employes` gathers them).
    """

    program: Program
    jour: date
    omis: Mapping[str, str]
    fragiles: set[str]
    etape: str
    aides: dict[str, Valeur] = field(default_factory=dict)
    employes: list[str] = field(default_factory=list)
    reserves: list[str] = field(default_factory=list)

    def regle(self, arbre: Arbre) -> tuple[dict[str, Any], bool]:
        """The body of a rule, and whether it may be non applicable. Raises NonExportable."""
        made, used = self._essayer(arbre)
        return _garder(made, used), bool(used)

    def _essayer(self, arbre: Arbre) -> tuple[Valeur, tuple[str, ...]]:
        """A formula and the fragile rules it uses; SOI among them when it is guarded already."""
        before, self.employes = self.employes, []
        made = self.valeur(arbre)
        used, self.employes = tuple(dict.fromkeys(self.employes)), before
        return made, used

    def element(self, arbre: Arbre) -> Valeur:
        """What stands in a list of Publicodes or after its « si », where non applicable would be read as false."""
        made, used = self._essayer(arbre)
        if SOI in used:
            return self.nommer(_garder(made, used), fragile=True)
        self.employes += used
        return made

    def valeur(self, arbre: Arbre) -> Valeur:
        """An expression, or a mechanism. Raises NonExportable."""
        if arbre[0] in COMPARAISONS or arbre[0] in ("+", "-", "*"):
            left, right = (self.operande(item) for item in arbre[1:])
            return f"{left} {COMPARAISONS.get(arbre[0], arbre[0])} {right}"
        if arbre[0] in LITTERAUX:
            return LITTERAUX[arbre[0]](arbre[1])
        if arbre[0] not in _TRADUCTIONS:
            raise NonExportable(f"{arbre[0]} n'a pas d'équivalent")
        return _TRADUCTIONS[arbre[0]](self, arbre)

    def operande(self, arbre: Arbre) -> str:
        """What can stand inside an expression: between parentheses, or by the name of a rule made for it."""
        made, used = self._essayer(arbre)
        if isinstance(made, dict):
            return self.nommer(_garder(made, used), fragile=bool(used))
        self.employes += used
        return f"({made})" if " " in made and made not in self.aides else made

    def nommer(self, valeur: Valeur, *, fragile: bool) -> str:
        """A rule of its own for a mechanism."""
        name = f"{self.etape} intermédiaire {len(self.aides) + 1}"
        self.aides[name] = valeur
        if fragile:
            self.fragiles.add(name)
            self.employes.append(name)
        return name

    def reference(self, nom: str) -> str:
        if nom == DATE_REFERENCE:
            return date_francaise(self.jour)
        if nom in self.omis:
            raise NonExportable(f"dépend de {nom}, qui n'est pas exporté")
        if nom in self.fragiles:
            self.employes.append(nom)
        return nom

    def si(self, cas: list[tuple[Arbre | None, Arbre]]) -> dict[str, Any]:
        """Cases in order: a condition that cannot be told stops there, as in our language."""
        variations: list[dict[str, Any]] = []
        for condition, result in cas:
            outcome = self._issue(result)
            if condition is None:
                variations.append({"sinon": outcome})
                continue
            before, self.employes = self.employes, []
            tested = self.element(condition)
            used, self.employes = tuple(dict.fromkeys(self.employes)), before
            if used:
                variations.append({"si": _non_applicables(used), "alors": SANS_OBJET})
                self.employes.append(SOI)
            variations.append({"si": tested, "alors": outcome})
        return {"variations": variations}

    def _issue(self, arbre: Arbre) -> Valeur:
        """The result of a case."""
        if arbre[0] in ("sans_objet", "refus"):
            self.employes.append(SOI)
            if arbre[0] == "refus":
                self.reserves.append(f"{self.etape} : refus « {arbre[1]} »")
            return SANS_OBJET
        made, used = self._essayer(arbre)
        if not used:
            return made
        self.employes.append(SOI)
        return _garder(made, used)

    def parametre(self, nom: str, indices: list[Arbre]) -> Valeur:
        """The cells of the day, chosen by the indices. Raises NonExportable when none of them is known."""
        situation = Situation(self.program, self.jour, {})
        cells: list[dict[str, Any]] = []
        gaps: list[str] = []
        for cell in product(*(self._codes(index) for index in indices)):
            period = situation.periode(nom, cell)
            if isinstance(period, Refus):
                gaps.append(period.message)
                continue
            value = decimale(Fraction(period["valeur"]))
            conditions = [
                f"{self.operande(index)} = {texte(code)}"
                for index, code in zip(indices, cell, strict=True)
                if index[0] != "texte"
            ]
            if not conditions:
                return value
            si: Valeur = conditions[0] if len(conditions) == 1 else {"toutes ces conditions": conditions}
            cells.append({"si": si, "alors": value})
        if not cells:
            raise NonExportable(gaps[0])
        if gaps:
            # Said outright: Publicodes takes a variation that no case covers for one that always applies.
            cells.append({"sinon": SANS_OBJET})
        self.reserves += [f"{self.etape} : {gap}" for gap in gaps]
        return self.nommer({"variations": cells}, fragile=bool(gaps))

    def _codes(self, index: Arbre) -> list[str]:
        """What an index can be: the codes of an input or of a step, or the one that is written."""
        if index[0] == "texte":
            return [index[1]]
        for entree in self.program.json["entrees"]:
            if index == ["ref", entree["nom"]]:
                return [option["code"] for option in entree["options"]]
        for etape in self.program.json["etapes"]:
            if index == ["ref", etape["nom"]]:
                return list(etape["libelles"])
        raise NonExportable("l'indice d'un paramètre est lui-même un calcul")


def _non_applicables(noms: tuple[str, ...]) -> Valeur:
    """True when one of these rules is non applicable."""
    return _une([{"est non applicable": nom} for nom in noms])


def _une(conditions: list[Valeur]) -> Valeur:
    return conditions[0] if len(conditions) == 1 else {"une de ces conditions": conditions}


def _garder(valeur: Valeur, employes: tuple[str, ...]) -> dict[str, Any]:
    """The body of a rule, non applicable when one of these is; a bare name already is."""
    body = valeur if isinstance(valeur, dict) else {"valeur": valeur}
    names = tuple(name for name in employes if name not in (SOI, valeur))
    return {**body, "non applicable si": _non_applicables(names)} if names else body


def _diviser(t: Traduction, arbre: Arbre) -> Valeur:
    """Publicodes stops on a division by zero, and says that zero divided by zero is zero: here it is non applicable."""
    if arbre[2][0] == "nombre":
        return f"{t.operande(arbre[1])} / {t.operande(arbre[2])}"
    before, t.employes = t.employes, []
    top, bottom = t.operande(arbre[1]), t.operande(arbre[2])
    used, t.employes = tuple(dict.fromkeys(t.employes)), before
    tests: list[Valeur] = [f"{bottom} = 0", *({"est non applicable": name} for name in used)]
    return t.nommer({"valeur": f"{top} / {bottom}", "non applicable si": _une(tests)}, fragile=True)


def _convertir(t: Traduction, arbre: Arbre) -> Valeur:
    factor = Fraction(arbre[2])
    top, bottom = decimale(Fraction(factor.numerator)), decimale(Fraction(factor.denominator))
    return f"{t.operande(arbre[1])} * {top} / {bottom}"


def _arrondi(t: Traduction, arbre: Arbre) -> Valeur:
    step = Fraction(arbre[2][1]) if arbre[2][0] == "nombre" else Fraction(0)
    places = len(str(step.denominator)) - 1
    if step != Fraction(1, 10**places) or arbre[3] != "demi-superieur":
        raise NonExportable("cet arrondi n'est pas au plus près, ou pas à un nombre entier de décimales")
    return {"valeur": t.operande(arbre[1]), "arrondi": f"{places} décimales"}


def _nombre_vrais(t: Traduction, arbre: Arbre) -> Valeur:
    return {"somme": [{"variations": [{"si": t.element(item), "alors": 1}, {"sinon": 0}]} for item in arbre[1:]]}


_TRADUCTIONS: Mapping[str, Callable[[Traduction, Arbre], Valeur]] = {
    "ref": lambda t, a: t.reference(a[1]),
    "parametre": lambda t, a: t.parametre(a[1], a[2:]),
    "/": _diviser,
    "neg": lambda t, a: f"0 - {t.operande(a[1])}",
    "et": lambda t, a: {"toutes ces conditions": [t.element(item) for item in a[1:]]},
    "ou": lambda t, a: {"une de ces conditions": [t.element(item) for item in a[1:]]},
    "non": lambda t, a: f"{t.operande(a[1])} = non",
    "si": lambda t, a: t.si([(a[1], a[2]), (None, a[3])]),
    "cas": lambda t, a: t.si([(condition, result) for condition, result, _ in a[1:]]),
    "min": lambda t, a: {"le minimum de": [t.element(item) for item in a[1:]]},
    "max": lambda t, a: {"le maximum de": [t.element(item) for item in a[1:]]},
    "arrondi": _arrondi,
    "nombre_vrais": _nombre_vrais,
    "convertir": _convertir,
}


def decimale(valeur: Fraction) -> str:
    """A number as Publicodes reads one: digits and a point, no exponent. Raises NonExportable on 1/3."""
    digits = 0
    while (valeur * 10**digits).denominator != 1:
        digits += 1
        if digits > 40:
            raise NonExportable(f"{valeur} ne s'écrit pas en décimales")
    with localcontext(prec=200):
        written = f"{Decimal(abs(valeur.numerator)) / Decimal(valeur.denominator):f}"
    return f"(0 - {written})" if valeur < 0 else written


def texte(code: str) -> str:
    """A code between quotes."""
    return f'"{code}"' if "'" in code else f"'{code}'"


def date_francaise(jour: date) -> str:
    """01/09/2021"""
    return f"{jour:%d/%m/%Y}"


LITTERAUX: Mapping[str, Callable[[Any], str]] = {
    "nombre": lambda written: decimale(Fraction(written)),
    "texte": texte,
    "date": lambda iso: date_francaise(date.fromisoformat(iso)),
    "booleen": lambda value: "oui" if value else "non",
}
