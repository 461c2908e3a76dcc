"""From the text of a formula to its syntax tree; faults are told in French, at their character."""

import re
from functools import cache, lru_cache
from pathlib import Path

from lark import Lark, Token, Tree, UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

from generator.compile.noeud import FauteDeFormule
from generator.compile.unites import SYMBOLES
from generator.diagnostics import vouliez_vous_dire

LONGUEUR_MAX = 4000
# How many operations stand one inside the other: a sum of a hundred terms is already a hundred deep.
PROFONDEUR_MAX = 100
# The words people write for the symbols.
MOTS = {"euro": "€", "euros": "€", "heure": "h", "heures": "h", "année": "an", "années": "an"}

# Signs that someone may have put around a unit, spaces included.
GUILLEMETS = "«»“”„‘’'\" \u00a0\u202f"
_DATE_FRANCAISE = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})(?![0-9/])")
CODE = re.compile(r"[A-Z][\w-]*")
_ANGLAIS = {"and": "et", "or": "ou", "not": "non", "if": "si", "then": "alors", "else": "sinon"}
_CONSEILS = {
    "==": "une égalité s'écrit avec un seul « = »",
    "!=": "« différent de » s'écrit ≠",
    "≤": "« au plus » s'écrit <=",
    "≥": "« au moins » s'écrit >=",
    "×": "une multiplication s'écrit *",
    "÷": "une division s'écrit /",
    '"': "un texte s'écrit entre guillemets français : « ACI »",
    "'": "un texte s'écrit entre guillemets français : « ACI »",
    ".": "le séparateur décimal est la virgule : 0,5",
}


@cache
def _analyseur() -> Lark:
    """Made when a formula is read: who is given programs reads none."""
    grammar = Path(__file__).with_name("formule.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", propagate_positions=True, maybe_placeholders=False)


@lru_cache(maxsize=4096)
def lire(texte: str) -> Tree[Token]:
    """The syntax tree, which nobody may change. Raises FauteDeFormule (syntaxe, unite-inconnue)."""
    if len(texte) > LONGUEUR_MAX:
        raise _trop_longue(texte)
    if found := _DATE_FRANCAISE.search(texte):
        day, month, year = found.groups()
        message, help = f"« {found[0]} » n'est pas une date ici", f"écrivez {year}-{month:0>2}-{day:0>2}"
        raise FauteDeFormule("syntaxe", message, found.start(), found.end(), help)
    try:
        tree = _analyseur().parse(texte)
    except UnexpectedInput as error:
        raise _faute(texte, error) from None
    if _profondeur(tree) > PROFONDEUR_MAX:
        raise _trop_longue(texte)
    return tree


def _trop_longue(texte: str) -> FauteDeFormule:
    return FauteDeFormule("syntaxe", "formule trop longue : coupez-la en plusieurs étapes", 0, len(texte))


def _profondeur(tree: Tree[Token]) -> int:
    """How deep its deepest leaf is, told without going down one call at a time."""
    level, depth = [tree], 0
    while level:
        level = [child for node in level for child in node.children if isinstance(child, Tree)]
        depth += 1
    return depth


def _faute(texte: str, error: UnexpectedInput) -> FauteDeFormule:
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        help = "ajoutez la parenthèse fermante qui manque" if texte.count("(") > texte.count(")") else ""
        return FauteDeFormule("syntaxe", "la formule s'arrête trop tôt", max(len(texte) - 1, 0), len(texte), help)
    start = error.pos_in_stream or 0
    if isinstance(error, UnexpectedCharacters):
        message = f"« {texte[start]} » n'est pas attendu ici"
        return FauteDeFormule("syntaxe", message, start, start + 1, _conseil(texte, start))
    assert isinstance(error, UnexpectedToken)
    word = str(error.token)
    message = f"« {word} » n'est pas attendu ici"
    return FauteDeFormule("syntaxe", message, start, start + len(word), _conseil(texte, start, word))


def _conseil(texte: str, start: int, word: str = "") -> str:
    if word.lower() in _ANGLAIS:
        return f"écrivez « {_ANGLAIS[word.lower()]} »"
    if word in ("x", "X"):
        return _CONSEILS["×"]
    if code := CODE.match(texte, start):
        return f"un texte s'écrit entre guillemets français : « {code[0]} »"
    if word == ")":
        return "retirez la parenthèse en trop, ou ouvrez celle qui manque"
    for sign, advice in _CONSEILS.items():
        # Of « == », the second sign is the one at fault.
        if texte.startswith(sign, start) or texte[: start + 1].endswith(sign):
            return advice
    return ""


def unite_inconnue(symbole: str, debut: int = 0, fin: int = 1) -> FauteDeFormule:
    """The fault of a unit that does not exist; without its place, it is told by its words alone."""
    bare = symbole.strip(GUILLEMETS)
    written = MOTS.get(bare.casefold()) or (bare if bare in (*SYMBOLES, "%") else "")
    shown = f'"{written}"' if written == "%" else f"« {written} »"
    known = f"cette unité s'écrit {shown}" if written else vouliez_vous_dire(symbole, SYMBOLES)
    help = known or f"unités connues : {', '.join(SYMBOLES)}"
    return FauteDeFormule("unite-inconnue", f"l'unité « {symbole} » n'existe pas", debut, fin, help)
