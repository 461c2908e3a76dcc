"""Rules and amounts for a spreadsheet: a row a version, a row a cell and period."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.render.exports.api.parametres import ParametrePublie, PeriodePubliee
from generator.render.exports.api.regles import ReglePubliee, VersionPubliee
from generator.render.exports.api.sortie import ReferencePubliee
from generator.render.exports.tableur import ecrire_csv

REGLES = (
    "règle",
    "titre",
    "thèmes",
    "structures",
    "du",
    "au",
    "statut",
    "portée",
    "énoncé",
    "en pratique",
    "exceptions",
    "ce qui change",
    "sort de la proposition",
    "sources",
    "en vigueur",
    "vérifié le",
    "page permanente",
)
PARAMETRES = (
    "paramètre",
    "titre",
    "case",
    "du",
    "au",
    "valeur",
    "valeur exacte",
    "unité",
    "motif",
    "dernière connue après le",
    "sources",
    "vérifié le",
    "page",
)


def table_des_regles(published: Sequence[ReglePubliee]) -> bytes:
    return ecrire_csv([REGLES, *(_regle(regle, version) for regle in published for version in regle.versions)])


def table_des_parametres(published: Sequence[ParametrePublie]) -> bytes:
    return ecrire_csv([PARAMETRES, *(row for parametre in published for row in _parametre(parametre))])


def _regle(regle: ReglePubliee, version: VersionPubliee) -> tuple[str, ...]:
    current = version.du == regle.en_vigueur and version.statut != "propose"
    return (
        regle.id,
        regle.titre,
        ", ".join(regle.themes),
        ", ".join(regle.siae),
        version.du.isoformat(),
        _jour(version.au),
        version.statut,
        version.portee,
        version.enonce,
        version.en_pratique or "",
        " ; ".join(version.exceptions),
        version.changement or "",
        version.adoption or "",
        " ; ".join(map(_reference, version.references)),
        "oui" if current else "non",
        regle.verifie_le.isoformat(),
        version.url,
    )


def _parametre(parametre: ParametrePublie) -> Iterator[tuple[str, ...]]:
    for case in parametre.cases:
        for period in case.periodes:
            yield (
                parametre.id,
                parametre.titre,
                ", ".join(case.codes.values()),
                period.du.isoformat(),
                _jour(period.au),
                _nombre(period),
                period.valeur or "",
                parametre.unite,
                period.motif or "",
                _jour(period.rappel_apres),
                ", ".join(period.sources),
                parametre.verifie_le.isoformat(),
                parametre.url,
            )


def _nombre(period: PeriodePubliee) -> str:
    """With a comma, as a French spreadsheet reads a number; a fraction without end is only in the exact column."""
    return "" if period.valeur is None or "/" in period.valeur else period.valeur.replace(".", ",")


def _reference(reference: ReferencePubliee) -> str:
    details = ", ".join(part for part in (reference.precision, reference.version) if part)
    return f"{reference.nom} ({details})" if details else reference.nom


def _jour(day: date | None) -> str:
    return day.isoformat() if day else ""
