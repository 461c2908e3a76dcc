"""« Comparer »: the mémento between two days. Static from the Pacte to today, in the browser for any other pair."""

from datetime import date

from generator.render.adresses import adresse_de_version
from generator.render.atelier import Atelier, sommaire
from generator.render.ecarts import ecart, ecart_de_montant
from generator.render.exports.dates import libelle_de_cellule
from generator.render.filters import nombre
from generator.render.site import Page
from generator.resolve.comparaison import ChangementDeMontant, Comparaison, Nature, comparer
from generator.resolve.periodes import Periode

# The day of the Pacte, from which the mémento counts.
PACTE = date(2019, 9, 10)
NATURES = (
    (Nature.MODIFIEE, "Règles modifiées", ""),
    (
        Nature.APPARUE,
        "Règles dont la première version connue commence entre les deux dates",
        "Le mémento ne dit pas ce qui valait avant : une règle de cette liste peut être nouvelle, ou reprendre un "
        "texte plus ancien qui n’a pas été lu.",
    ),
    (Nature.TERMINEE, "Règles qui ont pris fin", ""),
    (Nature.CONNUE, "Règles de nouveau connues", "Leur texte n’avait pas été lu à la première date."),
    (Nature.INCONNUE, "Règles devenues inconnues", "Leur texte n’a pas été lu à la seconde date."),
)


def page_de_comparaison(atelier: Atelier) -> Page:
    """From the Pacte to today, or from today to today in a mémento read before it."""
    base, today = atelier.base, atelier.today
    found = comparer(base, min(PACTE, today), today)
    return atelier.page(
        "comparer.html",
        "comparer/",
        "Comparer",
        "Ce qui a changé dans le droit entre deux dates, mot à mot, et de combien chaque montant a bougé.",
        mots=("différences", "avant et après", "anciennes versions", "historique", "évolution des montants"),
        toc=sommaire(
            ("dates", "Entre deux dates"),
            ("versions", "Deux versions d’une règle"),
        ),
        comparaison=found,
        natures=[
            (nature, title, note, held)
            for nature, title, note in NATURES
            if (held := [change for change in found.regles if change.nature is nature])
        ],
        ecart=lambda change: ecart(base, change.avant.version, change.apres.version),
        montants=montants(atelier, found),
        adresse_de_version=adresse_de_version,
    )


def montants(atelier: Atelier, found: Comparaison) -> list[tuple[ChangementDeMontant, str, str, str, str]]:
    """Each change, its case, the two values and the difference in words; those that can be measured first."""
    return [
        (
            change,
            libelle_de_cellule(atelier.base, change.parametre, change.cellule),
            cote(change, change.avant, found.du),
            cote(change, change.apres, found.au),
            ecart_de_montant(change),
        )
        for change in sorted(found.montants, key=lambda change: change.ecart is None)
    ]


def cote(change: ChangementDeMontant, period: Periode | None, jour: date) -> str:
    """One side of a change: « 10 646 €/ETP/an », « inconnu : montants non retrouvés », « aucune valeur connue »."""
    if period is None:
        return "aucune valeur connue"
    if period.valeur is None:
        return f"inconnu : {period.motif}"
    old = period.rappel_apres is not None and jour > period.rappel_apres
    return f"{nombre(period.valeur, change.parametre.unite)}{' (dernier montant connu)' if old else ''}"
