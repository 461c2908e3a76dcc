"""Pages of words: home, editorial pages, measures of the Pacte, structures, glossary."""

from collections.abc import Iterator
from itertools import groupby

from generator.model import Fiche, Mesure, Parametre, Regle, Structure, Terme
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier, sommaire
from generator.render.filters import ancre
from generator.render.site import Page
from generator.render.tableaux import Case, cases_du_jour
from generator.resolve import KnowledgeBase


def pages_de_mots(atelier: Atelier) -> Iterator[Page]:
    """Everything that has a body, and the glossary."""
    for name, fiche in atelier.base.fiches.items():
        yield _accueil(atelier, fiche) if name == "index" else _fiche(atelier, name, fiche)
    yield atelier.page(
        "mesures.html",
        "pacte/mesures/",
        "Les mesures du Pacte de 2019",
        "Ce que proposait le Pacte d’ambition pour l’IAE, et ce que c’est devenu.",
    )
    for mesure in atelier.base.mesures.values():
        yield _mesure(atelier, mesure)
    yield atelier.page(
        "structures.html",
        "structures/",
        "Les structures",
        "Les types de structures de l’insertion par l’activité économique, et les règles de chacun.",
    )
    for structure in atelier.base.structures.values():
        yield _structure(atelier, structure)
    yield atelier.page(
        "glossaire.html",
        "glossaire/",
        "Glossaire",
        "Les sigles de l’insertion par l’activité économique, d’hier et d’aujourd’hui.",
        source_path="rules/glossaire.yaml",
        lettres=_par_lettre(atelier.base.termes),
    )


def _par_lettre(termes: tuple[Terme, ...]) -> dict[str, list[Terme]]:
    """Terms in alphabetical order, under their first letter; accents do not count."""
    ordered = sorted(termes, key=lambda terme: ancre(terme.sigle))
    return {letter: list(group) for letter, group in groupby(ordered, key=lambda terme: ancre(terme.sigle)[:1].upper())}


def _accueil(atelier: Atelier, fiche: Fiche) -> Page:
    document = atelier.base.document("fiche", "index")
    versions = [
        (version, regle)
        for regle in atelier.base.regles.values()
        for version in regle.versions
        if version.du <= atelier.today
    ]
    versions.sort(key=lambda pair: (pair[0].du, pair[1].id), reverse=True)
    return atelier.page(
        "accueil.html",
        "",
        fiche.titre,
        fiche.resume,
        source_path=document.path,
        corps=atelier.corps(document, "").html,
        calculateurs=fiche.calculateurs,
        themes={regle.themes[0] for regle in atelier.base.regles.values()},
        nouveautes=versions[:5],
        adresse_de_version=adresse_de_version,
        parties=_parties(atelier.base),
    )


def _parties(base: KnowledgeBase) -> tuple[tuple[str, str, int, str], ...]:
    """The ways in: (url, name, how many, of what)."""
    return (
        ("structures/", "Structures", len(base.structures), "types de structures, et leurs règles"),
        ("regles/", "Règles", len(base.regles), "règles, par thème"),
        ("calculateurs/", "Calculateurs", len(base.calculateurs), "calculateurs, avec leurs articles"),
        ("pacte/mesures/", "Pacte de 2019", len(base.mesures), "mesures, et leur sort"),
        ("parametres/", "Montants et seuils", len(base.parametres), "chiffres datés"),
        ("glossaire/", "Glossaire", len(base.termes), "sigles expliqués"),
        ("sources/", "Sources", len(base.sources), "textes et documents"),
    )


def _fiche(atelier: Atelier, name: str, fiche: Fiche) -> Page:
    document = atelier.base.document("fiche", name)
    url = adresse(atelier.base, "fiche", name)
    body = atelier.corps(document, url)
    return atelier.page(
        "fiche.html",
        url,
        fiche.titre,
        fiche.resume,
        source_path=document.path,
        toc=body.toc,
        corps=body.html,
        references=fiche.references,
    )


def _mesure(atelier: Atelier, mesure: Mesure) -> Page:
    key = str(mesure.numero)
    document = atelier.base.document("mesure", key)
    url = adresse(atelier.base, "mesure", key)
    body = atelier.corps(document, url)
    actions = sommaire(*((f"action-{action.numero}", f"Action {action.numero}") for action in mesure.actions))
    return atelier.page(
        "mesure.html",
        url,
        f"Mesure n° {mesure.numero} : {mesure.titre}",
        mesure.resume,
        source_path=document.path,
        toc=(*body.toc, *(actions or sommaire(("proposition", "La proposition")))),
        mesure=mesure,
        corps=body.html,
        regles=[regle for regle in atelier.base.regles.values() if mesure.numero in regle.mesures],
        calculateurs=[p.calculateur for p in atelier.programs if mesure.numero in p.calculateur.mesures],
    )


def _structure(atelier: Atelier, structure: Structure) -> Page:
    document = atelier.base.document("structure", structure.code)
    url = adresse(atelier.base, "structure", structure.code)
    body = atelier.corps(document, url)
    rules = [regle for regle in atelier.base.regles.values() if structure.code in regle.siae]
    return atelier.page(
        "structure.html",
        url,
        structure.titre,
        structure.resume,
        source_path=document.path,
        toc=(*body.toc, *sommaire(("regles", "Les règles"), ("calculateurs", "Calculer"), ("sources", "Sources"))),
        structure=structure,
        corps=body.html,
        themes={theme: found for theme in atelier.base.themes if (found := [r for r in rules if r.themes[0] == theme])},
        calculateurs=[p.calculateur for p in atelier.programs if structure.code in p.calculateur.siae],
        parametres=list(_montants(atelier, structure, rules)),
    )


def _montants(atelier: Atelier, structure: Structure, rules: list[Regle]) -> Iterator[tuple[Parametre, list[Case]]]:
    """The figures of its rules, with today's values for this structure alone."""
    for name in dict.fromkeys(name for regle in rules for name in regle.parametres):
        parametre = atelier.base.parametres[name]
        yield parametre, cases_du_jour(parametre, atelier.today, structure.code)
