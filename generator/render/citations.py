"""A citation in the formats people paste: one notice, written in each."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from html import escape
from types import MappingProxyType

from pydantic_core import to_json

from generator import VERSION
from generator.compile import Program
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.filters import typographier
from generator.render.notices import Notice, notice_de_calcul

FORMATS = MappingProxyType(
    {
        "texte": "Texte",
        "markdown": "Markdown",
        "html": "HTML",
        "bibtex": "BibTeX",
        "ris": "RIS",
        "csl": "CSL-JSON",
    }
)
_BIBTEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)
_MARKDOWN = re.compile(r"([\\`*_\[\]<>])")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a page shows: the formats in order, their names, and the address that the browser makes whole.

    `url` is the cited page from the root, `modeles` the formats with tokens, for a result; empty for the rest.
    """

    adresse: str
    url: str
    formats: Mapping[str, str]
    modeles: Mapping[str, str] = field(default_factory=dict)

    @property
    def noms(self) -> Mapping[str, str]:
        """How readers call each format."""
        return FORMATS


def citer(notice: Notice, url: str) -> Citation:
    """The citation of what has its own permanent page."""
    return Citation(notice.adresse, url, formats(notice))


def citer_un_calcul(atelier: Atelier, program: Program) -> Citation:
    """The citation of a calculator; in the browser, that of what it computes."""
    url = adresse(atelier.base, "calculateur", program.id)
    result = notice_de_calcul(atelier, program)
    page = replace(
        result,
        titre=program.calculateur.titre,
        statut="calculateur au droit de la date choisie",
        adresse=atelier.absolue(url),
    )
    return Citation(page.adresse, url, formats(page), modeles=formats(result))


def formats(notice: Notice) -> Mapping[str, str]:
    """The citation under each name of `FORMATS`."""
    return {
        "texte": _texte(notice),
        "markdown": _markdown(notice),
        "html": _html(notice),
        "bibtex": _bibtex(notice),
        "ris": _ris(notice),
        "csl": _csl(notice),
    }


def _texte(notice: Notice) -> str:
    return typographier(
        f"« {notice.titre} », {notice.recueil}, {notice.mentions} Adresse permanente : {notice.adresse}"
    )


def _markdown(notice: Notice) -> str:
    titre, recueil, mentions = (
        _MARKDOWN.sub(r"\\\1", typographier(text)) for text in (notice.titre, notice.recueil, notice.mentions)
    )
    return f"[{titre}](<{notice.adresse}>), *{recueil}*, {mentions}"


def _html(notice: Notice) -> str:
    titre, recueil, mentions = (
        escape(typographier(text), quote=False) for text in (notice.titre, notice.recueil, notice.mentions)
    )
    return f'<a href="{escape(notice.adresse)}">{titre}</a>, <cite>{recueil}</cite>, {mentions}'


def _bibtex(notice: Notice) -> str:
    # Braces inside the quotes keep the capitals of a name and of a title.
    fields = {
        "author": f'"{{{notice.recueil.translate(_BIBTEX)}}}"',
        "title": f'"{{{notice.titre.translate(_BIBTEX)}}}"',
        **({"year": f"{{{notice.publie.year}}}", "date": f"{{{notice.publie}}}"} if notice.publie else {}),
        "version": f"{{{VERSION}}}",
        "url": f"{{{notice.adresse}}}",
        "urldate": f"{{{notice.etat_au}}}",
        "note": f"{{{notice.mentions.translate(_BIBTEX)}}}",
    }
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{notice.cle},\n{lines}\n}}"


def _ris(notice: Notice) -> str:
    fields = [
        ("TY", "ELEC"),
        ("AU", notice.recueil),
        ("TI", notice.titre),
        *([("PY", str(notice.publie.year)), ("DA", notice.publie.strftime("%Y/%m/%d/"))] if notice.publie else []),
        ("ET", VERSION),
        ("KW", notice.valeur),
        ("N1", notice.mentions),
        ("UR", notice.adresse),
        ("Y2", notice.etat_au.strftime("%Y/%m/%d/")),
        ("ER", ""),
    ]
    return "\n".join(f"{name}  - {' '.join(value.split())}" for name, value in fields)


def _csl(notice: Notice) -> str:
    def parts(day: date) -> Mapping[str, object]:
        return {"date-parts": [[day.year, day.month, day.day]]}

    entry = {
        "id": notice.cle,
        "type": "webpage",
        "title": notice.titre,
        "container-title": notice.recueil,
        "author": [{"literal": notice.recueil}],
        **({"issued": parts(notice.publie)} if notice.publie else {}),
        "accessed": parts(notice.etat_au),
        "genre": notice.valeur,
        "status": notice.statut,
        "version": VERSION,
        "URL": notice.adresse,
        "note": notice.mentions,
    }
    return to_json([entry], indent=2).decode()
