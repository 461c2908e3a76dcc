"""Markdown bodies: links and figures by identifier, raw HTML and unsafe links refused at their place."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from html import unescape

from markdown import Markdown

from generator.diagnostics import Code, Diagnostic, Location, vouliez_vous_dire
from generator.load import Document
from generator.model import Parametre
from generator.render import codes
from generator.render.adresses import adresse, titre
from generator.render.filters import ancre, date_longue, lien_relatif, nombre
from generator.render.site import TocEntry
from generator.resolve import KnowledgeBase
from generator.resolve.periodes import cellules, valeur_au

CODE = re.compile(r"(`+).+?\1|^(```|~~~).*?^\2", re.DOTALL | re.MULTILINE)
RENVOI = re.compile(r"\[\[(.*?)\]\]", re.DOTALL)
CIBLE = re.compile(r"([a-z]+):([^|\]]+)(?:\|(.+))?", re.DOTALL)
CHIFFRE = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
BALISE = re.compile(r"<(?!https?://)[A-Za-z/!?][^>\n]*>?")
SCHEMA = re.compile(r"(?:\]\(\s*<?|^\s*\[[^\]]+\]:\s*<?|<)([^\s()<>]*?:)", re.MULTILINE)
ADMIS = ("http:", "https:", "mailto:")
GENRES = ("regle", "parametre", "source", "calculateur", "mesure", "structure", "fiche", "terme")


@dataclass(frozen=True, slots=True)
class Corps:
    """A body as HTML, its headings, and what was wrong in it."""

    html: str
    toc: tuple[TocEntry, ...]
    diagnostics: tuple[Diagnostic, ...]


def rendre(document: Document, base: KnowledgeBase, url: str, today: date) -> Corps:
    """The body of a file for the page at `url`, with figures as they are today."""
    return _Redaction(document, base, url, today).corps()


class _Redaction:
    """One body."""

    def __init__(self, document: Document, base: KnowledgeBase, url: str, today: date) -> None:
        self.document, self.base, self.url, self.today = document, base, url, today
        self.diagnostics: list[Diagnostic] = []

    def corps(self) -> Corps:
        text = self.document.body
        self.diagnostics.extend(self._refus(text))
        text = self._hors_du_code(RENVOI, text, self._renvoi)
        text = self._hors_du_code(CHIFFRE, text, self._chiffre)
        engine = Markdown(
            extensions=["tables", "sane_lists", "toc"],
            extension_configs={"toc": {"slugify": lambda value, _: ancre(value)}},
            output_format="html",
        )
        # Raw HTML was refused above; what would still look like it is shown as text.
        engine.preprocessors.deregister("html_block")
        engine.inlinePatterns.deregister("html")
        html = engine.convert(text)
        tokens = getattr(engine, "toc_tokens", [])
        return Corps(html, tuple(_toc(tokens)), tuple(self.diagnostics))

    def _refus(self, text: str) -> Iterator[Diagnostic]:
        masked = CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
        for match in BALISE.finditer(masked):
            yield self._place(
                codes.HTML_BRUT, match.start(), len(match[0]), f"« {match[0]} » : le HTML n'est pas admis"
            )
        for match in SCHEMA.finditer(unescape_keeping_length(masked)):
            scheme = "".join(match[1].split()).lower()
            if scheme not in ADMIS and not scheme.startswith(("//", "#", ".", "/")):
                message = f"le lien « {match[1]} » n'est pas admis"
                yield self._place(codes.LIEN_DANGEREUX, match.start(1), len(match[1]), message)

    def _hors_du_code(self, pattern: re.Pattern[str], text: str, write: Callable[[re.Match[str]], str]) -> str:
        """Replace a pattern everywhere but in code."""
        spans = [match.span() for match in CODE.finditer(text)]

        def replace(match: re.Match[str]) -> str:
            inside = any(start <= match.start() < end for start, end in spans)
            return match[0] if inside else write(match)

        return pattern.sub(replace, text)

    def _renvoi(self, match: re.Match[str]) -> str:
        parts = CIBLE.fullmatch(match[1].strip())
        if parts is None or parts[1] not in GENRES:
            near = vouliez_vous_dire(match[1].split(":")[0].strip(), GENRES)
            message = f"« {match[0]} » n'est pas un renvoi"
            self._dire(codes.RENVOI_MAL_ECRIT, match, message, near or f"genres possibles : {', '.join(GENRES)}")
            return match[0]
        kind, identifier = parts[1], parts[2].strip()
        if not self.base.contient(kind, identifier):
            near = vouliez_vous_dire(identifier, self.base.identifiants(kind))
            self._dire(codes.CIBLE_INCONNUE, match, f"{kind} « {identifier} » : ce sujet n'existe pas", near)
            return match[0]
        words = " ".join((parts[3] or titre(self.base, kind, identifier)).split())
        return f"[{_echapper(words)}]({lien_relatif(self.url, adresse(self.base, kind, identifier))})"

    def _chiffre(self, match: re.Match[str]) -> str:
        name, *cell = match[1].strip().split(".")
        known = {parametre.nom: parametre for parametre in self.base.parametres.values()}
        if name not in known:
            self._dire(codes.PARAMETRE_INCONNU, match, f"paramètre « {name} » inconnu", vouliez_vous_dire(name, known))
            return match[0]
        parametre = known[name]
        cells = {".".join(key): key for key in cellules(parametre)}
        if ".".join(cell) not in cells:
            near = vouliez_vous_dire(".".join(cell), cells) or f"cellules : {', '.join(cells)}"
            self._dire(codes.PARAMETRE_INCONNU, match, f"« {match[1].strip()} » ne désigne aucune valeur", near)
            return match[0]
        return self._valeur(parametre, tuple(cell))

    def _valeur(self, parametre: Parametre, cell: tuple[str, ...]) -> str:
        link = lien_relatif(self.url, adresse(self.base, "parametre", parametre.id))
        found = valeur_au(parametre, cell, self.today)
        if found is None or found.valeur is None:
            return f"[montant inconnu aujourd’hui]({link})"
        since = f"depuis le {date_longue(found.du)}"
        old = found.rappel_apres is not None and self.today > found.rappel_apres
        words = f"dernier montant connu, {since}" if old else since
        return (
            f"[{nombre(found.valeur, parametre.unite)}]({link}) ({words})"
            if old or _date_utile(parametre)
            else (f'[{nombre(found.valeur, parametre.unite)}]({link} "{words}")')
        )

    def _dire(self, code: Code, match: re.Match[str], message: str, help: str = "") -> None:
        # Offsets are those of the text as it was written: look the words up again there.
        start = self.document.body.find(match[0])
        self.diagnostics.append(self._place(code, max(start, 0), len(match[0]), message, help))

    def _place(self, code: Code, offset: int, length: int, message: str, help: str = "") -> Diagnostic:
        before = self.document.body[:offset]
        line = self.document.body_line + before.count("\n")
        column = offset - (before.rfind("\n") + 1) + 1
        rest = self.document.body[offset : offset + length].split("\n")[0]
        return code.at(Location(self.document.path, line, column, max(1, len(rest))), message, help)


def _date_utile(parametre: Parametre) -> bool:
    """An amount that moves is read with its date; a threshold that has not moved is not."""
    return len(parametre.valeurs) > 2


def unescape_keeping_length(text: str) -> str:
    """Entities decoded in place, padded, so that offsets stay those of the file."""
    return re.sub(r"&#?\w+;", lambda match: unescape(match[0]).ljust(len(match[0])), text)


def _echapper(words: str) -> str:
    return re.sub(r"([\\`*_\[\]<>])", r"\\\1", words)


def _toc(tokens: list[dict[str, object]]) -> Iterator[TocEntry]:
    for token in tokens:
        yield TocEntry(unescape(str(token["name"])), str(token["id"]), int(str(token["level"])))
        children = token["children"]
        if isinstance(children, list):
            yield from _toc(children)
