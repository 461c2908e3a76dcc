"""A printed document being made: what it keeps, where its links lead, its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from generator.compile.calendrier import date_longue
from generator.model import Reference
from generator.render.adresses import adresse
from generator.render.atelier import Atelier
from generator.render.papier.ecriture import Contenu, appel, ligne, mots
from generator.render.papier.selection import Selection
from generator.render.papier.traduction import traduire

TITRE = "Mémento de l’inclusion"
AVIS = "Site indépendant, non officiel : seul le texte cité fait foi."


@dataclass(frozen=True)
class Ouvrage:
    """`selection` is None for a sheet, in which no other subject is printed."""

    atelier: Atelier
    selection: Selection | None = None

    @cached_property
    def ancres(self) -> dict[str, str]:
        """The subjects printed in the document: the url that a link to them has, and their label."""
        if self.selection is None:
            return {}
        base = self.atelier.base
        printed = [("regle", name) for name in self.selection.regles()]
        printed += [("parametre", name) for name in self.selection.parametres()]
        printed += [("source", name) for name in self.selection.sources()]
        printed += [("terme", terme.sigle) for terme in self.selection.termes()]
        return {adresse(base, kind, name): f"{kind}:{name}" for kind, name in printed}

    def lien(self, href: str, words: Contenu) -> Contenu:
        """Inside the document, a link with its page; else the public address, else the words, set apart."""
        if href.startswith(("http://", "https://", "mailto:")):
            return appel("link", href, words)
        if href in self.ancres:
            return appel("renvoi", self.ancres[href], words)
        return (
            appel("link", self.atelier.absolue(href), words)
            if self.atelier.base.editeur.adresse
            else appel("emph", words)
        )

    @property
    def jour(self) -> str:
        """The day of the law that the document states."""
        return mots(f"État au {date_longue(self.atelier.today)}")

    def partie(self, titre: str, *corps: Contenu, paysage: bool = False) -> str:
        """A part of a book: it begins on a new page and names the running head."""
        inside = "".join(ligne(code) for code in corps)
        return f"#{appel('partie', mots(titre), jour=self.jour, paysage=paysage)}[\n{inside}]\n"

    def texte(self, html: Any) -> Contenu:
        """A field of a header, as `atelier.champs` gives it."""
        return traduire(str(Markup(html)), self.lien)

    def fondement(self, reference: Reference) -> dict[str, object]:
        """A source as a rule cites it."""
        source = self.atelier.base.sources[reference.source]
        return {
            "ancre": f"source:{source.id}",
            "nom": mots(source.nom),
            "precision": mots(reference.precision or ""),
            "version": reference.version or "",
            "mention": source.lecture.value == "mention",
        }

    def adresse(self, url: str) -> str:
        """The public address as it is printed: without its protocol, from `/` when the publisher has none."""
        return self.atelier.absolue(url)


def gabarit(*noms: str) -> str:
    """Templates of this package, one after the other."""
    folder = files("generator.render.papier") / "gabarits"
    return "".join((folder / f"{name}.typ").read_text(encoding="utf-8") for name in noms)


def document(gabarits: str, ouverture: str, reglages: Mapping[str, object], corps: str) -> str:
    """A whole source: the templates, the function that lays the document out, and what it holds."""
    call = appel(f"{ouverture}.with", **reglages)
    return f"{gabarits}\n#show: {call}\n\n{corps}"
