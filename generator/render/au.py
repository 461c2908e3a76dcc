"""« Le mémento à une date »: what is law, proposed, ended or unknown on a day. Beyond today, in the browser."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.compile.calendrier import date_longue
from generator.model import Parametre, Regle, Statut, VersionDeRegle
from generator.render.adresses import adresse_de_version
from generator.render.atelier import Atelier, sommaire
from generator.render.exports.dates import libelle_de_cellule
from generator.render.filters import nombre
from generator.render.site import Page
from generator.resolve import KnowledgeBase
from generator.resolve.comparaison import jours_de_changement
from generator.resolve.etats import EtatDeRegle, Genre, etat_au, propositions_au
from generator.resolve.periodes import cellules

# In reading order: anchor, title, and what a reader must know of it.
GROUPES = (
    ("en-vigueur", "En vigueur", ""),
    ("experimental", "En expérimentation", ""),
    (
        "propose",
        "Propositions connues ce jour-là",
        "Une proposition n’est pas du droit. Son sort est celui que l’on connaît aujourd’hui.",
    ),
    ("fini", "Qui ne sont plus en vigueur", ""),
    (
        "inconnu",
        "Inconnues ce jour-là",
        "Le mémento ne sait pas ce que disait le droit ce jour-là, et ne le devine pas.",
    ),
)


@dataclass(frozen=True, slots=True)
class Ligne:
    """One rule in a group: the version to read that day, or why there is none."""

    regle: Regle
    version: VersionDeRegle | None
    mots: str


@dataclass(frozen=True, slots=True)
class MontantDuJour:
    """One cell of a parameter that day; `texte` is None when it is unknown, and then `mots` says why."""

    parametre: Parametre
    cas: str
    texte: str | None
    mots: str


def page_du_jour(atelier: Atelier) -> Page:
    """The page of today, with every day on which the law changed."""
    base, today = atelier.base, atelier.today
    groups = groupes_du_jour(base, today)
    return atelier.page(
        "au.html",
        "au/",
        "Le mémento à une date",
        "Ce qui était en vigueur, en expérimentation, proposé, terminé ou inconnu un jour donné, et les montants de ce "
        "jour.",
        mots=(
            "droit à une date",
            "date passée",
            "ancienne version",
            "remonter le temps",
            "droit applicable au jour dit",
        ),
        toc=sommaire(
            *((name, title) for name, title, _ in GROUPES if groups[name]),
            ("montants", "Les montants"),
            ("dates", "Les jours où le droit a changé"),
        ),
        groupes=[(name, title, note, par_theme(base, groups[name])) for name, title, note in GROUPES],
        montants=tuple(montants_du_jour(base, today)),
        jours=jours(base),
        adresse_de_version=adresse_de_version,
    )


def groupes_du_jour(base: KnowledgeBase, jour: date) -> Mapping[str, list[Ligne]]:
    """The lines of each group, in the order of the files; a rule with a proposal may be in two groups."""
    groups: dict[str, list[Ligne]] = {name: [] for name, _, _ in GROUPES}
    for regle in base.regles.values():
        state = etat_au(regle, jour)
        group = _groupe(state)
        if group:
            groups[group].append(Ligne(regle, state.version, _mots(regle, state)))
        for version in propositions_au(regle, jour):
            groups["propose"].append(Ligne(regle, version, f"proposé le {date_longue(version.du)}"))
    return groups


def _groupe(state: EtatDeRegle) -> str | None:
    match state.genre:
        case Genre.DROIT:
            assert state.version is not None
            return "experimental" if state.version.statut is Statut.EXPERIMENTAL else "en-vigueur"
        case Genre.FINI:
            return "fini"
        case Genre.LACUNE | Genre.AVANT:
            return "inconnu"
    return None


def _mots(regle: Regle, state: EtatDeRegle) -> str:
    match state.genre:
        case Genre.LACUNE:
            return f"texte non lu : {state.motif}"
        case Genre.AVANT:
            return f"avant la première version connue, du {date_longue(regle.droit[0].du)}"
    version = state.version
    assert version is not None
    if state.genre is Genre.DROIT:
        return f"depuis le {date_longue(version.du)}{f', jusqu’au {date_longue(version.au)}' if version.au else ''}"
    if version.statut is Statut.ABROGE or version.au is None:
        return f"abrogé le {date_longue(version.du)}"
    return f"en vigueur jusqu’au {date_longue(version.au)}"


def par_theme(base: KnowledgeBase, lignes: Sequence[Ligne]) -> Mapping[str, list[Ligne]]:
    """Under the first theme of each rule, in the order of the themes."""
    found = {theme: [ligne for ligne in lignes if ligne.regle.themes[0] == theme] for theme in base.themes}
    return {theme: held for theme, held in found.items() if held}


def montants_du_jour(base: KnowledgeBase, jour: date) -> Iterator[MontantDuJour]:
    """Every cell that has a period that day, known or not."""
    for parametre in base.parametres.values():
        for cell, periods in cellules(parametre).items():
            found = next((period for period in periods if period.couvre(jour)), None)
            if found is None:
                continue
            case = libelle_de_cellule(base, parametre, cell)
            if found.valeur is None:
                yield MontantDuJour(parametre, case, None, found.motif or "")
                continue
            old = found.rappel_apres is not None and jour > found.rappel_apres
            words = f"{'dernier montant connu, ' if old else ''}depuis le {date_longue(found.du)}"
            yield MontantDuJour(parametre, case, nombre(found.valeur, parametre.unite), words)


def jours(base: KnowledgeBase) -> list[tuple[date, list[tuple[Regle, VersionDeRegle]]]]:
    """Each day of change, newest first, with the versions that begin on it."""
    begun: dict[date, list[tuple[Regle, VersionDeRegle]]] = {}
    for regle in base.regles.values():
        for version in regle.versions:
            begun.setdefault(version.du, []).append((regle, version))
    return [(day, begun.get(day, [])) for day in reversed(jours_de_changement(base))]
