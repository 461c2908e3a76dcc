"""Pages that a public site owes its readers: their words are in `content/`, what they state comes from `rules/`."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import EtatDeConformite
from generator.render.adresses import adresse
from generator.render.atelier import Atelier, Sommaire
from generator.render.filters import typographier
from generator.render.libelles import LIBELLES
from generator.render.site import NavEntry, Page
from generator.resolve import KnowledgeBase

ACCESSIBILITE, PLAN = "accessibilite", "plan-du-site"
# The foot of every page, in this order.
PIED = (ACCESSIBILITE, "mentions-legales", "donnees-personnelles", PLAN, "contact")


@dataclass(frozen=True, slots=True)
class Forme:
    """Headings made from data around the words of a page; its template bears the name of the page."""

    avant: Sommaire = ()
    apres: Sommaire = ()


FORMES: Mapping[str, Forme] = {
    ACCESSIBILITE: Forme(
        avant=(
            ("etat", "État de conformité"),
            ("resultats", "Résultats des tests"),
            ("inaccessibles", "Contenus non accessibles"),
            ("etablissement", "Établissement de la déclaration"),
            ("essais", "Ce que des outils ont essayé"),
            ("a-juger", "Ce qu’une personne doit juger"),
        ),
        apres=(("contact", "Retour d’information et contact"), ("recours", "Voies de recours")),
    ),
    "mentions-legales": Forme(avant=(("editeur", "Éditeur"), ("hebergement", "Hébergement"))),
    "donnees-personnelles": Forme(
        apres=(
            ("effacer", "Voir et effacer ce qui est gardé"),
            ("hebergeur", "Ce que l’hébergeur peut voir"),
            ("droits", "Vos droits"),
        )
    ),
    "contact": Forme(avant=(("ecrire", "À qui écrire"),)),
}


def page_obligatoire(atelier: Atelier, name: str) -> Page:
    """One of the pages of `FORMES`."""
    fiche = atelier.base.fiches[name]
    return atelier.page_ecrite(
        "fiche",
        name,
        fiche.titre,
        fiche.resume,
        gabarit=f"{name}.html",
        avant=FORMES[name].avant,
        apres=FORMES[name].apres,
        references=fiche.references,
        sans_source=fiche.sans_source,
        etat=etat_de_conformite(atelier.base),
    )


def etat_de_conformite(base: KnowledgeBase) -> EtatDeConformite:
    """What the site may say of its accessibility; without a declaration, that it does not conform."""
    return base.audit.etat if base.audit else EtatDeConformite.NON_CONFORME


def pied(atelier: Atelier) -> tuple[NavEntry, ...]:
    """The links of the foot of every page, those whose page exists; that of accessibility says its state."""
    base = atelier.base
    return tuple(
        NavEntry(typographier(_titre(base, name)), adresse(base, "fiche", name)) for name in PIED if name in base.fiches
    )


def _titre(base: KnowledgeBase, name: str) -> str:
    if name == ACCESSIBILITE:
        return f"Accessibilité : {LIBELLES[etat_de_conformite(base)]}"
    return base.fiches[name].titre
