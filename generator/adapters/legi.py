"""Articles of codes in a local copy of the LEGI data: a JSON file, or the XML files that the State publishes."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.render.ebauches.article import ArticleDeCode, VersionDArticle

# From there on, a date says « until further notice » (2999-01-01) or « a day not known yet » (2222-02-22).
SANS_FIN = date(2222, 1, 1)
NUM = re.compile(rb"<NUM>([^<]*)</NUM>")
# What made a version, among the texts that an article is linked to.
FAITES_PAR = frozenset({"CREE", "CREATION", "MODIFIE", "MODIFICATION", "TRANSFERE", "RECTIFICATION", "CODIFIE"})


class IllisibleLegi(ValueError):
    """The file is not in one of the two shapes; the message says why, in French."""


@dataclass(frozen=True, slots=True)
class Copie:
    """What is found for a number: the articles that bear it, and all the numbers of the copy, for suggestions."""

    articles: tuple[ArticleDeCode, ...]
    numeros: tuple[str, ...]


def lire_legi(path: Path, numero: str) -> Copie:
    """The article in a copy of the LEGI data, by its number as LEGI writes it (`L5132-9`). Raises IllisibleLegi."""
    if path.is_dir():
        return _dossier(path, numero)
    if path.suffix.lower() == ".xml":
        return _fichiers([path], numero)
    return _json(path, numero)


def _json(path: Path, numero: str) -> Copie:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        rows = held["articles"]
        numbers = tuple(str(row["numero"]) for row in rows)
        found = tuple(_article_json(row) for row, number in zip(rows, numbers, strict=True) if _nu(number) == numero)
    except (ValueError, KeyError, TypeError) as error:
        raise IllisibleLegi(f"{path.name} n'a pas la forme attendue ({error})") from None
    return Copie(found, numbers)


def _article_json(row: Mapping[str, Any]) -> ArticleDeCode:
    made_by = " ; ".join(map(str, row.get("modifie_par") or ()))
    periods = [(str(one["id"]), _jour(one["du"]), _fin(one["au"])) for one in row["versions"]]
    return ArticleDeCode(
        numero=_nu(str(row["numero"])),
        code=None,
        versions=tuple(
            VersionDArticle(identifier, du, end, made_by if identifier == row["id"] else "")
            for identifier, du, end in periods
            if du < SANS_FIN
        ),
    )


def _dossier(path: Path, numero: str) -> Copie:
    """Every file of article under a folder: their number is read first, and few are read whole."""
    return _fichiers(sorted(path.rglob("LEGIARTI*.xml")), numero)


def _fichiers(paths: list[Path], numero: str) -> Copie:
    numbers: dict[str, None] = {}
    found: list[ET.Element] = []
    for path in paths:
        data = path.read_bytes()
        match = NUM.search(data)
        if match is None:
            continue
        number = match[1].decode("utf-8", "replace").strip()
        numbers[number] = None
        if _nu(number) == numero:
            found.append(_arbre(path, data))
    if not numbers:
        raise IllisibleLegi("aucun fichier d'article LEGI (LEGIARTI….xml) à cet endroit")
    by_code: dict[str, list[ET.Element]] = {}
    for tree in found:
        by_code.setdefault(_texte(tree, "CONTEXTE/TEXTE/TITRE_TXT", "c_titre_court"), []).append(tree)
    articles = tuple(_article_xml(numero, code, trees) for code, trees in by_code.items())
    return Copie(articles, tuple(numbers))


def _nu(number: str) -> str:
    """« L. 5132-9 », « L5132-9 » and « L*5132-9 » are one article."""
    return re.sub(r"[\s.*]", "", number).upper()


def _arbre(path: Path, data: bytes) -> ET.Element:
    # The data of the State declare no entity: a file that does is another one.
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise IllisibleLegi(f"{path.name} déclare des entités : ce n'est pas un fichier LEGI")
    try:
        return ET.fromstring(data)
    except ET.ParseError as error:
        raise IllisibleLegi(f"{path.name} n'est pas du XML : {error}") from None


def _article_xml(numero: str, code: str, trees: list[ET.Element]) -> ArticleDeCode:
    """One article from the files of its versions: each lists all of them, and says what made its own."""
    versions: dict[str, VersionDArticle] = {}
    for tree in trees:
        own = _texte(tree, "META/META_COMMUN/ID")
        listed = [
            (link.get("id", ""), link.get("debut", ""), link.get("fin", "")) for link in tree.iterfind(".//LIEN_ART")
        ]
        start, end = (_texte(tree, f".//META_ARTICLE/{name}") for name in ("DATE_DEBUT", "DATE_FIN"))
        for identifier, du, au in (*listed, (own, start, end)):
            made_by = " ; ".join(_faite_par(tree)) if identifier == own else ""
            known = versions.get(identifier)
            try:
                version = VersionDArticle(identifier, _jour(du), _fin(au), made_by or (known.par if known else ""))
            except ValueError:
                raise IllisibleLegi(f"{own} : la période « {du} » – « {au} » ne se lit pas") from None
            if version.du < SANS_FIN:
                versions[identifier] = version
    return ArticleDeCode(numero, code or None, tuple(versions.values()))


def _faite_par(tree: ET.Element) -> Iterator[str]:
    """The texts that made this version: those of which the article is the target."""
    for link in tree.iterfind(".//LIENS/LIEN"):
        if link.get("sens") == "cible" and link.get("typelien", "").upper() in FAITES_PAR:
            yield " ".join("".join(link.itertext()).split())


def _texte(tree: ET.Element, path: str, attribute: str | None = None) -> str:
    node = tree.find(path)
    if node is None:
        return ""
    return ((node.get(attribute) if attribute else None) or node.text or "").strip()


def _jour(value: str) -> date:
    return date.fromisoformat(value)


def _fin(value: str | None) -> date | None:
    """The day when the next version begins, None when there is none yet."""
    day = _jour(value) if value else None
    return None if day is None or day >= SANS_FIN else day
