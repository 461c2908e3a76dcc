"""Synthetic calculators: an amount by structure and a ratio held under a ceiling, with examples on each side of it."""

from collections.abc import Iterator
from fractions import Fraction

from bench.construction.droit import (
    BAREME,
    JOURS,
    PLAFOND,
    SIAE,
    VEILLES,
    Donnees,
    bareme,
    calculateur,
    parametre,
    source,
    theme,
    valeurs,
)
from bench.construction.fichiers import VERIFIE
from bench.construction.langue import Langue
from bench.construction.proportions import Effectifs

CHARGES = 10_000
# Receipts under, at, over the ceiling, in hundredths of the charges around it.
ECARTS = (-1, 0, 1)


def calculateurs(langue: Langue, nombres: Effectifs) -> Iterator[Donnees]:
    for rank in range(nombres.calculateurs):
        reference = [{"source": source(rank % nombres.sources)}]
        scale, ceiling = (parametre(4 * rank + place).replace("-", "_") for place in (BAREME, PLAFOND))
        yield {
            "id": calculateur(rank),
            "titre": langue.titre(rank),
            "resume": langue.phrase(),
            "siae": list(SIAE),
            "themes": [theme(rank % nombres.themes)],
            "entrees": [
                {"nom": "siae", "libelle": langue.groupe(3), "type": "choix", "liste": "siae"},
                {"nom": "etp", "libelle": langue.groupe(4), "type": "nombre", "unite": "ETP", "min": 0, "max": 1000},
                {"nom": "recettes", "libelle": langue.groupe(4), "type": "nombre", "unite": "€", "min": 0},
                {"nom": "charges", "libelle": langue.groupe(4), "type": "nombre", "unite": "€", "min": 1},
            ],
            "etapes": [
                _etape("montant", langue, "€/an", f"etp * {scale}[siae]") | {"references": reference},
                _etape("taux", langue, "%", "recettes / charges") | {"nature": "calcul"},
                {
                    "nom": "part",
                    "libelle": langue.groupe(4),
                    "unite": "€/an",
                    "cas": [
                        {"si": f"taux < {ceiling}", "alors": "montant", "parce_que": langue.phrase()},
                        {"alors": f"montant * {ceiling}", "parce_que": langue.phrase()},
                    ],
                    "references": reference,
                },
                _etape("total", langue, "€/an", "montant + part") | {"nature": "calcul"},
            ],
            "resultats": ["total", "taux"],
            "non_modelise": [langue.phrase(), langue.phrase()],
            "changements": [JOURS[1]],
            "graphiques": [
                {
                    "titre": langue.groupe(5),
                    "entree": "etp",
                    "de": 0,
                    "a": 100,
                    "pas": 1,
                    "date": JOURS[2],
                    "entrees": {"siae": "ACI", "recettes": 0, "charges": CHARGES},
                    "resultats": ["total"],
                }
            ],
            "exemples": list(_exemples(langue, rank)),
            "mots": [langue.groupe(5) for _ in range(6)],
            **VERIFIE,
        }


def _etape(nom: str, langue: Langue, unite: str, formule: str) -> Donnees:
    return {"nom": nom, "libelle": langue.groupe(4), "unite": unite, "formule": formule}


def _exemples(langue: Langue, rang: int) -> Iterator[Donnees]:
    """On both sides of the change of law, three around the ceiling for two structures."""
    ceilings, scales = valeurs(4 * rang + PLAFOND), valeurs(4 * rang + BAREME)
    for day, before in ((VEILLES[0], 0), (JOURS[1], 1)):
        ceiling = ceilings[before]
        for code in ("ACI", "ETTI"):
            for gap in ECARTS:
                workers, rate = 1 + langue.hasard.randrange(40), ceiling + gap
                amount = workers * bareme(scales[before])[code]
                part = Fraction(amount) if gap < 0 else Fraction(amount * ceiling, 100)
                total = amount + part
                yield {
                    "titre": f"{langue.groupe(4)} à {rate} pour cent",
                    "note": langue.phrase(),
                    "date": day,
                    "entrees": {"siae": code, "etp": workers, "recettes": rate * CHARGES // 100, "charges": CHARGES},
                    "attendu": {"total": str(total), "taux": f"{rate}/100"},
                }
