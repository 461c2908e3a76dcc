"""The texts of a header as they are read in a page: references resolved, all the rest escaped."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from generator.diagnostics import Code, Diagnostic
from generator.load import Chemin, Document
from generator.render.lecture import question
from generator.render.renvois import Renvois, cites, en_html
from generator.resolve import Cible, KnowledgeBase


@dataclass
class Champs:
    """The header of one file, for the page at `url`. `valeurs` has its shape, each text being HTML."""

    document: Document
    base: KnowledgeBase
    url: str
    today: date
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @property
    def valeurs(self) -> Any:
        return self._ecrire(self.document.data, ())

    def _ecrire(self, value: object, path: Chemin) -> object:
        if isinstance(value, dict):
            return {key: self._ecrire(item, (*path, key)) for key, item in value.items()}
        if isinstance(value, list):
            return [self._ecrire(item, (*path, index)) for index, item in enumerate(value)]
        if not isinstance(value, str):
            return value

        return self._renvois(path).html(value)

    def relire(self) -> tuple[Diagnostic, ...]:
        """What is wrong in the references of these texts."""
        for path, text in self.document.textes_qui_renvoient:
            self._renvois(path).html(text)
        return tuple(self.diagnostics)

    def _renvois(self, path: Chemin) -> Renvois:
        def place(code: Code, offset: int, length: int, message: str, help: str = "") -> Diagnostic:
            return code.at(self.document.locate_text(path, offset, length), message, help)

        return Renvois(self.base, self.url, self.today, place, self.diagnostics, en_html)


@question
def citations(base: KnowledgeBase) -> Mapping[Cible, tuple[Cible, ...]]:
    """Who cites each subject, in the fields of the files and in their words."""
    found = {cible: dict.fromkeys(citing) for cible, citing in base.liens.items()}
    for subject, document in base.documents.items():
        for text in (document.body, *(text for _, text in document.textes_qui_renvoient)):
            for cible in cites(text, base):
                found.setdefault(cible, {})[subject] = None
    return {cible: tuple(citing) for cible, citing in found.items()}
