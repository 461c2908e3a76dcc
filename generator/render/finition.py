"""The last pass over a page: acronyms spelled out, French typography, tables that scroll."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from html import escape, unescape
from itertools import chain

from generator.render.balises import couper, sans_balises
from generator.render.filters import typographier, typographier_une_page

# Text that must stay as it is, and text where an abbreviation would get in the way of another element.
TELS_QUELS = frozenset({"script", "style", "code", "pre", "textarea"})
SANS_SIGLE = TELS_QUELS | {"a", "abbr", "button", "option", "summary", "label", "legend", "svg", "title", "q"}
# What is in them is no markup at all.
DONNEES = frozenset({"script", "style"})

SOUS_TITRES = frozenset({"h2", "h3", "h4"})
# What Markdown writes of a table, completed: a class of ours, without which Material would put it in a second frame
# that scrolls; a heading of a column that says so.
TABLEAU = {"<table>": '<table class="m-tableau">'}
COLONNE = ("<th>", '<th scope="col">')
# The tags that change anything; all others are passed over.
_DISTINGUEES = SANS_SIGLE | SOUS_TITRES | {"table", "caption"}
# Each begins with signs that the engine looks for alone.
_APOSTROPHE = re.compile(r"&#39;(?<=\w&#39;)(?=\w)")
_COMMENTAIRE = re.compile(r"<!--.*?-->", re.DOTALL)
# Between two texts that do not touch: no file may hold it, and it is neither a letter, nor a digit, nor a space.
_ENTRE = "\0"


@dataclass(frozen=True)
class Finition:
    """`sigles` gives what each acronym stands for."""

    sigles: Mapping[str, str]

    def finir(self, html: str) -> str:
        """The same page, finished."""
        # Templates escape the apostrophe: between two letters it is a typographic matter, not an entity. Comments are
        # for those who write templates.
        texts, tags, names = couper(_COMMENTAIRE.sub("", _APOSTROPHE.sub("’", html)), _DISTINGUEES)
        places = _Lieux()
        places.lire(tags, names)
        _changer(texts, places.mots.places, typographier_une_page)
        words = frozenset(chain.from_iterable(places.mots.places)) if places.cadres else frozenset[int]()
        for frame in places.cadres:
            label = frame.nom(texts, tags, names, words)
            table = TABLEAU.get(tags[frame.table], tags[frame.table])
            tags[frame.table] = f'<div class="m-defile" tabindex="0" role="region" aria-label="{label}">{table}'
        if places.cadres:
            tags[:] = [tag.replace(*COLONNE) for tag in tags]
        for rank in places.fins:
            tags[rank] += "</div>"
        if self._motif is not None:
            _changer(texts, places.nus.places, self._abreger)
        tags.append("")
        return "".join(chain.from_iterable(zip(texts, tags, strict=True)))

    def _abreger(self, text: str) -> str:
        assert self._motif is not None
        return self._motif.sub(lambda found: self._abreges[found[0]], text)

    @cached_property
    def _abreges(self) -> Mapping[str, str]:
        return {
            sigle: f'<abbr title="{escape(typographier(nom))}">{sigle}</abbr>' for sigle, nom in self.sigles.items()
        }

    @cached_property
    def _motif(self) -> re.Pattern[str] | None:
        """Any acronym, the longest first; by their first sign, which the engine looks for alone."""
        initials: dict[str, list[str]] = {}
        for sigle in sorted(self.sigles, key=len, reverse=True):
            initials.setdefault(sigle[0], []).append(re.escape(sigle[1:]))
        words = "|".join(
            rf"{re.escape(first)}(?<![\w-]{re.escape(first)})(?:{'|'.join(rest)})" for first, rest in initials.items()
        )
        return re.compile(rf"(?:{words})(?![\w-])") if words else None


def finir(html: str, sigles: Mapping[str, str]) -> str:
    """One page, finished."""
    return Finition(sigles).finir(html)


@dataclass
class _Cadre:
    """A table, by the rank of its tag, its number in the page, and the ranks of the tags of its caption and of the
    heading over it.
    """

    table: int
    numero: int
    titre: tuple[int, int] | None = None
    legende: tuple[int, int] | None = None

    def nom(self, texts: Sequence[str], tags: Sequence[str], names: Sequence[str | None], mots: frozenset[int]) -> str:
        """Its caption, when it has one; else its number, and the heading over it."""
        if self.legende is not None:
            return escape(_lire(self.legende, texts, tags, names, mots))
        heading = _lire(self.titre, texts, tags, names, mots) if self.titre else ""
        return escape(typographier(f"Tableau {self.numero}{f' : {heading}' if heading else ''}"))


def _lire(
    ranks: tuple[int, int], texts: Sequence[str], tags: Sequence[str], names: Sequence[str | None], mots: frozenset[int]
) -> str:
    """The words between two tags."""
    start, end = ranks
    parts = []
    for rank in range(start + 1, end + 1):
        parts.append(texts[rank] if rank in mots else "")
        parts.append(sans_balises(tags[rank]) if rank < end and names[rank] is None else "")
    return unescape(" ".join("".join(parts).split()))


@dataclass
class _Suite:
    """Runs of texts, each as long as can be."""

    places: list[range] = field(default_factory=list)
    _debut: int | None = 0

    def noter(self, rank: int, *, dedans: bool) -> None:
        """Whether the texts from this rank on are in a run."""
        if dedans and self._debut is None:
            self._debut = rank
        elif not dedans and self._debut is not None:
            self.places.append(range(self._debut, rank))
            self._debut = None


@dataclass
class _Lieux:
    """Where a page is to be changed: `mots` are the ranks of the texts that are words, `nus` of those in which
    acronyms are spelled out, `fins` of the tags that close a table.
    """

    mots: _Suite = field(default_factory=_Suite)
    nus: _Suite = field(default_factory=_Suite)
    cadres: list[_Cadre] = field(default_factory=list)
    fins: list[int] = field(default_factory=list)
    _ouverts: list[str] = field(default_factory=list)
    _legende: int | None = None
    _debut_de_titre: int | None = None
    _titre: tuple[int, int] | None = None

    def lire(self, tags: Sequence[str], names: Sequence[str | None]) -> None:
        """Text number n stands before tag number n."""
        inside = self._ouverts
        for rank, name in enumerate(names):
            if name is None or tags[rank].endswith("/>"):
                continue
            if inside and inside[-1] in DONNEES and name != f"/{inside[-1]}":
                continue
            tag = name.removeprefix("/")
            if tag in SANS_SIGLE:
                before = len(inside)
                self._passer(tag, entre=tag == name)
                if (before == 0) != (not inside):
                    self.nus.noter(rank + 1, dedans=not inside)
                if tag in TELS_QUELS or before - len(inside) > 1:
                    self.mots.noter(rank + 1, dedans=TELS_QUELS.isdisjoint(inside))
            elif tag == name:
                self._ouvrir(tag, rank)
            else:
                self._fermer(tag, rank)
        self.nus.noter(len(names) + 1, dedans=False)
        self.mots.noter(len(names) + 1, dedans=False)

    def _passer(self, tag: str, *, entre: bool) -> None:
        inside = self._ouverts
        if entre:
            inside.append(tag)
        elif inside and inside[-1] == tag:
            inside.pop()
        elif tag in inside:
            del inside[len(inside) - 1 - inside[::-1].index(tag) :]

    def _ouvrir(self, tag: str, rank: int) -> None:
        if tag == "table":
            self.cadres.append(_Cadre(rank, len(self.cadres) + 1, self._titre))
            self._legende = None
        elif tag == "caption":
            self._legende = rank
        else:
            self._debut_de_titre = rank

    def _fermer(self, tag: str, rank: int) -> None:
        if tag == "table":
            self.fins.append(rank)
        elif tag == "caption":
            if self._legende is not None and self.cadres:
                self.cadres[-1].legende = (self._legende, rank)
            self._legende = None
        elif self._debut_de_titre is not None:
            self._titre = (self._debut_de_titre, rank)


def _changer(texts: list[str], runs: Sequence[range], change: Callable[[str], str]) -> None:
    """Change some texts, all at once: an expression costs more to start than to go on."""
    held = chain.from_iterable(texts[run.start : run.stop] for run in runs)
    changed = change(_ENTRE.join(held)).split(_ENTRE)
    cursor = 0
    for run in runs:
        texts[run.start : run.stop] = changed[cursor : cursor + len(run)]
        cursor += len(run)
