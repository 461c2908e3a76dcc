"""Pages of words: home, editorial pages, glossary, and the page where one searches in all of them."""

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.model import Terme
from generator.render import jsonld
from generator.render.adresses import adresse, adresse_de_version
from generator.render.atelier import Atelier, Sommaire
from generator.render.commande import Commande
from generator.render.filters import ancre
from generator.render.formation import catalogue
from generator.render.obligatoires import FORMES, PLAN, page_obligatoire
from generator.render.site import Page
from generator.render.structures import oblige
from generator.resolve import KnowledgeBase

RECHERCHE = "recherche/"
# An editorial page that opens a folder also lists what stands in it.
SOMMAIRES = {
    "parcours/index": "parcours.html",
    "pratiques/index": "pratiques.html",
    "avis/index": "registre.html",
    "formation/index": "formation.html",
    "outils/index": "outils.html",
    "reperes/index": "reperes.html",
}
# An editorial page that does something has its own template, and the headings of what it adds.
GABARITS: dict[str, tuple[str, Sommaire]] = {
    **{name: (template, (("liste", "La liste"),)) for name, template in SOMMAIRES.items()},
    "hors-ligne": ("hors_ligne.html", (("garder", "Dans ce navigateur"), ("fichiers", "En un fichier"))),
}


def pages_de_mots(atelier: Atelier) -> Iterator[Commande]:
    """Everything that has a body, and the glossary; the map of the site is made last, from all the pages."""
    for name in atelier.base.fiches:
        if name == "index":
            yield Commande(_accueil)
        elif name in FORMES:
            yield Commande(page_obligatoire, (name,))
        elif name != PLAN:
            yield Commande(_fiche, (name,))
    yield Commande(_glossaire)
    yield Commande(_recherche)


def _glossaire(atelier: Atelier) -> Page:
    return atelier.page(
        "glossaire.html",
        "glossaire/",
        "Glossaire",
        "Les sigles de l’insertion par l’activité économique, d’hier et d’aujourd’hui.",
        mots=("acronymes", "abréviations", "définitions", "lexique", "vocabulaire"),
        source_path="rules/glossaire.yaml",
        lettres=_par_lettre(atelier.base.termes),
    )


def _recherche(atelier: Atelier) -> Page:
    return atelier.page(
        "recherche.html",
        RECHERCHE,
        "Rechercher",
        "Chercher dans tout le mémento : règles, calculateurs, montants, articles, sigles, parcours et pratiques.",
    )


def _par_lettre(termes: tuple[Terme, ...]) -> dict[str, list[Terme]]:
    """Terms in alphabetical order, under their first letter; accents do not count."""
    ordered = sorted(termes, key=lambda terme: ancre(terme.sigle))
    return {letter: list(group) for letter, group in groupby(ordered, key=lambda terme: ancre(terme.sigle)[:1].upper())}


def _accueil(atelier: Atelier) -> Page:
    fiche = atelier.base.fiches["index"]
    document = atelier.base.document("fiche", "index")
    versions = [
        (version, regle)
        for regle in atelier.base.regles.values()
        for version in regle.droit
        if version.changement and version.du <= atelier.today
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
        themes=Counter(regle.themes[0] for regle in atelier.base.regles.values()),
        siae=[structure for structure in atelier.base.structures.values() if not structure.voisine],
        prescriptives=sum(oblige(regle, atelier.today) for regle in atelier.base.regles.values()),
        nouveautes=versions[:5],
        donnees_liees=jsonld.accueil(atelier, fiche.resume),
        adresse_de_version=adresse_de_version,
        parties=_parties(atelier.base),
    )


def _parties(base: KnowledgeBase) -> tuple[tuple[str, str, int, str], ...]:
    """The ways in: (url, name, how many, of what); a folder without its opening page is no way in."""
    parts = (
        ("structures/", "Structures", len(base.structures), "types de structures, et leurs règles"),
        ("regles/", "Règles", len(base.regles), "règles, par thème"),
        ("calculateurs/", "Calculateurs", len(base.calculateurs), "calculateurs, avec leurs articles"),
        ("parcours/", "Parcours", len(base.etapes), "étapes, selon la structure"),
        ("pratiques/", "Pratiques", len(base.pratiques), "pratiques, et ce qu’elles valent"),
        ("formation/", "Formation", len(base.modules), "modules, avec leurs questions"),
        ("outils/", "Outils", len(base.outils), "modèles à remplir"),
        ("pacte/mesures/", "Pacte de 2019", len(base.mesures), "mesures, et leur sort"),
        ("parametres/", "Montants et seuils", len(base.parametres), "chiffres datés"),
        ("reperes/", "Repères", len(base.reperes), "tableaux et séries"),
        ("glossaire/", "Glossaire", len(base.termes), "sigles expliqués"),
        ("sources/", "Sources", len(base.sources), "textes et documents"),
    )
    closed = {name.removesuffix("index") for name in SOMMAIRES if name not in base.fiches}
    return tuple(part for part in parts if part[0] not in closed)


def _fiche(atelier: Atelier, name: str) -> Page:
    fiche = atelier.base.fiches[name]
    template, headings = GABARITS.get(name, ("fiche.html", ()))
    return atelier.page_ecrite(
        "fiche",
        name,
        fiche.titre,
        fiche.resume,
        gabarit=template,
        avant=headings,
        catalogue=catalogue(atelier, adresse(atelier.base, "fiche", name), tuple(atelier.base.modules))
        if name == "formation/index"
        else None,
        references=fiche.references,
        sans_source=fiche.sans_source,
    )
