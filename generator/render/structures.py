"""The types of structures: what binds each, what guides it, what it can compute."""

from collections.abc import Iterator
from datetime import date, timedelta

from generator.model import Parametre, Portee, Regle, Statut, Structure, VersionDeRegle
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier
from generator.render.commande import Commande
from generator.render.lecture import programmes_pour
from generator.render.papier.volumes import adresses_des_volumes
from generator.render.parcours import cases_de
from generator.render.site import Page
from generator.render.tableaux import Case, cases_du_jour

UN_AN = timedelta(days=366)


def pages_de_structures(atelier: Atelier) -> Iterator[Commande]:
    """One page a structure, and their index."""
    yield Commande(_index)
    for name in atelier.base.structures:
        yield Commande(_structure, (name,))


def _index(atelier: Atelier) -> Page:
    structures = atelier.base.structures.values()
    return atelier.page(
        "structures.html",
        "structures/",
        "Les structures",
        "Les types de structures de l’insertion par l’activité économique, et les règles de chacun.",
        mots=(
            "SIAE",
            "liste des SIAE",
            "ACI, EI, AI, ETTI, EITI",
            "chantier ou entreprise",
            "quelle structure choisir",
        ),
        siae=[structure for structure in structures if not structure.voisine],
        voisines=[structure for structure in structures if structure.voisine],
    )


def _structure(atelier: Atelier, name: str) -> Page:
    base, today = atelier.base, atelier.today
    structure = base.structures[name]
    rules = [regle for regle in base.regles.values() if structure.code in regle.siae]
    binding = [regle for regle in rules if oblige(regle, today)]
    guiding = [regle for regle in rules if not oblige(regle, today)]
    amounts = list(_montants(atelier, structure, rules))
    cells = cases_de(atelier, adresse(base, "structure", structure.code), siae=structure.code)
    headings = (
        ("oblige", "Ce qui oblige", not structure.voisine),
        ("guide", "Ce qui guide", not structure.voisine),
        ("hors", "Ce qui ne vous concerne pas", not structure.voisine),
        ("changements", "Ce qui a changé", not structure.voisine),
        ("etapes", "À chaque étape", bool(cells)),
        ("calculateurs", "Calculer", not structure.voisine),
        ("parametres", "Montants et seuils", bool(amounts)),
        ("sources", "Sources", True),
    )
    return atelier.page_ecrite(
        "structure",
        structure.code,
        structure.titre,
        structure.resume,
        apres=tuple((anchor, title) for anchor, title, shown in headings if shown),
        structure=structure,
        imprimes=adresses_des_volumes(base, structure.code) if structure.code in base.listes["siae"].options else (),
        obligent=_par_theme(atelier, binding),
        guident=_par_theme(atelier, guiding),
        nombre_qui_obligent=len(binding),
        nombre_qui_guident=len(guiding),
        hors=[regle for regle in base.regles.values() if structure.code not in regle.siae],
        recents=list(_recents(rules, today)),
        adresse_de_version=adresse_de_version,
        etapes=[(base.etapes[case.etape].titre, case, text) for case, text in cells],
        calculateurs=[base.calculateurs[found] for found in programmes_pour(base, structure.code)],
        parametres=amounts,
        pratiques=[name for name, pratique in base.pratiques.items() if structure.code in pratique.siae],
    )


def oblige(regle: Regle, today: date) -> bool:
    """True when a text binds today."""
    version = regle.au(today)
    return version is not None and version.portee is Portee.PRESCRIPTIF and version.statut is not Statut.ABROGE


def _par_theme(atelier: Atelier, rules: list[Regle]) -> dict[str, list[Regle]]:
    return {theme: found for theme in atelier.base.themes if (found := [r for r in rules if r.themes[0] == theme])}


def _recents(rules: list[Regle], today: date) -> Iterator[tuple[VersionDeRegle, Regle]]:
    """What changed, or is to change, since a year ago; newest first. A wording read for the first time is no change."""
    found = [
        (version, regle)
        for regle in rules
        for version in regle.droit
        if version.changement and version.du >= today - UN_AN
    ]
    yield from sorted(found, key=lambda pair: (pair[0].du, pair[1].id), reverse=True)


def _montants(atelier: Atelier, structure: Structure, rules: list[Regle]) -> Iterator[tuple[Parametre, list[Case]]]:
    """Its own figures and those of its rules, with today's values for this structure alone."""
    names = (*structure.parametres, *(name for regle in rules for name in regle.parametres))
    for name in dict.fromkeys(names):
        parametre = atelier.base.parametres[name]
        yield parametre, cases_du_jour(parametre, atelier.today, structure.code)
