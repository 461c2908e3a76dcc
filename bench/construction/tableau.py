"""The report in Markdown."""

import os
from collections.abc import Iterable, Sequence
from datetime import date
from textwrap import fill

from bench.construction.mesures import Mesures
from bench.construction.moteurs import Moteur
from bench.construction.promesses import Promesse, Resultats
from bench.construction.statistiques import exposant
from bench.recherche.nombres import decimal, entier
from bench.recherche.tableau import processeur, table

A_FROID = (
    "À froid",
    "pages",
    "secondes",
    "processeur (s)",
    "mémoire (Mo)",
    "ms par page",
    "sortie (Mo)",
    "fichiers",
    "ko par page",
    "dont HTML",
)
TOUCHEE = (
    "Une règle changée",
    "pages",
    "secondes",
    "processeur (s)",
    "part du froid",
    "visible dans le navigateur (s)",
)
CROISSANCE = ("Croissance", "tailles", "exposant du temps", "exposant du processeur", "exposant de la sortie")

COMMENT = (
    "Les mêmes pages partout : celles d’un mémento synthétique tiré d’une graine, que notre générateur lit en YAML et "
    "en Markdown, et que les autres lisent en Markdown, avec la même navigation. Deux lignes sont les nôtres. « Pages "
    "et recherche » est ce que font aussi les autres, sauf Eleventy, qui n’a pas de recherche : c’est « memento "
    "construire --sans-documents », qui relit aussi tout ce qui est écrit, refait les exemples des calculateurs et "
    "publie les données ; les rapports se jugent sur elle. « Entier » est tout ce que publie « memento construire », "
    "documents imprimés (PDF) et archive à emporter compris : le poids d’une page se juge sur lui. Chaque passage est "
    "un processus neuf, les moteurs alternent, le disque est au repos et rien n’en est effacé avant la fin ; médianes "
    "de {petits} passages jusqu’à 1 000 pages, {grands} au-delà, et {compares} à 1 000 pages pour les deux que la "
    "promesse compare, l’un après l’autre. À froid, rien n’est gardé, sauf ce que Python a compilé (« __pycache__ »), "
    "et nos gabarits avec. Le processeur est celui du processus et de ses enfants (wait4) ; la mémoire, le plus haut "
    "du plus gros processus (ru_maxrss) ou de la somme de tous, pages partagées comptées une fois (Pss, cinq fois par "
    "seconde). « Une règle changée » : la construction qui suit, avec ce que chacun offre : nos réserves, « --dirty » "
    "de MkDocs, qui laisse la recherche incomplète, le cache de Zensical ; Eleventy refait tout. « Visible » : de "
    "l’enregistrement à la page qui le montre, ouverte dans Chromium et servie par « memento servir », ce qu’attend "
    "qui écrit : la promesse se juge là. Les copies compressées (.gz, .br) ne comptent pas dans la sortie."
)


def tableau(
    jour: date,
    moteurs: Sequence[Moteur],
    resultats: Resultats,
    tenues: Iterable[Promesse],
    passages: Sequence[int],
) -> str:
    """`passages` are how many up to 1,000 pages, beyond, and at 1,000 pages of those that are compared."""
    # Measured in parts, an engine may have had fewer sizes than another.
    keys = ((engine.code, size) for size in _tailles(resultats) for engine in moteurs)
    held = [resultats[key] for key in keys if key in resultats]
    names = {engine.code: engine.nom for engine in moteurs}
    tables = (
        (A_FROID, [_a_froid(names[one.moteur], one) for one in held]),
        (TOUCHEE, [_touchee(names[one.moteur], one) for one in held if one.touches or one.visible]),
        (CROISSANCE, [_croissance(engine, resultats) for engine in moteurs] if len(_tailles(resultats)) > 1 else []),
    )
    parts = (
        _en_tete(jour, moteurs, held, passages),
        *(table(titles, rows) for titles, rows in tables if rows),
        "\n".join(f"- {promesse.phrase}" for promesse in tenues),
    )
    return "\n\n".join(parts)


def _tailles(resultats: Resultats) -> list[int]:
    return sorted({size for _, size in resultats})


def _en_tete(jour: date, moteurs: Sequence[Moteur], mesures: Iterable[Mesures], passages: Sequence[int]) -> str:
    versions = ", ".join(dict.fromkeys(engine.version() for engine in moteurs))
    days = sorted({one.jour for one in mesures if one.jour} | {jour.isoformat()})
    when = f"Mesuré le {days[0]}" if len(days) == 1 else f"Mesuré en plusieurs fois, du {days[0]} au {days[-1]}"
    text = (
        f"{when} : {versions} ; {os.cpu_count()} cœurs ({processeur()}), machine "
        f"partagée, charge moyenne {decimal(os.getloadavg()[2])} à la fin du passage. "
        f"{COMMENT.format(petits=passages[0], grands=passages[1], compares=passages[2])}"
    )
    return fill(text, 120, break_on_hyphens=False)


def _a_froid(nom: str, one: Mesures) -> Sequence[str]:
    if one.absent:
        return nom, entier(one.pages), one.absent, *[""] * (len(A_FROID) - 3)
    if one.duree is None or one.processeur is None or one.memoire is None or one.poids is None:
        return nom, entier(one.pages), f"plus de {entier(one.delai)} s", *[""] * (len(A_FROID) - 3)
    weight = one.poids
    return (
        nom,
        entier(one.pages),
        decimal(one.duree),
        decimal(one.processeur),
        entier(one.memoire / 1e6),
        decimal(1000 * one.duree / one.pages),
        decimal(weight.octets / 1e6),
        entier(weight.fichiers),
        decimal(weight.octets / one.pages / 1e3),
        decimal(weight.html / one.pages / 1e3),
    )


def _touchee(nom: str, one: Mesures) -> Sequence[str]:
    late = f"plus de {entier(one.delai)}" if one.visible else ""
    visible = late if one.vu is None else decimal(one.vu, 2)
    if one.apres is None or one.processeur_apres is None or one.duree is None:
        return nom, entier(one.pages), f"plus de {entier(one.delai)} s" if one.touches else "", "", "", visible
    share = decimal(one.apres / one.duree, 2)
    return nom, entier(one.pages), decimal(one.apres), decimal(one.processeur_apres), share, visible


def _croissance(moteur: Moteur, resultats: Resultats) -> Sequence[str]:
    held = [one for (code, _), one in sorted(resultats.items()) if code == moteur.code and one.duree is not None]
    axes = (
        exposant({one.pages: one.duree for one in held if one.duree}),
        exposant({one.pages: one.processeur for one in held if one.processeur}),
        exposant({one.pages: one.poids.octets for one in held if one.poids}),
    )
    sizes = ", ".join(entier(one.pages) for one in held)
    return moteur.nom, sizes, *("" if value is None else decimal(value, 2) for value in axes)
