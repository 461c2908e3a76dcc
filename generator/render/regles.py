"""Rules, each of their versions, and their list by theme."""

from collections.abc import Iterator
from datetime import date

from generator.compile.calendrier import date_longue
from generator.model import LacuneDeRegle, Regle, VersionDeRegle
from generator.render import jsonld
from generator.render.adresses import adresse_de_version
from generator.render.atelier import Atelier, sommaire
from generator.render.citations import Citation, citer
from generator.render.commande import Commande
from generator.render.ecarts import ecart_avec_la_precedente
from generator.render.frise import frise
from generator.render.notices import avis_sur, notice_de_regle
from generator.render.site import Page
from generator.render.tableaux import Tableau, tableau_du_jour


def pages_de_regles(atelier: Atelier) -> Iterator[Commande]:
    """One page a rule, one a version, and the index."""
    yield Commande(_index)
    for regle in atelier.base.regles.values():
        yield Commande(_regle, (regle.id,))
        for version in regle.versions:
            yield Commande(_version, (regle.id, version.du.isoformat()))


def _index(atelier: Atelier) -> Page:
    by_theme = {
        theme: [r for r in atelier.base.regles.values() if r.themes[0] == theme] for theme in atelier.base.themes
    }
    return atelier.page(
        "regles.html",
        "regles/",
        "Les règles",
        "Toutes les règles du mémento, par thème, avec leur portée et leur date.",
        mots=("réglementation", "ce que dit la loi", "obligations", "droit de l’insertion", "fiches juridiques"),
        toc=sommaire(*((theme, atelier.base.themes[theme].titre) for theme, found in by_theme.items() if found)),
        themes={theme: found for theme, found in by_theme.items() if found},
    )


def _regle(atelier: Atelier, name: str) -> Page:
    regle = atelier.base.regles[name]
    shown = montree(regle, atelier.today)
    return atelier.page(
        "regle.html",
        f"regles/{regle.id}/",
        regle.titre,
        shown.enonce,
        source_path=atelier.base.document("regle", regle.id).path,
        toc=sommaire(
            ("texte", "Par quel texte"),
            ("calcul", "Calculer"),
            ("versions", "Ce qui a changé"),
            ("citer", "Citer"),
            ("voir", "À lire aussi"),
        ),
        regle=regle,
        actuelle=regle.au(atelier.today),
        montree=shown,
        lacune=lacune_du_jour(regle, atelier.today),
        frise=frise(regle, atelier.today),
        chronologie=chronologie(regle),
        citation=_citation(atelier, regle, shown),
        donnees_liees=jsonld.page_de_regle(atelier, regle, shown),
        tableaux={name: _tableau(atelier, name) for name in regle.parametres},
        adresse_de_version=adresse_de_version,
        avis=[atelier.base.avis[numero] for numero in avis_sur(atelier.base, "regle", regle.id)],
        cite_par=atelier.cite_par("regle", regle.id),
    )


def chronologie(regle: Regle) -> tuple[VersionDeRegle | LacuneDeRegle, ...]:
    """Versions, proposals and gaps, newest first; of the same day, the law before what was proposed."""
    both: list[VersionDeRegle | LacuneDeRegle] = [*regle.propositions, *regle.droit, *regle.lacunes]
    return tuple(sorted(both, key=lambda item: item.du)[::-1])


def montree(regle: Regle, jour: date) -> VersionDeRegle:
    """The version to show first: the law that day, else the last proposal, else the last law that is known."""
    return regle.au(jour) or next(reversed(regle.propositions), None) or regle.droit[-1]


def lacune_du_jour(regle: Regle, jour: date) -> LacuneDeRegle | None:
    """The gap that covers that day."""
    return next((gap for gap in regle.lacunes if gap.du <= jour and (gap.au is None or jour <= gap.au)), None)


def _tableau(atelier: Atelier, parametre: str) -> Tableau:
    return tableau_du_jour(atelier.base, atelier.base.parametres[parametre], atelier.today)


def _version(atelier: Atelier, name: str, du: str) -> Page:
    regle = atelier.base.regles[name]
    version = next(version for version in regle.versions if version.du.isoformat() == du)
    return atelier.page(
        "version.html",
        adresse_de_version(regle.id, version.du),
        f"{regle.titre} : version du {date_longue(version.du)}",
        version.enonce,
        source_path=atelier.base.document("regle", regle.id).path,
        regle=regle,
        version=version,
        actuelle=regle.au(atelier.today),
        frise=frise(regle, atelier.today, version),
        ecart=ecart_avec_la_precedente(atelier.base, regle, version),
        adresse_de_version=adresse_de_version,
        citation=_citation(atelier, regle, version),
        donnees_liees=jsonld.page_de_version(atelier, regle, version),
    )


def _citation(atelier: Atelier, regle: Regle, version: VersionDeRegle) -> Citation:
    return citer(notice_de_regle(atelier, regle, version), adresse_de_version(regle.id, version.du))
