"""The documents that the site offers, by the url of their PDF."""

from collections.abc import Iterator

from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.papier.adresses import adresse_de_fiche
from generator.render.papier.fiches_de_module import fiche_apprenant, fiche_formateur
from generator.render.papier.memento import memento_imprime
from generator.render.papier.volumes import adresses_des_volumes, decoupe
from generator.resolve import KnowledgeBase


def imprimes(atelier: Atelier) -> Iterator[Commande]:
    """The source of each document that the site offers, by the url of its PDF."""
    base = atelier.base
    for code in ("", *(base.listes["siae"].options if "siae" in base.listes else ())):
        for rank in range(len(adresses_des_volumes(base, code))):
            yield Commande(_memento, (code, rank))
    for name in base.modules:
        yield Commande(_fiches, (name,))


def adresses_des_imprimes(base: KnowledgeBase) -> Iterator[str]:
    """The urls of the same documents, none of which is made."""
    for code in ("", *(base.listes["siae"].options if "siae" in base.listes else ())):
        yield from (url for url, _ in adresses_des_volumes(base, code))
    for name in base.modules:
        yield adresse_de_fiche(name, "apprenant")
        yield adresse_de_fiche(name, "formateur")


def _memento(atelier: Atelier, code: str, rang: int) -> dict[str, str]:
    """A volume of what concerns a structure, or of the whole."""
    url, _ = adresses_des_volumes(atelier.base, code)[rang]
    return {url: memento_imprime(atelier, code or None, volume=decoupe(atelier.base, code or None)[rang])}


def _fiches(atelier: Atelier, name: str) -> dict[str, str]:
    return {
        adresse_de_fiche(name, "apprenant"): fiche_apprenant(atelier, name),
        adresse_de_fiche(name, "formateur"): fiche_formateur(atelier, name),
    }
