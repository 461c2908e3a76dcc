"""What stands where only a person can write: a draft that holds it is refused until it is replaced."""

import re
from collections.abc import Iterator

from generator.diagnostics import Location
from generator.load import Document

MARQUE = "À COMPLÉTER"
# At the start of a field or of a paragraph, as `memento nouveau` and the models of the guide write it.
MARQUE_EN_TETE = re.compile(rf"{MARQUE}\b", re.IGNORECASE)
_PARAGRAPHE = re.compile(rf"^(?:#+ |[-*] )?(?P<marque>{MARQUE}\b)", re.IGNORECASE | re.MULTILINE)
_BLOC = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)


def a_completer(quoi: str) -> str:
    """The mark, and what is expected in its place."""
    return f"{MARQUE} : {quoi}"


def marques(document: Document) -> Iterator[tuple[Location, str]]:
    """Each place that is still to be written, and what is expected there."""
    for path, text in document.textes:
        if MARQUE_EN_TETE.match(text):
            yield document.locate_text(path, 0, len(MARQUE)), _attendu(text)
    # Most bodies hold none: one look tells.
    if MARQUE.lower() not in document.body.lower():
        return
    body = _BLOC.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), document.body)
    for match in _PARAGRAPHE.finditer(body):
        before = body[: match.start("marque")]
        column = len(before) - before.rfind("\n")
        rest = body[match.start("marque") :].partition("\n")[0]
        yield Location(document.path, document.body_line + before.count("\n"), column, len(MARQUE)), _attendu(rest)


def _attendu(text: str) -> str:
    return " ".join(text[len(MARQUE) :].split()).lstrip(" :,.")
