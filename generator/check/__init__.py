"""Promises about the whole mémento. One file = one promise; the tuple is their order."""

from datetime import date

from generator.check.adresses import adresses_permanentes
from generator.check.changements import changements_illustres
from generator.check.chiffres import chiffres_tires_des_donnees
from generator.check.couverture import couverture_tenue
from generator.check.exemples import exemples_calcules, exemples_en_nombre
from generator.check.fraicheur import a_reverifier_bientot, verification_perimee
from generator.check.liens import liens_internes
from generator.check.matrice import matrice_complete
from generator.check.orphelins import pages_orphelines, sujets_inutiles
from generator.check.promesse import Promesse, Tout
from generator.check.raccourcis import raccourcis_menent_quelque_part
from generator.check.seuils import seuils_illustres
from generator.check.sigles import sigles_expliques
from generator.check.sources import etapes_sourcees
from generator.compile import Program
from generator.diagnostics import Report
from generator.load import SANS_VERROU, Verrou
from generator.render import Site
from generator.resolve import KnowledgeBase

__all__ = ["CHECKS", "CODES", "check_site"]

CHECKS: tuple[Promesse, ...] = (
    exemples_calcules,
    exemples_en_nombre,
    seuils_illustres,
    changements_illustres,
    etapes_sourcees,
    liens_internes,
    pages_orphelines,
    sujets_inutiles,
    verification_perimee,
    a_reverifier_bientot,
    couverture_tenue,
    chiffres_tires_des_donnees,
    sigles_expliques,
    matrice_complete,
    adresses_permanentes,
    raccourcis_menent_quelque_part,
)
CODES = tuple(check.code for check in CHECKS)


def check_site(
    base: KnowledgeBase, programs: tuple[Program, ...], site: Site, today: date, verrou: Verrou = SANS_VERROU
) -> Report:
    """Every promise, verified (MEM5xx)."""
    whole = Tout(base, programs, site, today, verrou)
    return Report.of(found for check in CHECKS for found in check.verifier(whole, check.code))
