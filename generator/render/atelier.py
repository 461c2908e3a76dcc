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
from generator.diagnostics import Diagnostic
from generator.load import Document
from generator.model import Portee, Statut
from generator.render import adresses, filters
from generator.render.finition import finir
from generator.render.libelles import LIBELLES, etat
from generator.render.mots import Corps, rendre
from generator.render.renvois import cites
from generator.render.site import Page, TocEntry
from generator.resolve import Cible, KnowledgeBase

# The kinds of subjects that cite others, in the order readers want them.
CITANTS = ("regle", "calculateur", "parametre", "mesure", "structure", "fiche", "source", "glossaire")


@dataclass
class Atelier:
    """Gathers the diagnostics of the pages it makes."""

    base: KnowledgeBase
    programs: tuple[Program, ...]
    today: date
    diagnostics: list[Diagnostic] = field(default_factory=list)

    @cached_property
    def gabarits(self) -> Environment:
        """Strict templates: what is not defined is an error, what is written is escaped."""
        env = Environment(
            loader=PackageLoader("generator.render", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        env.filters |= {
            "date_longue": filters.date_longue,
            "ancre": filters.ancre,
            "courte": filters.courte,
            "code": filters.en_code,
            "par_cas": filters.par_cas,
            "libelle": lambda value: LIBELLES.get(str(value), str(value)),
            "programme": en_json,
            "etat": lambda version: etat(version, self.today),
        }
        env.globals |= {
            "periode": filters.periode,
            "nombre": filters.nombre,
            "Statut": Statut,
            "Portee": Portee,
            "base": self.base,
            "today": self.today,
            "version": VERSION,
        }
        return env

    @cached_property
    def sigles(self) -> Mapping[str, str]:
        """What each acronym stands for."""
        return {terme.sigle: terme.nom for terme in self.base.termes}

    @cached_property
    def _citations(self) -> Mapping[Cible, tuple[Cible, ...]]:
        """What the fields of the files cite, and what their bodies do."""
        found = {cible: dict.fromkeys(citing) for cible, citing in self.base.liens.items()}
        for subject, document in self.base.documents.items():
            for cible in cites(document.body, self.base):
                found.setdefault(cible, {})[subject] = None
        return {cible: tuple(citing) for cible, citing in found.items()}

    def cite_par(self, kind: str, identifier: str) -> tuple[Cible, ...]:
        """The subjects that have a page and cite this one: rules first, then by kind, in the order of their files."""
        citing = self._citations.get((kind, identifier), ())
        shown = [cible for cible in citing if cible[0] in CITANTS and cible != (kind, identifier)]
        return tuple(sorted(shown, key=lambda cible: CITANTS.index(cible[0])))

    def corps(self, document: Document, url: str) -> Corps:
        """The Markdown body of a file, for a page."""
        body = rendre(document, self.base, url, self.today)
        self.diagnostics.extend(body.diagnostics)
        return body

    def page(
        self,
        gabarit: str,
        url: str,
        titre: str,
        description: str,
        *,
        source_path: str | None = None,
        toc: tuple[TocEntry, ...] = (),
        **donnees: Any,
    ) -> Page:
        """One page from its template; `lien` in it makes a link from an url or from a subject."""
        kind = gabarit.removesuffix(".html")

        def lien(cible: str, identifier: str | int | None = None) -> str:
            address = cible if identifier is None else adresses.adresse(self.base, cible, str(identifier))
            return filters.lien_relatif(url, address)

        def nom(kind: str, identifier: str | int) -> str:
            return adresses.titre(self.base, kind, str(identifier))

        html = self.gabarits.get_template(gabarit).render(
            lien=lien, nom=nom, url=url, titre=titre, description=description, **donnees
        )
        words = filters.typographier(" ".join(description.split()))
        return Page(url, filters.typographier(titre), words, finir(html, self.sigles), kind, source_path, toc)


def en_json(value: object) -> Markup:
    """JSON inside `<script>`: what could close it is escaped."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)


def sommaire(*headings: tuple[str, str]) -> tuple[TocEntry, ...]:
    """Second-level headings of a page made from data: (anchor, title)."""
    return tuple(TocEntry(filters.typographier(titre), ancre, 2) for ancre, titre in headings)
