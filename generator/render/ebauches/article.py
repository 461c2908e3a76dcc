"""The source file of an article of a code, from its versions; what a person read of it is left to that person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from generator.model import Source
from generator.render.ebauches.ebauche import Ecrits, fichier
from generator.render.ebauches.lignes import champ, facultatifs, remarque
from generator.render.ebauches.question import Contexte
from generator.render.marques import a_completer

# Code → what starts the identifiers of its articles, and what ends its short name when it is not the code du travail.
CODES = {
    "Code du travail": ("c-trav", ""),
    "Code de commerce": ("c-com", " c. com."),
    "Code de la commande publique": ("ccp", " CCP"),
    "Code de l'action sociale et des familles": ("casf", " CASF"),
}
LICENCE = "Licence Ouverte 2.0"
A_LIRE = (
    "À compléter. Personne n'a encore dit avoir lu cet article : lisez-le, puis changez lecture (texte, extrait ou "
    "mention), confiance (haute si le texte en vigueur a été lu) et consulte_le, le jour où vous l'avez lu."
)


@dataclass(frozen=True, slots=True)
class VersionDArticle:
    """`fin` is the day when the next one begins, None while it is in force; `par` what made it, empty when unknown."""

    id: str
    du: date
    fin: date | None
    par: str = ""


@dataclass(frozen=True, slots=True)
class ArticleDeCode:
    """`numero` as LEGI writes it, `L5132-9`; `code` its title, None when the copy does not say."""

    numero: str
    code: str | None
    versions: tuple[VersionDArticle, ...]

    @property
    def applicables(self) -> tuple[VersionDArticle, ...]:
        """The versions that were in force at least one day, oldest first: LEGI keeps some that never were."""
        kept = [version for version in self.versions if version.fin is None or version.du < version.fin]
        return tuple(sorted(kept, key=lambda version: version.du))


def ecrit_avec_sa_lettre(numero: str) -> str:
    """`L5132-9` → « L. 5132-9 »."""
    return re.sub(r"^([A-Z])(?=\d)", r"\1. ", numero)


def identifiant_d_article(numero: str, code: str) -> str:
    return f"{CODES[code][0]}-{numero.lower()}"


def ecrire_article(contexte: Contexte, article: ArticleDeCode, code: str) -> Ecrits:
    """The file as its neighbours are, what was read of it marked."""
    identifier = identifiant_d_article(article.numero, code)
    name = ecrit_avec_sa_lettre(article.numero)
    versions = article.applicables
    current = next((version for version in reversed(versions) if version.du <= contexte.today), versions[-1])
    lines = (
        f"id: {identifier}",
        "type: article",
        *champ("titre", f"{code}, article {name}"),
        *champ("abrege", f"art. {name}{CODES[code][1]}"),
        *champ("numero", article.numero),
        f"identifiant: {current.id}",
        f"url: https://www.legifrance.gouv.fr/codes/article_lc/{current.id}",
        *remarque(A_LIRE),
        "lecture: mention",
        "confiance: basse",
        f"consulte_le: {contexte.today}",
        f"licence: {LICENCE}",
        *facultatifs(Source, ("lecture", "confiance", "abrege", "numero", "identifiant", "url", "licence", *FAITS)),
        "versions:",
        *(line for version in versions for line in _version(version)),
        *champ("note", a_completer("ce qui a été lu de cet article, et à quelle date")),
    )
    return fichier(contexte, ("source", identifier), f"rules/sources/{identifier}.yaml", lines)


# What an article never has, or what the file gives below.
FAITS = ("versions", "note", "date", "publie_le", "lu_dans")


def _version(version: VersionDArticle) -> Iterator[str]:
    yield f"  - id: {version.id}"
    yield f"    du: {version.du}"
    if version.fin:
        yield f"    au: {version.fin - timedelta(days=1)}"
    if version.par:
        yield from champ("par", re.sub(r"n°(?=\S)", "n° ", version.par), 4)
