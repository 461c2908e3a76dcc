"""Promises about the whole mémento. One file = one promise; the tuples are their order."""

from collections.abc import Collection
from datetime import date

from generator.check.adresses import adresses_permanentes, fichiers_permanents
from generator.check.changements import changements_illustres
from generator.check.chiffres import chiffres_tires_des_donnees
from generator.check.couverture import couverture_tenue
from generator.check.ebauches import ebauches_achevees
from generator.check.exemples import exemples_calcules, exemples_en_nombre
from generator.check.fraicheur import a_reverifier_bientot, verification_perimee
from generator.check.liens import liens_ecrits, liens_publies
from generator.check.markdown import (
    images_decrites,
    liens_qui_se_comprennent,
    tableaux_avec_en_tete,
    titres_en_ordre,
)
from generator.check.matrice import matrice_complete
from generator.check.orphelins import pages_orphelines, sujets_inutiles
from generator.check.promesse import Promesse, Publie, Tout
from generator.check.raccourcis import raccourcis_menent_quelque_part
from generator.check.seuils import seuils_illustres
from generator.check.sigles import sigles_expliques
from generator.check.sources import etapes_sourcees
from generator.check.typographie import typographie_francaise
from generator.compile import Program
from generator.diagnostics import Report
from generator.load import SANS_VERROU, Verrou
from generator.render.site import Site
from generator.resolve import Cible, KnowledgeBase

__all__ = ["CODES", "ECRITS", "PAGES", "check_ecrits", "check_site"]

# What people wrote, before any page is made; then the pages.
ECRITS: tuple[Promesse[Tout], ...] = (
    exemples_calcules,
    exemples_en_nombre,
    seuils_illustres,
    changements_illustres,
    etapes_sourcees,
    liens_ecrits,
    sujets_inutiles,
    verification_perimee,
    a_reverifier_bientot,
    couverture_tenue,
    chiffres_tires_des_donnees,
    sigles_expliques,
    matrice_complete,
    adresses_permanentes,
    raccourcis_menent_quelque_part,
    typographie_francaise,
    titres_en_ordre,
    liens_qui_se_comprennent,
    images_decrites,
    tableaux_avec_en_tete,
    ebauches_achevees,
)
PAGES: tuple[Promesse[Publie], ...] = (
    liens_publies,
    pages_orphelines,
    fichiers_permanents,
)
CODES = (*(check.code for check in ECRITS), *(check.code for check in PAGES))


def check_ecrits(
    base: KnowledgeBase,
    programs: tuple[Program, ...],
    today: date,
    verrou: Verrou = SANS_VERROU,
    sujets: Collection[Cible] | None = None,
) -> Report:
    """Every promise about what people wrote, verified (MEM5xx); of each file by itself, only for these subjects."""
    whole = Tout(base, programs, today, verrou, sujets)
    return Report.of(found for check in ECRITS for found in check.verifier(whole, check.code))


def check_site(
    base: KnowledgeBase, programs: tuple[Program, ...], site: Site, today: date, verrou: Verrou = SANS_VERROU
) -> Report:
    """Every promise about the pages, verified (MEM5xx)."""
    whole = Publie(base, programs, today, verrou, site=site)
    return Report.of(found for check in PAGES for found in check.verifier(whole, check.code))
