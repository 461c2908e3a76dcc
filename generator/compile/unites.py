"""Units of measure: `€/ETP/an × ETP` is `€/an`; `€ + h` is an error; `%` is 1/100."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

# Symbol → (factor, base). A year is twelve months; months and days never convert into each other.
SYMBOLES: Mapping[str, tuple[int, str]] = {
    "€": (1, "€"),
    "h": (1, "h"),
    "mois": (1, "mois"),
    "an": (12, "mois"),
    "ans": (12, "mois"),
    "jour": (1, "jour"),
    "jours": (1, "jour"),
    "semaine": (7, "jour"),
    "semaines": (7, "jour"),
    "ETP": (1, "ETP"),
    "poste": (1, "poste"),
    "postes": (1, "poste"),
    "salarié": (1, "salarié"),
    "salariés": (1, "salarié"),
    "travailleur": (1, "travailleur"),
    "accompagnement": (1, "accompagnement"),
    "accompagnements": (1, "accompagnement"),
    "convention": (1, "convention"),
    "conventions": (1, "convention"),
    "dossier": (1, "dossier"),
    "dossiers": (1, "dossier"),
}
ECRITURES = {
    "ans": "an",
    "jours": "jour",
    "semaines": "semaine",
    "postes": "poste",
    "salariés": "salarié",
    "accompagnements": "accompagnement",
    "conventions": "convention",
    "dossiers": "dossier",
}


class UniteInconnue(ValueError):
    """A symbol that is in no unit; `symbole` is how it was written."""

    def __init__(self, symbole: str) -> None:
        super().__init__(symbole)
        self.symbole = symbole


@dataclass(frozen=True, slots=True)
class Unite:
    """`texte` is how it is written; `facteur` its size in base units; `exposants` base → power, none is zero."""

    texte: str
    facteur: Fraction
    exposants: tuple[tuple[str, int], ...]

    @property
    def pourcentage(self) -> bool:
        return self.texte == "%"

    def compatible(self, other: "Unite") -> bool:
        """True when both measure the same thing."""
        return self.exposants == other.exposants


SANS_UNITE = Unite("", Fraction(1), ())
POURCENT = Unite("%", Fraction(1), ())


def lire_unite(texte: str) -> Unite:
    """Read `€/ETP/an`, `%`, an empty text, or what `produit` writes: `1/an`, `€×h`. Raises UniteInconnue."""
    if texte == "":
        return SANS_UNITE
    if texte == "%":
        return POURCENT
    powers: Counter[str] = Counter()
    over, *under = texte.split("/")
    above = [] if under and over == "1" else over.split("×")
    for symbol, power in (*((symbol, 1) for symbol in above), *((symbol, -1) for symbol in under)):
        if symbol not in SYMBOLES:
            raise UniteInconnue(symbol)
        powers[ECRITURES.get(symbol, symbol)] += power
    return _unite(powers)


def produit(a: Unite, b: Unite, sign: int = 1) -> Unite:
    """The unit of a product, or of a quotient when `sign` is -1; a percentage behaves as a plain number."""
    powers = Counter(_symbols(a))
    for symbol, power in _symbols(b).items():
        powers[symbol] += sign * power
    return _unite(powers)


def _symbols(unit: Unite) -> Counter[str]:
    powers: Counter[str] = Counter()
    for rank, part in enumerate(unit.texte.split("/")):
        for symbol in part.split("×"):
            if symbol not in ("", "1", "%"):
                powers[symbol] += -1 if rank else 1
    return powers


def _unite(powers: Counter[str]) -> Unite:
    over = [symbol for symbol, power in powers.items() for _ in range(power)]
    under = [symbol for symbol, power in powers.items() for _ in range(-power)]
    text = "/".join(["×".join(over) or "1", *under])
    factor = Fraction(1)
    bases: Counter[str] = Counter()
    for symbol, power in powers.items():
        size, base = SYMBOLES[symbol]
        factor *= Fraction(size) ** power
        bases[base] += power
    exponents = tuple(sorted((base, power) for base, power in bases.items() if power))
    return Unite(text, factor, exponents) if exponents else SANS_UNITE
