"""Dated figures: today's, and all those before, gaps included."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.model import Parametre
from generator.render.atelier import Atelier, sommaire
from generator.render.site import Page
from generator.resolve.periodes import Cellule, Periode, cellules


@dataclass(frozen=True, slots=True)
class Serie:
    """One cell of a parameter through time, newest first; `aujourdhui` is its period of the day, if any."""

    nom: str
    periodes: tuple[Periode, ...]
    aujourdhui: Periode | None
    ancien: bool


def pages_de_parametres(atelier: Atelier) -> Iterator[Page]:
    """One page a parameter, and the index."""
    yield atelier.page(
        "parametres.html",
        "parametres/",
        "Les montants et les seuils",
        "Tous les chiffres datés du mémento, avec leur valeur du jour et leur source.",
        series={name: series(atelier, parametre) for name, parametre in atelier.base.parametres.items()},
    )
    for parametre in atelier.base.parametres.values():
        yield atelier.page(
            "parametre.html",
            f"parametres/{parametre.id}/",
            parametre.titre,
            parametre.resume,
            source_path=atelier.base.document("parametre", parametre.id).path,
            toc=sommaire(("aujourdhui", "Aujourd’hui"), ("historique", "Toutes les valeurs"), ("usages", "Où il sert")),
            parametre=parametre,
            series=series(atelier, parametre),
            cite_par=atelier.base.liens.get(("parametre", parametre.id), ()),
            calculateurs=[program for program in atelier.programs if parametre.nom in program.json["parametres"]],
        )


def series(atelier: Atelier, parametre: Parametre) -> tuple[Serie, ...]:
    """Every cell, in the order of its lists."""
    found = cellules(parametre)
    orders = [list(atelier.base.listes[name].options) for name in parametre.par]
    ordered = sorted(found, key=lambda cell: [order.index(code) for order, code in zip(orders, cell, strict=True)])
    return tuple(_serie(atelier, parametre, cell, found[cell]) for cell in ordered)


def _serie(atelier: Atelier, parametre: Parametre, cell: Cellule, periods: tuple[Periode, ...]) -> Serie:
    labels = [atelier.base.listes[name].options[code] for name, code in zip(parametre.par, cell, strict=True)]
    today = next((period for period in periods if period.couvre(atelier.today)), None)
    old = bool(today and today.rappel_apres and atelier.today > today.rappel_apres)
    return Serie(", ".join(labels), tuple(reversed(periods)), today, old)
