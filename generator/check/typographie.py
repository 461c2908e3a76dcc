"""What is written is French as it is printed; the spaces that do not break are left to the page."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from generator.check.promesse import Tout, promesse
from generator.diagnostics import Code, Diagnostic

OUVRANT, FERMANT = "« ", " »"


@dataclass(frozen=True, slots=True)
class Usage:
    """What is found, what it is called, what is written instead: None for the plain letters of what is found."""

    motif: re.Pattern[str]
    nom: str
    remplacement: str | None

    def corriger(self, found: str) -> str:
        return unicodedata.normalize("NFKC", found) if self.remplacement is None else self.remplacement


def _conseil(instead: str) -> str:
    shown = instead.strip()
    return f"écrivez « {shown} »" if shown else "une espace ordinaire suffit" if instead else "supprimez-le"


# Around a whole value, they stand for those of the file.
AUTOUR = Usage(re.compile(r"[“”„]"), "guillemet de traitement de texte", "")
ENTOURE = re.compile(r"[“”„][^“”„]+[“”„]")
# The first that matches at a place wins.
USAGES = (
    Usage(re.compile(r"\u00ad"), "trait d'union invisible", ""),
    Usage(re.compile(r"[\u2000-\u200a\u00a0\u202f\u3000]"), "espace spéciale", " "),
    Usage(re.compile(r"[“„] ?(?=\S)"), "guillemet anglais", OUVRANT),
    Usage(re.compile(r" ?”"), "guillemet anglais", FERMANT),
    Usage(re.compile(r'(?<![^\s(’\'])"(?=[^\W_])'), "guillemet droit", OUVRANT),
    Usage(re.compile(r'(?<=[\w.,!?…)])"(?!\w)'), "guillemet droit", FERMANT),
    Usage(re.compile(r"<< ?(?=\w)"), "guillemet fait de deux chevrons", OUVRANT),
    Usage(re.compile(r"(?<=[\w.!?…)]) ?>>"), "guillemet fait de deux chevrons", FERMANT),
    Usage(re.compile(r"«(?=\S)"), "guillemet sans espace", OUVRANT),
    Usage(re.compile(r"(?<=\S)»"), "guillemet sans espace", FERMANT),
    Usage(re.compile(r"(?<![-/])Oe(?=u|il)"), "ligature", "Œ"),
    Usage(re.compile(r"(?<![-/])(?<![a-z]{4})oe(?=u|il(?!l?[oa]))"), "ligature", "œ"),
    Usage(re.compile(r"[\ufb00-\ufb06]"), "ligature de traitement de texte", None),
    Usage(re.compile(r"[^\W\d_][\u0300-\u0302\u0308\u0327]"), "accent séparé de sa lettre", None),
    Usage(re.compile(r"\.\.\."), "points de suspension", "…"),
    Usage(re.compile(r"(?<=[\w)»…]);(?=\s|\Z)"), "signe sans espace avant lui", " ;"),
    Usage(re.compile(r"(?<=[\w)»…])!(?=\s|\Z)"), "signe sans espace avant lui", " !"),
    Usage(re.compile(r"(?<=[\w)»…])\?(?=\s|\Z)"), "signe sans espace avant lui", " ?"),
    Usage(re.compile(r"(?<=[^\W\d_]):(?=\s|\Z)"), "signe sans espace avant lui", " :"),
)


# Most texts hold none of them: one look tells. Each begins with the sign that the engine looks for.
SUSPECTS = re.compile(
    r"[\u00ad\u2000-\u200a\u00a0\u202f\u3000“”„\"\ufb00-\ufb06\u0300-\u0302\u0308\u0327]"
    r"|<<|>>|«\S|»(?<=\S»)|[Oo]e(?=u|il)|\.\.\.|[;!?:](?<=[\w)»…].)(?=\s|\Z)"
)


@promesse("MEM520")
def typographie_francaise(tout: Tout, code: Code) -> Iterator[Diagnostic]:
    """Un signe n'est pas celui de la typographie française : guillemet, espace, ligature, trait d'union invisible.

    Pourquoi : ces signes viennent d'un traitement de texte ou d'un clavier ; les uns cassent la recherche et le
    copier-coller, les autres font douter du soin mis au reste. Les espaces insécables sont posées à l'affichage.

    Remède : lancez « memento verifier --corriger », qui écrit le bon signe ; ou retapez-le.
    """
    for _, texts in tout.ecrits:
        for written in texts:
            if not SUSPECTS.search(written.mots):
                continue
            for match, usage in _fautes(written.mots):
                message, instead = f"{usage.nom} ({_montrer(match[0])})", usage.corriger(match[0])
                yield written.dire(code, match.start(), len(match[0]), message, _conseil(instead), instead)


def _fautes(text: str) -> Iterator[tuple[re.Match[str], Usage]]:
    """What is found in a text, once a place."""
    seen: set[int] = set()
    for usage in (AUTOUR, *USAGES) if ENTOURE.fullmatch(text) else USAGES:
        for match in usage.motif.finditer(text):
            place = range(*match.span())
            if seen.isdisjoint(place):
                seen.update(place)
                yield match, usage


def _montrer(text: str) -> str:
    """The signs as they are; those that do not show by their numbers."""
    if text.isprintable() and text.strip(" "):
        return text.strip(" ")
    return " ".join(f"U+{ord(char):04X}" for char in text)
