"""What is asked to begin a file: by a dialogue or by options, it is the same."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.compile.saisie import Refusee, lire_date
from generator.compile.unites import SYMBOLES, UniteInconnue, lire_unite
from generator.diagnostics import vouliez_vous_dire
from generator.model import Choix, Modele
from generator.model.base import SLUG
from generator.render.libelles import LIBELLES
from generator.resolve import KnowledgeBase

# The name of a question → what was answered, once or several times; nothing when it was left out.
Reponses = Mapping[str, Sequence[str]]
NOMBRE = re.compile(r"-?\d+(?:\.\d+)?")


class Refus(ValueError):
    """An answer that cannot be taken; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Contexte:
    """The mémento that the file will stand in; `lire` gives the text of one of its files, as it is on disk."""

    base: KnowledgeBase
    today: date
    lire: Callable[[str], str]


# What may be answered, and the words for it; the answers already given may narrow it.
Choisir = Callable[[Contexte, Reponses], Mapping[str, str]]


def texte(answer: str, contexte: Contexte) -> str:  # noqa: ARG001
    """Some words, on one line."""
    if not answer.isprintable():
        raise Refus("un signe de ce texte ne s'affiche pas")
    return " ".join(answer.split())


def jour(answer: str, contexte: Contexte) -> str:
    """A day, `2026-01-31`, `31/01/2026` or « aujourd'hui »."""
    if answer.replace("’", "'").casefold() == "aujourd'hui":
        return contexte.today.isoformat()
    try:
        return lire_date("date", answer).isoformat()
    except Refusee as error:
        raise Refus(error.message) from None


def nombre(answer: str, contexte: Contexte) -> str:  # noqa: ARG001
    """A number as the files write it, from « 1 234,50 »."""
    plain = re.sub(r"\s", "", answer).replace(",", ".")
    if not NOMBRE.fullmatch(plain):
        raise Refus(f"« {answer} » n'est pas un nombre : écrivez par exemple 12,31")
    value = Decimal(plain)
    return f"{value.normalize():f}" if value else "0"


def unite(answer: str, contexte: Contexte) -> str:  # noqa: ARG001
    """A unit of the formulas."""
    try:
        lire_unite(answer)
    except UniteInconnue as error:
        near = vouliez_vous_dire(error.symbole, SYMBOLES) or f"unités connues : %, {', '.join(SYMBOLES)}"
        raise Refus(f"l'unité « {error.symbole} » n'existe pas ; {near}") from None
    return answer


def identifiant(answer: str, contexte: Contexte) -> str:  # noqa: ARG001
    """What can be the end of an address."""
    if not SLUG.fullmatch(answer):
        raise Refus(f"« {answer} » n'est pas un identifiant : des minuscules sans accent, des chiffres, des tirets")
    return answer


def toujours(contexte: Contexte, reponses: Reponses) -> bool:  # noqa: ARG001
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """`nom` is that of the option. `champ` is the field of the model that it fills: its title and its description are
    shown rather than `demande`, once the model has them. `choix` closes the answers, `retrouver` finds them by another
    name; `defaut` is proposed, `si` says whether the question makes sense. An answer to the question named `sauf` makes
    this one optional.
    """

    nom: str
    demande: str
    champ: tuple[type[Modele], str] | None = None
    lire: Callable[[str, Contexte], str] = texte
    choix: Choisir | None = None
    retrouver: Callable[[str, Contexte], Sequence[str]] | None = None
    plusieurs: bool = False
    au_moins: int = 1
    obligatoire: bool = True
    sauf: str = ""
    defaut: Callable[[Contexte, Reponses], str] | None = None
    si: Callable[[Contexte, Reponses], bool] = toujours

    @property
    def option(self) -> str:
        return f"--{self.nom}"

    @property
    def intitule(self) -> str:
        field = self.champ[0].model_fields[self.champ[1]] if self.champ else None
        return (field.title if field else None) or self.demande

    @property
    def aide(self) -> str:
        """What the model says of the field, and an example."""
        field = self.champ[0].model_fields[self.champ[1]] if self.champ else None
        if field is None:
            return ""
        first = field.examples[0] if field.examples else None
        shown = ", ".join(map(str, first)) if isinstance(first, list) else first
        example = "" if shown is None else f"exemple : {shown}"
        return " ; ".join(part for part in ((field.description or "").rstrip("."), example) if part)

    def exigee(self, reponses: Reponses) -> bool:
        return self.obligatoire and not (self.sauf and reponses.get(self.sauf))

    def accepter(self, answer: str, contexte: Contexte, reponses: Reponses) -> str:
        """The answer as it will be written. Raises Refus."""
        if self.choix is None:
            return self.lire(answer.strip(), contexte)
        known = self.choix(contexte, reponses)
        folded = {name.casefold(): name for name in known}
        if answer.strip().casefold() in folded:
            return folded[answer.strip().casefold()]
        found = self.retrouver(answer, contexte) if self.retrouver else ()
        if len(found) == 1:
            return found[0]
        if found:
            raise Refus(f"« {answer.strip()} » peut être {' ou '.join(found)} : précisez")
        listed = f"choix : {', '.join(known)}" if len(known) <= 12 else ""
        near = vouliez_vous_dire(answer.strip(), known) or listed
        raise Refus(f"« {answer.strip()} » n'existe pas{f' ; {near}' if near else ''}")


def un(reponses: Reponses, nom: str) -> str:
    """The only answer to a question, or an empty text."""
    found = reponses.get(nom, ())
    return found[0] if found else ""


def mots_d_un_choix(choix: type[Choix]) -> Choisir:
    """The words of a closed list, each with what it means."""

    def words(contexte: Contexte, reponses: Reponses) -> Mapping[str, str]:  # noqa: ARG001
        return {word.value: str(getattr(word, "sens", LIBELLES.get(word.value, word.value))) for word in choix}

    return words
