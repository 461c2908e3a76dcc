"""What every kind of page is made with: the base, the day, the templates."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from generator import VERSION
from generator.compile import Program
from generator.diagnostics import Code, Diagnostic, Location
from generator.load import Document
from generator.model import Portee, Statut
from generator.render import adresses, codes, difference, filters
from generator.render.admission import refus
from generator.render.champs import Champs, citations
from generator.render.compiles import Compiles
from generator.render.finition import Finition
from generator.render.gabarits import Gabarits
from generator.render.lecture import BaseLue, Programmes, Registre, question
from generator.render.libelles import LIBELLES, etat
from generator.render.mots import Corps, rendre
from generator.render.papier.volumes import adresses_des_volumes
from generator.render.renvois import Renvois, sans_lien
from generator.render.site import Page, TocEntry
from generator.resolve import Cible, KnowledgeBase

# The kinds of subjects that cite others, in the order readers want them.
CITANTS = (
    "regle",
    "calculateur",
    "parametre",
    "structure",
    "etape",
    "matrice",
    "pratique",
    "avis",
    "outil",
    "module",
    "public",
    "engagement",
    "mesure",
    "repere",
    "chiffres",
    "fiche",
    "source",
    "glossaire",
)


# Headings of a page made from data: (anchor, title).
Sommaire = tuple[tuple[str, str], ...]


@dataclass
class Atelier:
    """Gathers the diagnostics of the pages it makes. `noms` are the published urls of the assets that pages load."""

    base: KnowledgeBase
    programs: tuple[Program, ...]
    today: date
    noms: Mapping[str, str] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    # The page that is being made: links start from it.
    _ici: str = field(default="", init=False)

    def __post_init__(self) -> None:
        # What a page reads is noted: see `lecture`.
        if not isinstance(self.base, BaseLue):
            registre = Registre(self.base, self.programs)
            self.base, self.programs = registre.lue, Programmes.de(registre)

    @property
    def registre(self) -> Registre:
        """What is read by who works here."""
        assert isinstance(self.base, BaseLue)
        return self.base.registre

    @cached_property
    def gabarits(self) -> Environment:
        """Strict templates: what is not defined is an error, what is written is escaped."""
        env = Gabarits(
            loader=PackageLoader("generator.render", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            bytecode_cache=Compiles(),
        )
        env.filters |= {
            "date_longue": filters.date_longue,
            "ancre": filters.ancre,
            "courte": filters.courte,
            "code": filters.en_code,
            "par_cas": filters.par_cas,
            "libelle": lambda value: LIBELLES.get(str(value), str(value)),
            "programme": en_json,
            "etendue": filters.etendue,
            "nu": self.nu,
            "compare": difference.en_html,
            "etat": lambda version: etat(version, self.today),
        }
        env.globals |= {
            "periode": filters.periode,
            "nombre": filters.nombre,
            "Statut": Statut,
            "Portee": Portee,
            "base": self.base,
            "lien": self.lien,
            "nom": self.nom,
            "volumes": lambda: adresses_des_volumes(self.base),
            "today": self.today,
            "version": VERSION,
        }
        return env

    def preparer(self) -> None:
        """Make what all pages are made with."""
        for name in self.gabarits.list_templates(["html"]):
            self.gabarits.get_template(name)
        finition(self.base)
        citations(self.base)

    def programme(self, identifier: str) -> Program:
        """The program of a calculator; KeyError when there is none."""
        return self.registre.programme(identifier)

    def cite_par(self, kind: str, identifier: str) -> tuple[Cible, ...]:
        """The subjects that have a page and cite this one: rules first, then by kind, in the order of their files."""
        return cite_par(self.base, kind, identifier)

    def corps(self, document: Document, url: str) -> Corps:
        """The Markdown body of a file, for a page."""
        body = rendre(document, self.base, url, self.today)
        # The same body is also printed.
        self.diagnostics.extend(found for found in body.diagnostics if found not in self.diagnostics)
        return body

    def champs(self, document: Document, url: str) -> Any:
        """The texts of a header as HTML, in the shape of the header."""
        written = Champs(document, self.base, url, self.today)
        values = written.valeurs
        self.diagnostics.extend(found for found in written.diagnostics if found not in self.diagnostics)
        return values

    def absolue(self, url: str) -> str:
        """The public url of a page; only its path, from `/`, as long as the publisher has given no address."""
        return f"{self.base.editeur.adresse or '/'}{url}"

    def nu(self, text: str) -> str:
        """A text with the words of its references and without their links: for a list, for a description."""
        if "[[" not in text and "{{" not in text:
            return " ".join(text.split())

        def place(code: Code, offset: int, length: int, message: str, help: str = "") -> Diagnostic:  # noqa: ARG001
            return code.at(Location(""), message)

        # What is wrong in it is told by the page that it comes from.
        return Renvois(self.base, "", self.today, place, [], sans_lien).html(text).striptags()

    def nu_ou_rien(self, text: str | None) -> str | None:
        """`nu`, for what may be left out."""
        return None if text is None else self.nu(text)

    def lien(self, cible: str, identifier: str | int | None = None) -> str:
        """In a template, the link to an url or to a subject. It is no matter of each page: macros are made once."""
        address = cible if identifier is None else adresses.adresse(self.base, cible, str(identifier))
        return filters.lien_relatif(self._ici, self.noms.get(address, address))

    def nom(self, kind: str, identifier: str | int) -> str:
        """In a template, what a subject is called."""
        return adresses.titre(self.base, kind, str(identifier))

    def page(
        self,
        gabarit: str,
        url: str,
        titre: str,
        description: str,
        *,
        source_path: str | None = None,
        toc: tuple[TocEntry, ...] = (),
        vers: str | None = None,
        mots: tuple[str, ...] = (),
        **donnees: Any,
    ) -> Page:
        """One page from its template; `lien` in it makes a link from an url or from a subject."""
        kind = gabarit.removesuffix(".html")
        description = self.nu(description)
        self._ici = url
        html = self.gabarits.get_template(gabarit).render(url=url, titre=titre, description=description, **donnees)
        words = filters.typographier(" ".join(description.split()))
        title = filters.typographier(titre)
        finished = finition(self.base).finir(html)
        self.admettre(finished, source_path)
        return Page(url, title, words, finished, kind, source_path, toc, vers, mots)

    def admettre(self, html: str, source_path: str | None) -> None:
        """A diagnostic for a finished page that holds what no page of ours may."""
        refused = refus(html)
        if refused is not None:
            message = f"« {refused} » : ce balisage n'est pas admis dans une page"
            self.diagnostics.append(codes.BALISAGE_REFUSE.at(Location(source_path or "content/index.md"), message))

    def page_ecrite(
        self,
        kind: str,
        name: str,
        titre: str,
        resume: str,
        *,
        gabarit: str = "",
        avant: Sommaire = (),
        apres: Sommaire = (),
        **donnees: Any,
    ) -> Page:
        """The page of a file that has a body: `corps` and `t` (its header) as HTML, between headings made from data.

        `avant` and `apres` are those headings: (anchor, title).
        """
        document = self.base.document(kind, name)
        url = adresses.adresse(self.base, kind, name)
        body = self.corps(document, url)
        return self.page(
            gabarit or f"{kind}.html",
            url,
            titre,
            resume,
            source_path=document.path,
            toc=(*sommaire(*avant), *body.toc, *sommaire(*apres)),
            t=self.champs(document, url),
            corps=body.html,
            **donnees,
        )


@question
def finition(base: KnowledgeBase) -> Finition:
    """What finishes every page: all of them depend on what acronyms stand for."""
    return Finition({terme.sigle: terme.nom for terme in base.termes})


@question
def cite_par(base: KnowledgeBase, kind: str, identifier: str) -> tuple[Cible, ...]:
    """See `Atelier.cite_par`."""
    shown = [
        cible
        for cible in citations(base).get((kind, identifier), ())
        if cible[0] in CITANTS and cible != (kind, identifier)
    ]
    return tuple(sorted(shown, key=lambda cible: CITANTS.index(cible[0])))


def en_json(value: object) -> Markup:
    """JSON inside `<script>`: what could close it is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def sommaire(*headings: tuple[str, str]) -> tuple[TocEntry, ...]:
    """Second-level headings of a page made from data: (anchor, title)."""
    return tuple(TocEntry(filters.typographier(titre), ancre, 2) for ancre, titre in headings)
