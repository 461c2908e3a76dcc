"""The parser's English complaints, said in French at the place where the hand must go."""

from yaml import MarkedYAMLError

from generator.diagnostics import Code, Diagnostic
from generator.load import codes
from generator.load.lines import Lines

QUOTES = "mettez tout le texte entre guillemets"

# (part of the context, part of the problem, code, sentence, remedy, is the place where the context opens?);
# the first line that fits wins.
SENTENCES: tuple[tuple[str, str, Code, str, str, bool], ...] = (
    ("an alias", "", codes.ALIAS, "le texte commence par « * »", QUOTES, True),
    ("an anchor", "", codes.ANCRE, "le texte commence par « & »", QUOTES, True),
    ("a tag", "", codes.ETIQUETTE, "le texte commence par « ! »", QUOTES, True),
    ("", "undefined tag handle", codes.ETIQUETTE, "le texte commence par « ! »", QUOTES, False),
    ("directive", "", codes.SYNTAXE, "une ligne ne peut pas commencer par « % »", "", True),
    ("", "incompatible YAML", codes.SYNTAXE, "une ligne ne peut pas commencer par « % »", "", False),
    ("quoted scalar", "end of stream", codes.SYNTAXE, "ce guillemet n'est jamais fermé", "", True),
    ("quoted scalar", "document indicator", codes.SYNTAXE, "ce guillemet n'est jamais fermé", "", True),
    (
        "quoted scalar",
        "",
        codes.SYNTAXE,
        "« \\ » est suivi d'un signe inconnu",
        "doublez-le (« \\\\ ») ou prenez des guillemets simples",
        False,
    ),
    ("flow sequence", "", codes.SYNTAXE, "ce crochet « [ » n'est pas fermé, ou une virgule y manque", "", True),
    ("flow mapping", "", codes.SYNTAXE, "cette accolade « { » n'est pas fermée, ou une virgule y manque", "", True),
    (
        "block scalar",
        "",
        codes.SYNTAXE,
        "rien ne peut suivre « | » ou « > » sur la même ligne",
        "écrivez le texte à la ligne, décalé de deux espaces",
        False,
    ),
    (
        "simple key",
        "",
        codes.SYNTAXE,
        "il manque « : » après le nom du champ, ou cette ligne est mal décalée",
        "",
        True,
    ),
    (
        "",
        "block sequence entries",
        codes.SYNTAXE,
        "une liste ne peut pas commencer ici",
        "mettez le tiret à la ligne, décalé de deux espaces, ou le texte entre guillemets",
        False,
    ),
    (
        "",
        "expected '-'",
        codes.SYNTAXE,
        "un tiret est attendu ici, ou cette ligne est mal décalée",
        "alignez cette ligne avec ses voisines",
        False,
    ),
    (
        "",
        "<document start>",
        codes.SYNTAXE,
        "ce texte suit la fin du contenu",
        "supprimez-le, ou vérifiez les guillemets qui précèdent",
        False,
    ),
)


def syntax_diagnostic(path: str, error: MarkedYAMLError, lines: Lines) -> Diagnostic:
    """One sentence for the first thing the parser could not read; a general one for what it never says."""
    context, problem = error.context or "", error.problem or ""
    for in_context, in_problem, code, message, help, opening in SENTENCES:
        if in_context in context and in_problem in problem:
            mark = error.context_mark if opening else error.problem_mark
            return code.at(lines.place(mark or error.problem_mark).at(path), message, help)
    message, help = _by_line(problem, lines, error)
    return codes.SYNTAXE.at(lines.place(error.problem_mark).at(path), message, help)


def _by_line(problem: str, lines: Lines, error: MarkedYAMLError) -> tuple[str, str]:
    """The complaints whose meaning depends on what stands before them on the line."""
    before = lines.before(error.problem_mark)
    if "mapping values" in problem:
        if ": " in before:
            return "« : » ne peut pas apparaître dans une valeur sans guillemets", QUOTES
        return "cette ligne est mal décalée, ou il manque « : » à la ligne précédente", ""
    if "cannot start any token" in problem or "node content" in problem:
        char = lines.char(error.problem_mark)
        return (f"« {char} » ne peut pas se trouver ici", QUOTES) if char else ("il manque une valeur ici", "")
    if "expected key" in problem:
        if before.strip():
            return "ce texte suit une valeur déjà terminée", "vérifiez les guillemets et les crochets de cette ligne"
        return "cette ligne est mal décalée", "alignez-la avec les champs du même groupe"
    return "le fichier ne peut pas être lu à partir d'ici", "comparez cette ligne avec un fichier voisin"
