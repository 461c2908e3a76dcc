"""The parser's English complaints, said in French at the place where the hand must go."""

import re
from typing import NamedTuple

from yaml import MarkedYAMLError

from generator.diagnostics import Code, Diagnostic
from generator.load import codes
from generator.load.lines import Lines
from generator.load.node import Span

QUOTES = "mettez tout le texte entre guillemets"
ALIGN = "alignez-la avec les champs du même groupe ; si c'est la suite d'un texte, décalez-la davantage que son nom"


class Sentence(NamedTuple):
    """The first whose two parts are in what the parser says wins; `opening`: the place is where the context opens."""

    context: str
    problem: str
    code: Code
    message: str
    help: str = ""
    opening: bool = False


SENTENCES = (
    Sentence("an alias", "", codes.ALIAS, "le texte commence par « * »", QUOTES, True),
    Sentence("an anchor", "", codes.ANCRE, "le texte commence par « & »", QUOTES, True),
    Sentence("a tag", "", codes.ETIQUETTE, "le texte commence par « ! »", QUOTES, True),
    Sentence("", "undefined tag handle", codes.ETIQUETTE, "le texte commence par « ! »", QUOTES),
    Sentence("directive", "", codes.SYNTAXE, "une ligne ne peut pas commencer par « % »", "", True),
    Sentence("", "incompatible YAML", codes.SYNTAXE, "une ligne ne peut pas commencer par « % »"),
    Sentence(
        "quoted scalar",
        "end of stream",
        codes.SYNTAXE,
        "ce guillemet n'est jamais fermé",
        "fermez-le au bout du texte",
        True,
    ),
    Sentence(
        "quoted scalar",
        "document indicator",
        codes.SYNTAXE,
        "ce guillemet n'est jamais fermé",
        "fermez-le au bout du texte",
        True,
    ),
    Sentence(
        "quoted scalar",
        "",
        codes.SYNTAXE,
        "« \\ » est suivi d'un signe inconnu",
        "doublez-le (« \\\\ ») ou prenez des guillemets simples",
    ),
    Sentence(
        "flow sequence",
        "",
        codes.SYNTAXE,
        "ce crochet « [ » n'est pas fermé, ou une virgule y manque",
        "séparez les éléments par des virgules et fermez par « ] »",
        True,
    ),
    Sentence(
        "flow mapping",
        "",
        codes.SYNTAXE,
        "cette accolade « { » n'est pas fermée, ou une virgule y manque",
        "séparez les éléments par des virgules et fermez par « } »",
        True,
    ),
    Sentence(
        "block scalar",
        "",
        codes.SYNTAXE,
        "rien ne peut suivre « | » ou « > » sur la même ligne",
        "écrivez le texte à la ligne, décalé de deux espaces",
    ),
    Sentence(
        "simple key",
        "",
        codes.SYNTAXE,
        "il manque « : » après le nom du champ, ou cette ligne est mal décalée",
        "écrivez « nom: valeur » ; si c'est la suite d'un texte, décalez-la davantage que son nom",
        True,
    ),
    Sentence(
        "",
        "block sequence entries",
        codes.SYNTAXE,
        "une liste ne peut pas commencer ici",
        "mettez le tiret à la ligne, décalé de deux espaces, ou le texte entre guillemets",
    ),
    Sentence(
        "",
        "expected '-'",
        codes.SYNTAXE,
        "un tiret est attendu ici, ou cette ligne est mal décalée",
        "alignez cette ligne avec ses voisines",
    ),
    Sentence(
        "",
        "<document start>",
        codes.SYNTAXE,
        "ce texte suit la fin du contenu",
        "supprimez-le, ou vérifiez les guillemets qui précèdent",
    ),
)

# What the eye takes for the blank, the colon or the dash that YAML wants, and what to do; `faute` is where.
INSECABLE = re.compile(r"^[ ]*(?:- )*(?:[\w-]+:)?(?P<faute>[\u00a0\u202f])")
TIRET_COLLE = re.compile(r"^ *(?P<faute>-)[^\s-]")
DEUX_POINTS_COLLES = re.compile(r"^ *(?:- )*[a-z_]+(?P<faute>:)\S")
LOOKALIKES = (
    (INSECABLE, "une espace insécable n'en est pas une pour YAML", "remplacez-la par une espace ordinaire"),
    (TIRET_COLLE, "il manque une espace après le tiret", "écrivez « - » puis une espace"),
    (DEUX_POINTS_COLLES, "il manque une espace après les deux-points", "écrivez « nom: valeur »"),
)


def syntax_diagnostic(path: str, error: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """One sentence for the first thing the parser could not read; a general one for what it never says."""
    context, problem = error.context or "", error.problem or ""
    for sentence in SENTENCES:
        if sentence.context in context and sentence.problem in problem:
            place = lines.place((sentence.opening and error.context_mark) or error.problem_mark)
            code, message, help = sentence.code, sentence.message, sentence.help
            break
    else:
        code, (place, message, help) = codes.SYNTAXE, _by_line(problem, lines, error)
    if code is codes.SYNTAXE:
        text = lines.lines[place.line - 1]
        for pattern, said, remedy in LOOKALIKES:
            if found := pattern.match(text):
                return code.at(Span(place.line, found.start("faute") + 1).at(path), said, remedy)
    return code.at(place.at(path), message, help)


def _by_line(problem: str, lines: Lines, error: MarkedYAMLError) -> tuple[Span, str, str]:
    """The complaints whose meaning depends on what stands before them on the line."""
    before, place = lines.before(error.problem_mark), lines.place(error.problem_mark)
    if "mapping values" in problem:
        if ": " in before:
            return place, "« : » ne peut pas apparaître dans une valeur sans guillemets", QUOTES
        start = Span(place.line, len(before) - len(before.lstrip(" ")) + 1)
        return start, "cette ligne ou la précédente est mal décalée, ou il manque « : » à la précédente", ALIGN
    if "cannot start any token" in problem or "node content" in problem:
        char = lines.char(error.problem_mark)
        return (
            (place, f"« {char} » ne peut pas se trouver ici", QUOTES)
            if char
            else (place, "il manque une valeur ici", "")
        )
    if "expected key" in problem:
        if before.strip():
            return place, "ce texte suit une valeur déjà terminée", "mettez tout le texte entre guillemets doubles"
        return place, "cette ligne est mal décalée", "alignez-la avec les champs du même groupe"
    return place, "le fichier ne peut pas être lu à partir d'ici", "comparez cette ligne avec un fichier voisin"
