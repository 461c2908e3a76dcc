"""Synthetic law: sources, dated figures, rules and their versions."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from bench.construction.fichiers import VERIFIE
from bench.construction.langue import Langue
from bench.construction.proportions import PAR_THEME, VERSIONS, Effectifs

SIAE = {"ACI": "Atelier", "EI": "Entreprise", "AI": "Association", "ETTI": "Intérim", "EITI": "Indépendants"}
# The days when synthetic law changes: a version, a value begins on each.
JOURS = ("2012-01-01", "2018-07-01", "2023-01-01")
VEILLES = ("2018-06-30", "2022-12-31")
UNITES = ("€/ETP/an", "%", "mois", "€")
BAREME, PLAFOND = 0, 1
Donnees = dict[str, Any]


def source(rang: int) -> str:
    return f"texte-synthetique-{rang:05}"


def parametre(rang: int) -> str:
    return f"parametre-synthetique-{rang:05}"


def regle(rang: int) -> str:
    return f"regle-synthetique-{rang:05}"


def theme(rang: int) -> str:
    return f"theme-synthetique-{rang:03}"


def calculateur(rang: int) -> str:
    return f"calcul-synthetique-{rang:05}"


def sources(langue: Langue, nombres: Effectifs) -> Iterator[Donnees]:
    for rank in range(nombres.sources):
        title = langue.titre(rank)
        yield {
            "id": source(rank),
            "type": "article",
            "titre": title,
            "abrege": f"texte synthétique {rank}",
            "lecture": "texte",
            "confiance": "haute",
            "consulte_le": "2026-01-01",
            "versions": [
                {"id": f"S{rank:05}A", "du": JOURS[0], "au": VEILLES[1]},
                {"id": f"S{rank:05}B", "du": JOURS[2]},
            ],
            "mots": [langue.groupe(3)],
        }


def valeurs(rang: int) -> tuple[int, ...]:
    """The values of a parameter, one a day of change: what calculators expect is worked out from them."""
    base = 20 + rang % 37
    if rang % 4 == BAREME:
        return tuple(1000 * (base + step) for step in range(3))
    return tuple(base + step for step in range(2 if rang % 4 == PLAFOND else 1 + rang % 2))


def bareme(valeur: int) -> dict[str, int]:
    """One amount a structure."""
    return {code: valeur + 100 * place for place, code in enumerate(SIAE)}


def parametres(langue: Langue, nombres: Effectifs) -> Iterator[Donnees]:
    for rank in range(nombres.parametres):
        kind = rank % 4
        dated = [
            {
                "du": day,
                "source": [source((nombres.sources - 1 - rank) % nombres.sources)],
                "valeur": bareme(value) if kind == BAREME else value,
            }
            for day, value in zip(JOURS, valeurs(rank), strict=False)
        ]
        yield {
            "id": parametre(rank),
            "titre": langue.titre(rank),
            "resume": langue.phrase(),
            "unite": UNITES[kind],
            **({"par": ["siae"]} if kind == BAREME else {}),
            "themes": [theme(rank % nombres.themes)],
            "valeurs": dated,
            "mots": [langue.groupe(4) for _ in range(3)],
            **VERIFIE,
        }


def regles(langue: Langue, nombres: Effectifs) -> Iterator[Donnees]:
    held: dict[int, list[int]] = defaultdict(list)
    for rank in range(nombres.parametres):
        held[2 * rank % nombres.regles].append(rank)
    for rank in range(nombres.regles):
        others = {langue.hasard.randrange(nombres.regles) for _ in range(2)} - {rank}
        yield {
            "id": regle(rank),
            "titre": langue.titre(rank),
            "siae": sorted(langue.hasard.sample(list(SIAE), langue.hasard.randint(1, 4)), key=list(SIAE).index),
            "themes": [theme(rank // PAR_THEME)],
            "calculateurs": [calculateur(rank // 3 % nombres.calculateurs)] if rank % 3 == 0 else [],
            "parametres": [parametre(name) for name in held[rank]],
            "voir": [regle(other) for other in sorted(others)],
            "versions": list(_versions(langue, rank, nombres)),
            "mots": [langue.groupe(5) for _ in range(12)],
            **VERIFIE,
        }


def nombre_de_versions(rang: int) -> int:
    """One for most: the fraction that VERSIONS has beyond it for two."""
    return 1 + (round((rang + 1) * (VERSIONS - 1)) > round(rang * (VERSIONS - 1)))


def _versions(langue: Langue, rang: int, nombres: Effectifs) -> Iterator[Donnees]:
    count = nombre_de_versions(rang)
    for place in range(count):
        last = place == count - 1
        yield {
            "du": JOURS[1 + place],
            **({} if last else {"au": VEILLES[1]}),
            "statut": "en-vigueur",
            "portee": "prescriptif",
            "enonce": langue.phrases(2),
            "en_pratique": langue.phrases(2),
            "references": [
                {"source": source(rang % nombres.sources), "precision": langue.groupe(2)},
                {"source": source(langue.hasard.randrange(nombres.sources))},
            ],
            **({"changement": langue.phrase()} if place else {}),
        }
