"""The words that people wrote, with their places: headers and bodies, code and references set aside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.diagnostics import Code, Diagnostic, Location
from generator.load import Chemin, Document
from generator.render.crochets import sans_code
from generator.render.marques import MARQUE_EN_TETE
from generator.render.renvois import JETON

# Fields that hold no words: names, codes, formulas, addresses.
SANS_MOTS = frozenset(
    {
        "id",
        "code",
        "source",
        "version",
        "versions",
        "url",
        "identifiant",
        "numero",
        "unite",
        "formule",
        "si",
        "alors",
        "sigle",
    }
)


@dataclass(frozen=True, slots=True)
class Ecrit:
    """One field, or one paragraph of a body. `mots` is as long as `texte`: what is no word in it is blanked out."""

    document: Document
    texte: str
    mots: str
    chemin: Chemin | None
    ligne: int = 0

    def dire(
        self, code: Code, start: int, length: int, message: str, help: str = "", remplacement: str | None = None
    ) -> Diagnostic:
        """A diagnostic at an offset of the text."""
        if self.chemin is not None:
            return code.at(self.document.locate_text(self.chemin, start, length), message, help, remplacement)
        before = self.texte[:start]
        column = start - (before.rfind("\n") + 1) + 1
        place = Location(self.document.path, self.ligne + before.count("\n"), column, length)
        return code.at(place, message, help, remplacement)


def ecrits(document: Document) -> Iterator[Ecrit]:
    """The fields that hold words, then the paragraphs of the body; what is still to be written holds none."""
    for path, text in document.textes:
        names = [step for step in path if isinstance(step, str)]
        if names and names[-1] not in SANS_MOTS and "exemples" not in names[:1] and not MARQUE_EN_TETE.match(text):
            yield Ecrit(document, text, _masquer(text), path)
    body = sans_code(document.body)
    for match in re.finditer(r"(?:[^\n]+\n?)+", body):
        if MARQUE_EN_TETE.match(match[0]):
            continue
        line = document.body_line + body[: match.start()].count("\n")
        yield Ecrit(document, document.body[match.start() : match.end()], _masquer(match[0]), None, line)


def _masquer(text: str) -> str:
    """Blank out figures that come from data and the targets of links; the words of a link stay."""

    def blank(match: re.Match[str]) -> str:
        held = match["renvoi"]
        if held is None or "|" not in held:
            return " " * len(match[0])
        target, _, words = match[0].partition("|")
        return " " * (len(target) + 1) + words

    # Most texts hold none.
    return JETON.sub(blank, text) if "[" in text or "{{" in text else text
