"""A text becomes the words that it is searched by.

What a word is, is data (`analyse.yaml`), read here and by site_theme/assets/recherche/analyse.js: same words.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Any

import yaml

from generator.render.recherche.racine import Phase, lire_phases, raciner

# All that is not one plain space alone: that one stays as it is.
_ESPACES = re.compile(r" \s+|[^\S ]\s*")
_PLUSIEURS = re.compile("  +")
# What a number makes one with: what names an article before it, its unit after it, and what stands between two numbers.
AVANT, APRES = 2, 2
_AVEC_CHIFFRES = re.compile(
    rf"[0-9][^ ]*+(?:(?: [^ 0-9]*+){{0,{AVANT + APRES}}} [^ 0-9]*+[0-9][^ ]*+)*+(?: [^ ]*+){{0,{APRES}}}"
)
# How many words may spell a number.
NOMBRE = 4


@dataclass(frozen=True, slots=True)
class Mot:
    """`forme` is what was written, folded; `terme` what it is searched by, empty for a word that says nothing alone.

    `autres` are the other terms of it: « 480 heures » is `480_heure`, and also `480` and `heure`.
    """

    forme: str
    terme: str
    autres: tuple[str, ...] = ()
    termes: tuple[str, ...] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "termes", (self.terme, *self.autres) if self.terme else self.autres)


def donnees() -> Mapping[str, Any]:
    """The data of the analyser, as the browser reads them: words as lists, numbers in words by their words."""
    text = files("generator.render.recherche").joinpath("analyse.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    found["nombres"] = {name.replace("-", " "): str(rank) for rank, name in enumerate(found["nombres"].split(), 1)}
    for name in ("vides", "autour_d_un_numero"):
        found[name] = found[name].split()
    found["motif"] = _motif(found)
    return found


def _motif(found: Mapping[str, Any]) -> str:
    """One expression for all tokens; what each group is: see `Analyseur._lire`. Python and JavaScript read it alike."""
    unites = "|".join(
        sorted((re.escape(unite).replace(r"\ ", " ") for unite in found["unites"]), key=len, reverse=True)
    )
    fin = "(?![a-z0-9])"
    return "|".join(
        (
            r"((?:[a-z]\.){2,}(?:[a-z]" + fin + r")?)",
            r"([lrd])(?:\.? ?\*? ?)([0-9]{3,4}(?:(?: [0-9]{1,2}){1,3}(?= *$)|(?:-[0-9]{1,4})*))(?![a-z0-9%])",
            r"([0-9]{1,4}(?:-[0-9]{1,5})+)" + fin,
            r"([0-9]{1,3}(?: [0-9]{3})+(?![0-9])|[0-9]+)(?:[.,]([0-9]+))?(?: ?(" + unites + ")" + fin + "|" + fin + ")",
            "(?:" + "|".join(found["elisions"]) + ")'",
            r"([a-z0-9]+)",
        )
    )


class _Plis(dict[int, str]):
    """What each sign is folded to, found when it is first met. No sign depends on those beside it: marks go away."""

    def __init__(self, signes: Mapping[int, str], invisibles: str) -> None:
        super().__init__((ord(sign), "") for sign in invisibles)
        self.signes = signes

    def __missing__(self, code: int) -> str:
        shown = chr(code)
        # Twice: what replaces a sign may itself be folded.
        for _ in range(2):
            parts = unicodedata.normalize("NFKD", shown.translate(self.signes))
            shown = "".join(sign for sign in parts if unicodedata.category(sign)[0] != "M")
        self[code] = shown
        return shown


class _Pieces(dict[str, str]):
    """What stands between two spaces, folded when it is first met: most of it comes again."""

    def __init__(self, plis: _Plis) -> None:
        super().__init__()
        self.plis = plis

    def __missing__(self, piece: str) -> str:
        self[piece] = folded = _ESPACES.sub(" ", piece.translate(self.plis))
        return folded


@dataclass(frozen=True)
class Analyseur:
    """`donnees` as `donnees()` gives them."""

    donnees: Mapping[str, Any] = field(default_factory=donnees)

    @cached_property
    def _motif(self) -> re.Pattern[str]:
        return re.compile(self.donnees["motif"])

    @cached_property
    def _plis(self) -> _Plis:
        found = self.donnees
        table = dict.fromkeys(map(ord, found["apostrophes"]), "'") | dict.fromkeys(map(ord, found["tirets"]), "-")
        return _Plis(table | {ord(sign): text for sign, text in found["replis"].items()}, found["invisibles"])

    @cached_property
    def _lus(self) -> dict[tuple[str, int | None], Mot | None]:
        """What each token was read as, whatever the text."""
        return {}

    @cached_property
    def _lus_sans_chiffre(self) -> dict[str, tuple[Mot, ...]]:
        """What stands between two spaces was read as, whatever the text."""
        return {}

    @cached_property
    def _vides(self) -> frozenset[str]:
        return frozenset(self.donnees["vides"])

    @cached_property
    def _phases(self) -> tuple[Phase, ...]:
        return lire_phases(self.donnees["racine"]["phases"])

    @cached_property
    def _racines(self) -> dict[str, str]:
        return {}

    @cached_property
    def _plies(self) -> "_Pieces":
        return _Pieces(self._plis)

    def plier(self, texte: str) -> str:
        """The text without accents, ligatures, invisible signs; signs and spaces are plain, case is kept."""
        folded = " ".join(map(self._plies.__getitem__, texte.split(" ")))
        return _PLUSIEURS.sub(" ", folded) if "  " in folded else folded

    def raciner(self, mot: str) -> str:
        """The stem of a folded word; a word with a digit has none."""
        if mot not in self._racines:
            plain = mot.isascii() and mot.isalpha()
            self._racines[mot] = raciner(mot, self._phases, self.donnees["racine"]["doubles"]) if plain else mot
        return self._racines[mot]

    def mots(self, texte: str) -> tuple[Mot, ...]:
        """The words of a text in order, those that say nothing alone included (they have no term)."""
        plie = self.plier(texte)
        bas = plie.lower()
        # A word in capitals is an acronym, unless it stands among others that all are.
        capitales = len(bas) == len(plie) and (plie != plie.upper() or " " not in plie.strip(" "))
        shown = plie if capitales else bas
        found: list[Mot] = []
        cursor = 0
        for match in _AVEC_CHIFFRES.finditer(shown):
            start = _reculer(shown, match.start(), cursor)
            found += self._sans_chiffre(shown[cursor:start])
            found += self._lire(shown[start : match.end()])
            cursor = match.end()
        found += self._sans_chiffre(shown[cursor:])
        self._compter(found)
        return tuple(found)

    def _sans_chiffre(self, shown: str) -> list[Mot]:
        """The same, where no word goes over a space: most were read before."""
        found: list[Mot] = []
        read = self._lus_sans_chiffre
        for piece in shown.split(" "):
            found += read[piece] if piece in read else read.setdefault(piece, tuple(self._lire(piece)))
        return found

    def _lire(self, shown: str) -> Iterator[Mot]:
        """The words of a folded text, one by one; what is in capitals in it is an acronym."""
        read = self._lus
        for match in self._motif.finditer(shown.lower()):
            # The last group tells which of the expressions it is.
            token = (match[0], match.lastindex)
            mot = read[token] if token in read else read.setdefault(token, self._nommer(match))
            if mot is None:
                continue
            # An acronym is never a word that says nothing alone.
            if not mot.terme and len(mot.forme) > 1 and shown[match.start() : match.end()].isupper():
                mot = Mot(mot.forme, self.raciner(mot.forme))
            yield mot

    def termes(self, texte: str) -> tuple[str, ...]:
        """All the terms of a text, in order."""
        return tuple(terme for mot in self.mots(texte) for terme in mot.termes)

    def _nommer(self, match: re.Match[str]) -> Mot | None:
        """What a token is, None for an elision."""
        pointe, lettre, article, numero, entier, decimales, unite, mot = match.groups()
        if pointe is not None:
            nu = pointe.replace(".", "")
            return Mot(nu, nu)
        if lettre is not None:
            # « r 5132 1 8 » ends what is typed: nobody writes so in a text.
            article = article.replace(" ", "-")
            return Mot(lettre + article, lettre + article, (article,))
        if numero is not None:
            return Mot(numero, numero)
        if entier is not None:
            nombre = entier.replace(" ", "") + (f",{decimales}" if decimales else "")
            if unite is None:
                return Mot(nombre, nombre)
            sorte = self.donnees["unites"][unite]
            return Mot(f"{nombre} {unite}", f"{nombre}_{sorte}", (nombre, self.raciner(sorte)))
        if mot is None:
            return None
        mot = self.donnees["ordinaux"].get(mot, mot)
        return Mot(mot, "" if mot in self._vides else self.raciner(mot))

    def _compter(self, mots: list[Mot]) -> None:
        """A number in words before a unit is a quantity too."""
        unites = self.donnees["unites"]
        for rank in [rank for rank, mot in enumerate(mots) if mot.forme in unites]:
            mot, nombre = mots[rank], self._nombre(mots[max(0, rank - NOMBRE) : rank])
            if nombre is not None:
                mots[rank] = Mot(mot.forme, mot.terme, (f"{nombre}_{unites[mot.forme]}", nombre))

    def _nombre(self, avant: list[Mot]) -> str | None:
        """The number that the last words spell, the longest that is one."""
        for taille in range(len(avant), 0, -1):
            words = " ".join(mot.forme for mot in avant[-taille:])
            if words in self.donnees["nombres"]:
                return str(self.donnees["nombres"][words])
        return None


def _reculer(text: str, place: int, borne: int) -> int:
    """Where the words begin that may make one with what stands at a place; not before `borne`."""
    for _ in range(AVANT + 1):
        place = text.rfind(" ", borne, place)
        if place < 0:
            return borne
    return place + 1
