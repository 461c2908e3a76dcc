"""What a printed mémento keeps of the base: all of it, one type of structure, one theme, or one volume of these."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.model import CaseDeMatrice, Parametre, Regle, Source, Terme, VersionDeRegle
from generator.resolve import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Volume:
    """One of several: its rank from 1, how many there are, the themes whose rules it holds."""

    rang: int
    nombre: int
    themes: frozenset[str]


@dataclass(frozen=True)
class Selection:
    """`siae` is a code of the list of structures, `theme` a theme; both may be given."""

    base: KnowledgeBase
    siae: str | None = None
    theme: str | None = None
    volume: Volume | None = None

    @property
    def titre(self) -> str:
        """What it is about, empty for the whole."""
        names = [self.base.listes["siae"].options[self.siae]] if self.siae else []
        if self.theme:
            names.append(self.base.themes[self.theme].titre)
        if self.volume:
            names.append(f"volume {self.volume.rang} sur {self.volume.nombre}")
        return " – ".join(names)

    @property
    def tout(self) -> bool:
        """True when nothing is left out."""
        return self.siae is None and self.theme is None and self.volume is None

    def regles(self) -> dict[str, Regle]:
        return self._regles

    @cached_property
    def _regles(self) -> dict[str, Regle]:
        return {
            name: regle
            for name, regle in self.base.regles.items()
            if (self.siae is None or self.siae in regle.siae)
            and (self.theme is None or self.theme in regle.themes)
            and (self.volume is None or regle.themes[0] in self.volume.themes)
        }

    def par_theme(self) -> dict[str, list[Regle]]:
        """The rules under their first theme, in the order of the themes."""
        found: dict[str, list[Regle]] = {}
        for regle in self.regles().values():
            found.setdefault(regle.themes[0], []).append(regle)
        return {theme: found[theme] for theme in self.base.themes if theme in found}

    def parametres(self) -> dict[str, Parametre]:
        """The figures of the rules that are kept, those of the structure or of the theme."""
        if self.tout:
            return dict(self.base.parametres)
        named = {name for regle in self.regles().values() for name in regle.parametres}
        first = self.volume is None or self.volume.rang == 1
        if self.theme is None and first and self.siae is not None and self.siae in self.base.structures:
            named |= set(self.base.structures[self.siae].parametres)
        return {
            name: parametre
            for name, parametre in self.base.parametres.items()
            if name in named or (self.siae is None and self._du_sujet(parametre))
        }

    def _du_sujet(self, parametre: Parametre) -> bool:
        if self.volume is not None and parametre.themes[0] in self.volume.themes:
            return True
        return self.theme in parametre.themes

    def termes(self) -> tuple[Terme, ...]:
        """The glossary; in a volume, the words that its rules use."""
        if self.volume is None:
            return self.base.termes
        written = "\n".join(
            "\n".join((regle.titre, version.enonce, version.en_pratique or "", *version.exceptions))
            for regle in self.regles().values()
            for version in regle.versions
            if isinstance(version, VersionDeRegle)
        )
        words = frozenset(re.findall(r"[\w-]+", written))
        return tuple(
            terme
            for terme in self.base.termes
            # A term may be of several words: all of them are looked for, then the whole.
            if words.issuperset(re.findall(r"[\w-]+", terme.sigle)) and terme.sigle in written
        )

    def colonnes(self) -> list[str]:
        """The types of structures that the matrix shows."""
        every = self.base.listes["siae"].options if "siae" in self.base.listes else {}
        return [code for code in every if self.siae in (None, code)]

    def cases(self) -> list[CaseDeMatrice]:
        """The cells of the matrix; with a theme or in a volume, those that rest on one of its rules."""
        if self.base.matrice is None:
            return []
        kept = self.regles()
        return [
            case
            for case in self.base.matrice.cases
            if self.siae in (None, case.siae)
            and ((self.theme is None and self.volume is None) or any(name in kept for name in case.regles))
        ]

    def sources(self) -> dict[str, Source]:
        """What the whole rests on; all the sources when nothing is left out."""
        if self.tout:
            return dict(self.base.sources)
        cited = set(self._citees())
        return {name: source for name, source in self.base.sources.items() if name in cited}

    def _citees(self) -> Iterator[str]:
        for regle in self.regles().values():
            for version in regle.versions:
                yield from (reference.source for reference in version.references)
        for parametre in self.parametres().values():
            for valeur in parametre.valeurs:
                yield from valeur.source
        for case in self.cases():
            yield from (reference.source for reference in case.references)
        for terme in self.termes():
            yield from (reference.source for reference in terme.references)
