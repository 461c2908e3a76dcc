"""The documents that the site offers, by the url of their PDF."""

from collections.abc import Iterator

from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.papier.adresses import TOUT, adresse_de_fiche, adresse_imprimee
from generator.render.papier.fiches_de_module import fiche_apprenant, fiche_formateur
from generator.render.papier.memento import memento_imprime
from generator.resolve import KnowledgeBase


def imprimes(atelier: Atelier) -> Iterator[Commande]:
    """The source of each document that the site offers, by the url of its PDF."""
    base = atelier.base
    yield Commande(_tout)
    for code in base.listes["siae"].options if "siae" in base.listes else ():
        yield Commande(_de_structure, (code,))
    for name in base.modules:
        yield Commande(_fiches, (name,))


def adresses_des_imprimes(base: KnowledgeBase) -> Iterator[str]:
    """The urls of the same documents, none of which is made."""
    yield TOUT
    yield from map(adresse_imprimee, base.listes["siae"].options if "siae" in base.listes else ())
    for name in base.modules:
        yield adresse_de_fiche(name, "apprenant")
        yield adresse_de_fiche(name, "formateur")


def _tout(atelier: Atelier) -> dict[str, str]:
    return {TOUT: memento_imprime(atelier)}


def _de_structure(atelier: Atelier, code: str) -> dict[str, str]:
    return {adresse_imprimee(code): memento_imprime(atelier, code)}


def _fiches(atelier: Atelier, name: str) -> dict[str, str]:
    return {
        adresse_de_fiche(name, "apprenant"): fiche_apprenant(atelier, name),
        adresse_de_fiche(name, "formateur"): fiche_formateur(atelier, name),
    }
