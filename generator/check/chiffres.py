"""A figure of the law is written once, in its parameter; words take it from there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from generator.check.ecrits import Ecrit
from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic
from generator.model import Chiffre, Parametre, Regle
from generator.resolve import KnowledgeBase
from generator.resolve.periodes import cellules

# What is written → what parameters and figures call it.
UNITES = {
    "%": "%",
    "€": "€",
    "euros": "€",
    "euro": "€",
    "M€": "M€",
    "millions d'euros": "M€",
    "h": "h",
    "heures": "h",
    "heure": "h",
    "mois": "mois",
    "ans": "an",
    "an": "an",
    "années": "an",
    "jours": "jour",
    "jour": "jour",
    "semaines": "semaine",
    "semaine": "semaine",
    "ETP": "ETP",
    "points": "point",
    "personnes": "personnes",
    "salariés": "salariés",
    "postes": "postes",
    "contrats": "contrats",
    "parcours": "parcours",
    "structures": "structures",
}
NOMBRE = re.compile(
    r"(?P<nombre>\d(?<![\w,.’'-].)(?:\d{0,2}(?:[ \u00a0\u202f]\d{3})+|\d*)(?:,\d+)?)[ \u00a0\u202f]?"
    rf"(?P<unite>{'|'.join(re.escape(word) for word in sorted(UNITES, key=len, reverse=True))})(?![\w/])"
)
# On these pages nothing is typed: every number with its unit comes from a parameter or from a figure of the Pacte.
SANS_CHIFFRE_TAPE = ("mesure", "engagement", "structure")

# What a rule notes beside its statement: history, oddities of a text, other words by which it is looked for.
EN_MARGE = {"note", "adoption_note", "mots"}

Cle = tuple[Decimal, str]


@dataclass(frozen=True, slots=True)
class Nombre:
    """A number with its unit, where it stands in a text."""

    cle: Cle
    texte: str
    debut: int


@promesse("MEM512")
def chiffres_tires_des_donnees(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un chiffre est tapé dans un texte alors qu'il existe comme donnée, ou une règle dit un chiffre sans sa donnée.

    Pourquoi : le jour où le montant change, le texte garderait l'ancien, et le lecteur ne saurait lequel croire.

    Remède : dans une page, écrivez le nom de la donnée entre deux accolades, comme le propose le message ; dans une
    règle, nommez son paramètre sous « parametres ». Si le chiffre n'existe pas encore, ajoutez-le dans
    rules/parametres/ ou dans rules/chiffres.yaml.
    """
    figures = Chiffres(tout.base)
    for (kind, name), texts in tout.ecrits:
        for written in texts:
            if written.document.path.startswith("content/"):
                yield from _tapes(written, kind, figures, code)
            elif kind == "regle":
                yield from _contredits(written, tout.base.regles[name], figures, code)


@dataclass(frozen=True)
class Chiffres:
    """The figures of the mémento, by number and unit."""

    base: KnowledgeBase

    @cached_property
    def par_valeur(self) -> Mapping[Cle, tuple[str, ...]]:
        """Number and unit → the names by which Markdown takes it."""
        found: dict[Cle, dict[str, None]] = {}
        found = {key: dict.fromkeys(names) for key, names in self.du_droit.items()}
        for chiffre in self.base.chiffres.values():
            found.setdefault(_cle(chiffre), {})[chiffre.nom] = None
        return {key: tuple(names) for key, names in found.items()}

    @cached_property
    def du_droit(self) -> Mapping[Cle, tuple[str, ...]]:
        """The same, of parameters alone: elsewhere than on its pages, a round number is rarely one of the Pacte's."""
        found: dict[Cle, list[str]] = {}
        for parametre in self.base.parametres.values():
            for key in self.valeurs[parametre.id]:
                found.setdefault(key, []).append(parametre.nom)
        return {key: tuple(names) for key, names in found.items()}

    @cached_property
    def par_mesure(self) -> Mapping[int, tuple[Cle, ...]]:
        """The figures of the Pacte, by the number of their measure."""
        found: dict[int, list[Cle]] = {}
        for chiffre in self.base.chiffres.values():
            for numero in chiffre.mesures:
                found.setdefault(numero, []).append(_cle(chiffre))
        return {numero: tuple(keys) for numero, keys in found.items()}

    @cached_property
    def valeurs(self) -> Mapping[str, frozenset[Cle]]:
        """Every value that each parameter has had, with its unit."""
        return {name: frozenset(_valeurs(held)) for name, held in self.base.parametres.items()}


def _valeurs(parametre: Parametre) -> Iterator[Cle]:
    unit = UNITES.get(parametre.unite.partition("/")[0], parametre.unite.partition("/")[0])
    for periods in cellules(parametre).values():
        for value in (period.valeur for period in periods):
            if value is not None:
                yield Decimal(value.numerator) / Decimal(value.denominator), unit


def _cle(chiffre: Chiffre) -> Cle:
    return Decimal(chiffre.valeur), UNITES.get(chiffre.unite, chiffre.unite)


def nombres(mots: str) -> Iterator[Nombre]:
    """The numbers with a unit of a text."""
    for match in NOMBRE.finditer(mots):
        digits = re.sub(r"[ \u00a0\u202f]", "", match["nombre"]).replace(",", ".")
        yield Nombre((Decimal(digits), UNITES[match["unite"]]), match[0], match.start())


def _tapes(written: Ecrit, kind: str, figures: Chiffres, code: Code) -> Iterator[Diagnostic]:
    # Words by which a page is looked for are typed, and never shown.
    if written.chemin and written.chemin[0] == "mots":
        return
    for number in nombres(written.mots):
        strict = kind in SANS_CHIFFRE_TAPE
        names = (figures.par_valeur if strict else figures.du_droit).get(number.cle, ())
        if not names and not strict:
            continue
        proposed = " ou ".join(f"{{{{ {name} }}}}" for name in names[:4])
        help = f"écrivez {proposed}" if names else "ajoutez ce chiffre aux données, puis citez-le entre accolades"
        yield written.dire(code, number.debut, len(number.texte), f"« {number.texte} » est tapé dans le texte", help)


def _contredits(written: Ecrit, regle: Regle, figures: Chiffres, code: Code) -> Iterator[Diagnostic]:
    """In a rule, a number with a unit is one of the values of its parameters, or a figure of its measures."""
    if written.chemin is None or {written.chemin[0], written.chemin[-1]} & EN_MARGE:
        return
    typed = tuple(nombres(written.mots))
    if not typed:
        return
    known = {key for name in regle.parametres for key in figures.valeurs[name]}
    known |= {key for numero in regle.mesures for key in figures.par_mesure.get(numero, ())}
    for number in typed:
        if number.cle not in known:
            message = f"« {number.texte} » n'est la valeur d'aucun paramètre de cette règle"
            listed = f"ses paramètres : {', '.join(regle.parametres)}" if regle.parametres else "elle n'en a aucun"
            yield written.dire(code, number.debut, len(number.texte), message, listed)
