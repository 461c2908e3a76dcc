"""Dated figures: today's, and all those before, gaps included."""

from collections.abc import Iterator

from generator.render.atelier import Atelier, sommaire
from generator.render.commande import Commande
from generator.render.courbes import courbes_du_parametre
from generator.render.lecture import programmes_qui_lisent
from generator.render.site import Page
from generator.render.tableaux import tableau_du_jour, tableaux_par_date


def pages_de_parametres(atelier: Atelier) -> Iterator[Commande]:
    """One page a parameter, and the index by theme."""
    yield Commande(_index)
    for name in atelier.base.parametres:
        yield Commande(_parametre, (name,))


def _index(atelier: Atelier) -> Page:
    base, today = atelier.base, atelier.today
    by_theme = {name: [p for p in base.parametres.values() if p.themes[0] == name] for name in base.themes}
    return atelier.page(
        "parametres.html",
        "parametres/",
        "Les montants et les seuils",
        "Tous les chiffres datés du mémento, avec leur valeur du jour et leur source.",
        mots=("barème", "plafonds", "taux", "durées", "valeurs en vigueur", "SMIC"),
        toc=sommaire(*((name, base.themes[name].titre) for name, found in by_theme.items() if found)),
        themes={name: found for name, found in by_theme.items() if found},
        tableaux={name: tableau_du_jour(base, parametre, today) for name, parametre in base.parametres.items()},
    )


def _parametre(atelier: Atelier, name: str) -> Page:
    base, today = atelier.base, atelier.today
    parametre = base.parametres[name]
    return atelier.page(
        "parametre.html",
        f"parametres/{parametre.id}/",
        parametre.titre,
        parametre.resume,
        source_path=base.document("parametre", parametre.id).path,
        toc=sommaire(("aujourdhui", "Aujourd’hui"), ("historique", "Toutes les valeurs"), ("usages", "Où il sert")),
        parametre=parametre,
        tableau=tableau_du_jour(base, parametre, today),
        historique=tableaux_par_date(base, parametre),
        courbes={courbe.titre: courbe.svg for courbe in courbes_du_parametre(base, parametre, today)},
        notes=[valeur for valeur in reversed(parametre.valeurs) if valeur.note],
        cite_par=atelier.cite_par("parametre", parametre.id),
        calculateurs=[atelier.programme(found) for found in programmes_qui_lisent(base, parametre.nom)],
    )
