"""From the text of a formula to its syntax tree; faults are told in French, at their character."""

from functools import lru_cache
from pathlib import Path

from lark import Lark, Token, Tree, UnexpectedCharacters, UnexpectedEOF, UnexpectedInput, UnexpectedToken

from generator.compile.noeud import FauteDeFormule
from generator.compile.unites import SYMBOLES
from generator.diagnostics import vouliez_vous_dire

LONGUEUR_MAX = 4000
# The words people write for the symbols.
MOTS = {"euro": "€", "euros": "€", "heure": "h", "heures": "h", "année": "an", "années": "an"}

_PARSER = Lark(
    Path(__file__).with_name("formule.lark").read_text(encoding="utf-8"),
    parser="lalr",
    propagate_positions=True,
    maybe_placeholders=False,
)
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


@lru_cache(maxsize=4096)
def lire(texte: str) -> Tree[Token]:
    """The syntax tree, which nobody may change. Raises FauteDeFormule (syntaxe, unite-inconnue)."""
    if len(texte) > LONGUEUR_MAX or texte.count("(") > 100:
        raise FauteDeFormule("syntaxe", "formule trop longue : coupez-la en plusieurs étapes", 0, len(texte))
    try:
        return _PARSER.parse(texte)
    except UnexpectedInput as error:
        raise _faute(texte, error) from None


def _faute(texte: str, error: UnexpectedInput) -> FauteDeFormule:
    if isinstance(error, UnexpectedEOF) or (isinstance(error, UnexpectedToken) and error.token.type == "$END"):
        return FauteDeFormule("syntaxe", "la formule s'arrête trop tôt", max(len(texte) - 1, 0), len(texte))
    start = error.pos_in_stream or 0
    if isinstance(error, UnexpectedCharacters):
        message = f"« {texte[start]} » n'est pas attendu ici"
        return FauteDeFormule("syntaxe", message, start, start + 1, _conseil(texte, start))
    assert isinstance(error, UnexpectedToken)
    word = str(error.token)
    message = f"« {word} » n'est pas attendu ici"
    return FauteDeFormule("syntaxe", message, start, start + len(word), _conseil(texte, start))


def _conseil(texte: str, start: int) -> str:
    for sign, advice in _CONSEILS.items():
        if texte.startswith(sign, start) or texte.startswith(sign, max(start - 1, 0)):
            return advice
    return ""


def unite_inconnue(symbole: str, debut: int, fin: int) -> FauteDeFormule:
    """The fault of a unit that does not exist."""
    written = MOTS.get(symbole.casefold())
    known = f"cette unité s'écrit « {written} »" if written else vouliez_vous_dire(symbole, SYMBOLES)
    help = known or f"unités connues : {', '.join(SYMBOLES)}"
    return FauteDeFormule("unite-inconnue", f"l'unité « {symbole} » n'existe pas", debut, fin, help)
