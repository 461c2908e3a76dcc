"""Markdown that a forge shows as it was meant, whatever people wrote: escaped, word by word, long lists folded."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from generator.compile.calendrier import date_longue
from generator.render.difference import difference

# What a forge would read as a sign of its own; `$` opens a formula on some of them.
SIGNES = re.compile(r"[\\`*_{}\[\]<>|~$#!]")
DEBUT = re.compile(r"^(?:[-+=]|\d+(?=[.)]))")
# « @nom » would call somebody, « #12 » would point to another proposal: an empty comment stands in between.
APPELS = re.compile(r"@(?=\w)|\\#(?=\d)")
ADRESSE = re.compile(r"https?://[^\s<>|]+")
REPLI = 12
# Unchanged words shown on each side of a change; more than twice that is cut in the middle.
CONTEXTE = 60
COUPE = "[…]"
# Beyond that many pairs of words, a text is another text: looking for what stayed would take seconds.
PAIRES = 4_000_000


def echapper(texte: str) -> str:
    """A text on one line, read as text; an address stays a link."""
    line = " ".join(texte.split())
    if ADRESSE.fullmatch(line):
        return f"<{line}>"
    return _debut(_signes(line))


def mot_a_mot(avant: str, apres: str) -> str:
    """« limité à ~~1 500 €~~ **2 000 €** par an »; long stretches that did not change are cut, and it shows."""
    old, new = " ".join(avant.split()), " ".join(apres.split())
    if old.count(" ") * new.count(" ") > PAIRES:
        return f"{supprime(old)} {ajoute(new)}"
    segments = difference(old, new).segments
    parts = []
    for rank, segment in enumerate(segments):
        text = segment.texte.rstrip()
        space = segment.texte[len(text) :]
        if segment.genre == "=":
            parts.append(_signes(_raccourcir(text, rank > 0, rank < len(segments) - 1)) + space)
        else:
            parts.append((supprime if segment.genre == "-" else ajoute)(text) + space)
            # An addition must not touch what it replaces: « ~~a~~**b** » is not read everywhere.
            following = segments[rank + 1 : rank + 2]
            if not space and following and following[0].genre != "=":
                parts.append(" ")
    return _debut("".join(parts))


def supprime(texte: str) -> str:
    return _entre(texte, "~~", "del")


def ajoute(texte: str) -> str:
    return _entre(texte, "**", "ins")


def valeur(value: object) -> str:
    """What a field holds, on one line."""
    match value:
        case None:
            return "rien"
        case bool():
            return "oui" if value else "non"
        case date():
            return date_longue(value)
        case list():
            return " ; ".join(map(valeur, value)) or "rien"
        case dict():
            return ", ".join(f"{echapper(str(name))} : {valeur(item)}" for name, item in value.items())
        case str():
            return echapper(value)
    return echapper(str(value).replace(".", ","))


def puces(lines: Iterable[str]) -> list[str]:
    return [f"- {line}" for line in lines]


def plier(titre: str, lines: Sequence[str], seuil: int = REPLI) -> list[str]:
    """The lines as they are, or folded under their title when there are more than `seuil` of them."""
    if len(lines) <= seuil:
        return list(lines)
    return ["<details>", f"<summary>{titre}</summary>", "", *lines, "", "</details>"]


def tableau(titres: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Cells are Markdown already."""
    return [_rangee(titres), _rangee(["---"] * len(titres)), *map(_rangee, rows)]


def compter(number: int, singulier: str, pluriel: str | None = None) -> str:
    """« 3 règles »; the plural is made with an « s » on each word when it is not given."""
    many = pluriel or " ".join(word if word.endswith(("s", "x")) else f"{word}s" for word in singulier.split())
    return f"{number} {many if number > 1 else singulier}"


def _rangee(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _signes(text: str) -> str:
    escaped = SIGNES.sub(r"\\\g<0>", text.replace("&", "&amp;"))
    return APPELS.sub(r"\g<0><!-- -->", escaped)


def _debut(text: str) -> str:
    """A line that would start a list, a title or a rule starts a sentence."""
    return DEBUT.sub(lambda match: f"\\{match[0]}" if not match[0].isdigit() else f"{match[0]}&#8203;", text)


def _entre(text: str, sign: str, tag: str) -> str:
    """Markdown's sign holds only between letters or digits: elsewhere, the element itself."""
    written = _signes(text)
    if text[:1].isalnum() and text[-1:].isalnum():
        return f"{sign}{written}{sign}"
    return f"<{tag}>{written}</{tag}>"


def _raccourcir(text: str, before: bool, after: bool) -> str:
    """Words that stay, without their middle; `before` and `after` say on which side there is a change."""
    words = text.split(" ")
    start, end = (CONTEXTE if before else 0), (CONTEXTE if after else 0)
    if len(words) <= start + end + CONTEXTE:
        return text
    left = words[:start] if before else []
    right = words[len(words) - end :] if after else []
    return " ".join((*left, COUPE, *right))
