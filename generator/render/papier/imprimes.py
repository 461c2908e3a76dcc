"""The documents that the site offers, by the url of their PDF."""

from generator.render.atelier import Atelier
from generator.render.papier.adresses import TOUT, adresse_de_fiche, adresse_imprimee
from generator.render.papier.fiches_de_module import fiche_apprenant, fiche_formateur
from generator.render.papier.memento import memento_imprime


def imprimes(atelier: Atelier) -> dict[str, str]:
    """The sources of the documents that the site offers, by the url of their PDF."""
    base = atelier.base
    codes = base.listes["siae"].options if "siae" in base.listes else ()
    sources = {TOUT: memento_imprime(atelier)}
    sources |= {adresse_imprimee(code): memento_imprime(atelier, code) for code in codes}
    for name in base.modules:
        sources[adresse_de_fiche(name, "apprenant")] = fiche_apprenant(atelier, name)
        sources[adresse_de_fiche(name, "formateur")] = fiche_formateur(atelier, name)
    return sources
